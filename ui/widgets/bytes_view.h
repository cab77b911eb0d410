// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/detail_tree.h"
#include "ui/widgets/bytes_grid.h"

#include <QtWidgets/QAbstractScrollArea>

namespace signalbox::ui {

/// The bytes of a frame: offset, sixteen bytes (eight where it is narrow) in hexadecimal, the same as
/// characters. The header has a background of its own. Bytes are selected with the mouse or with Shift, and
/// copied as hexadecimal, text or escapes. Paints only the lines that are seen, so that a megabyte costs no
/// more than a line.
class BytesView final : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit BytesView(QWidget* parent = nullptr);

    void setBytes(const FrameBytes& bytes);
    /// Marks a range, brings it into view and ends the selection; a negative offset marks nothing.
    void mark(qsizetype offset, qsizetype length);
    /// Marks the range that is pointed at elsewhere, beside the other mark and without scrolling.
    void point(qsizetype offset, qsizetype length);
    void setEmptyText(const QString& text);

    [[nodiscard]] const FrameBytes& bytes() const { return m_bytes; }
    [[nodiscard]] qsizetype lineCount() const
    {
        return (m_bytes.bytes.size() + m_grid.bytesPerLine() - 1) / m_grid.bytesPerLine();
    }
    /// "0010  7b 22 61 … 3a   {"action":"say",": what a line shows.
    [[nodiscard]] QString lineText(qsizetype line) const;
    /// What Copy takes: the selection, else the mark, else everything.
    [[nodiscard]] QByteArrayView chosenBytes() const;
    /// The byte at a point of the viewport; -1 where there is none.
    [[nodiscard]] qsizetype byteAt(const QPoint& point) const;
    /// Where a byte stands in the viewport, in hexadecimal.
    [[nodiscard]] QRect byteRect(qsizetype byte) const;

    void copyAsHex() const;
    void copyAsText() const;
    void copyAsEscapes() const;

Q_SIGNALS:
    /// The mouse is over a byte; -1: over none.
    void byteHovered(qsizetype byte);
    /// The cursor came to a byte, by a click or a key.
    void byteChosen(qsizetype byte);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    struct Range {
        qsizetype offset = -1;
        qsizetype length = 0;
    };

    void updateScrollBars();
    void paintLine(QPainter& painter, qsizetype line, int y) const;
    void paintRange(QPainter& painter, qsizetype line, const Range& range, int y, const QColor& fill) const;
    void showByte(qsizetype byte);
    void moveCursor(qsizetype byte, bool extend);
    [[nodiscard]] bool moveByKey(QKeyEvent* event);
    [[nodiscard]] Range selection() const;

    FrameBytes m_bytes;
    BytesGrid m_grid;
    Range m_mark;
    Range m_pointed;
    qsizetype m_cursor = -1; ///< negative: none yet
    qsizetype m_anchor = -1; ///< the other end of the selection; negative: nothing is selected
    qsizetype m_hovered = -1;
    QString m_emptyText;
};

} // namespace signalbox::ui
