// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPoint>
#include <QtCore/QtGlobal>

class QFontMetrics;

namespace signalbox::ui {

/// Where the bytes of a bytes view stand: offset, sixteen or eight bytes in hexadecimal with one more blank
/// between two eights, the same as characters. In pixels; line 0 is at y = 0.
class BytesGrid final {
public:
    static constexpr int offsetDigits = 6;

    /// Eight bytes to a line where sixteen do not fit into `width`.
    void fit(const QFontMetrics& metrics, int margin, int width);

    [[nodiscard]] qsizetype bytesPerLine() const { return m_bytesPerLine; }
    [[nodiscard]] int cell() const { return m_cell; }
    [[nodiscard]] int lineHeight() const { return m_line; }
    [[nodiscard]] int width() const { return characterX(m_bytesPerLine) + m_margin; }
    [[nodiscard]] int offsetX() const { return m_margin; }
    [[nodiscard]] int hexX(qsizetype column) const;
    [[nodiscard]] int characterX(qsizetype column) const;
    /// The column under x, in either part; the nearest one where between two; -1 left of all.
    [[nodiscard]] qsizetype columnAt(int x) const;

private:
    [[nodiscard]] int characterStart() const;

    qsizetype m_bytesPerLine = 16;
    int m_margin = 8;
    int m_cell = 8;  ///< width of a character
    int m_line = 16; ///< height of a line
};

} // namespace signalbox::ui
