// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/detail_tree.h"

#include <QtWidgets/QAbstractScrollArea>

namespace signalbox::ui {

/// The bytes of a frame: offset, sixteen bytes (eight where it is narrow) in hexadecimal, the same as
/// characters. The header has a background of its own. Paints only the lines that are seen, so that a
/// megabyte costs no more than a line.
class BytesView final : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit BytesView(QWidget* parent = nullptr);

    void setBytes(const FrameBytes& bytes);
    /// Marks a range and brings it into view; a negative offset marks nothing.
    void mark(qsizetype offset, qsizetype length);
    void setEmptyText(const QString& text);

    [[nodiscard]] qsizetype lineCount() const
    {
        return (m_bytes.bytes.size() + m_bytesPerLine - 1) / m_bytesPerLine;
    }
    /// "0010  7b 22 61 … 3a   {"action":"say",": what a line shows, and what Copy takes.
    [[nodiscard]] QString lineText(qsizetype line) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void updateScrollBars();
    void paintLine(QPainter& painter, qsizetype line, int y) const;
    void paintRange(QPainter& painter, qsizetype line, qsizetype first, qsizetype last, int y,
                    const QColor& fill) const;
    void copyAsText() const;
    void copyAsHex() const;
    [[nodiscard]] int characterStart() const;
    [[nodiscard]] int hexX(qsizetype column) const;
    [[nodiscard]] int characterX(qsizetype column) const;

    FrameBytes m_bytes;
    qsizetype m_markOffset = -1;
    qsizetype m_markLength = 0;
    QString m_emptyText;
    qsizetype m_bytesPerLine = 16;
    int m_cell = 8;  ///< width of a character
    int m_line = 16; ///< height of a line
};

} // namespace signalbox::ui
