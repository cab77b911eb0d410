// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/frame_anatomy.h"

#include <QtWidgets/QWidget>

namespace signalbox::ui {

/// The header of one frame drawn as in RFC 6455 §5.2: rows of 32 bits with their numbers, the fields with the
/// values of this frame, and where the payload begins. Fields are pointed at with the mouse or walked with
/// the arrow keys.
class HeaderDiagram final : public QWidget {
    Q_OBJECT

public:
    explicit HeaderDiagram(QWidget* parent = nullptr);

    void setAnatomy(std::vector<FrameField> anatomy);
    [[nodiscard]] const std::vector<FrameField>& anatomy() const { return m_anatomy; }
    /// Lights up the fields that have a part of these bytes; a negative offset: none.
    void point(qsizetype offset, qsizetype length);
    /// Lights up one field; negative: none.
    void pointField(int field);
    [[nodiscard]] bool isPointed(int field) const;

    /// The field at a point; -1 where there is none.
    [[nodiscard]] int fieldAt(const QPoint& point) const;
    /// The first part of a field, which may go on in the next row.
    [[nodiscard]] QRect fieldRect(int field) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The mouse is over a field; -1: over none.
    void fieldHovered(int field);
    /// A field was clicked, or came to be the current one by a key.
    void fieldChosen(int field);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    /// What of a field lies in one row.
    struct Segment {
        int field = 0;
        int row = 0;
        int firstBit = 0; ///< within the row
        int bits = 0;
        bool isFirst = true;
    };

    void layOut();
    void choose(int field);
    [[nodiscard]] int bitX(int bit) const;
    [[nodiscard]] int rowY(int row) const;
    [[nodiscard]] int rowHeight(int row) const;
    [[nodiscard]] QRect segmentRect(const Segment& segment) const;
    void paintBitNumbers(QPainter& painter) const;
    void paintSegment(QPainter& painter, const Segment& segment) const;
    void paintBit(QPainter& painter, const QRect& rect, const FrameField& field) const;
    void paintField(QPainter& painter, const QRect& rect, const Segment& segment) const;
    [[nodiscard]] QFont smallFont() const;

    std::vector<FrameField> m_anatomy;
    std::vector<Segment> m_segments;
    std::vector<bool> m_pointed; ///< by field
    int m_rows = 0;
    int m_current = 0; ///< for the keys
    int m_hovered = -1;
};

} // namespace signalbox::ui
