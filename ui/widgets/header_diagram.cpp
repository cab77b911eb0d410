// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/header_diagram.h"

#include "ui/widgets/appearance.h"
#include "ui/widgets/palette.h"

#include <QtGui/QAccessible>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>

#include <algorithm>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int bitsPerRow = 32;
/// Of the height of a line the letters take two thirds.
constexpr double mostLineOfCell = 1.4;
constexpr double leastPointSize = 7;

} // namespace

HeaderDiagram::HeaderDiagram(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Header of the frame"));
}

void HeaderDiagram::setAnatomy(std::vector<FrameField> anatomy)
{
    m_anatomy = std::move(anatomy);
    m_pointed.assign(m_anatomy.size(), false);
    m_current = 0;
    m_hovered = -1;
    layOut();
    updateGeometry();
    update();
}

void HeaderDiagram::layOut()
{
    m_segments.clear();
    m_rows = 0;
    for (size_t place = 0; place < m_anatomy.size(); ++place) {
        const FrameField& field = m_anatomy[place];
        const bool isPayload = field.kind == FieldKind::Payload;
        auto bit = static_cast<int>(field.firstBit);
        // Of the payload only the rest of the row is drawn, or a row of its own where the header fills one.
        const int end = isPayload ? (field.bitCount == 0 ? bit : bit + bitsPerRow - bit % bitsPerRow)
                                  : bit + static_cast<int>(field.bitCount);
        for (bool isFirst = true; bit < end; isFirst = false) {
            const int rowEnd = std::min(end, bit + bitsPerRow - bit % bitsPerRow);
            m_segments.push_back(
                {static_cast<int>(place), bit / bitsPerRow, bit % bitsPerRow, rowEnd - bit, isFirst});
            m_rows = bit / bitsPerRow + 1;
            bit = rowEnd;
        }
    }
}

void HeaderDiagram::point(qsizetype offset, qsizetype length)
{
    for (size_t place = 0; place < m_anatomy.size(); ++place) {
        const FrameField& field = m_anatomy[place];
        m_pointed[place] =
            offset >= 0 && field.offset < offset + length && offset < field.offset + field.length;
    }
    update();
}

void HeaderDiagram::pointField(int field)
{
    std::fill(m_pointed.begin(), m_pointed.end(), false);
    if (field >= 0 && field < std::ssize(m_anatomy)) {
        m_pointed[static_cast<size_t>(field)] = true;
        m_current = field;
    }
    update();
}

bool HeaderDiagram::isPointed(int field) const
{
    return field >= 0 && field < std::ssize(m_anatomy) && m_pointed[static_cast<size_t>(field)];
}

QFont HeaderDiagram::smallFont() const
{
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    // A name that stands upright in the cell of one bit must not reach into the next.
    const double cell = static_cast<double>(width() - 2 * spacing(1)) / bitsPerRow;
    if (const double height = QFontMetrics(small).height(); cell > 0 && height > cell * mostLineOfCell) {
        small.setPointSizeF(std::max(small.pointSizeF() * cell * mostLineOfCell / height, leastPointSize));
    }
    return small;
}

int HeaderDiagram::bitX(int bit) const
{
    return spacing(1) + bit * (width() - 2 * spacing(1) - 1) / bitsPerRow;
}

int HeaderDiagram::rowHeight(int row) const
{
    const QFontMetrics metrics(smallFont());
    // The names of the single bits of the first row stand upright.
    return row == 0 ? metrics.horizontalAdvance(u"RSV1"_s) + metrics.height() + spacing(1)
                    : metrics.height() * 2 + spacing(1) / 2;
}

int HeaderDiagram::rowY(int row) const
{
    int y = spacing(1) / 2 + QFontMetrics(smallFont()).height();
    for (int above = 0; above < row; ++above) {
        y += rowHeight(above);
    }
    return y;
}

QSize HeaderDiagram::sizeHint() const
{
    return {spacing(45), m_rows == 0 ? 0 : rowY(m_rows) + spacing(1)};
}

QSize HeaderDiagram::minimumSizeHint() const
{
    const QFontMetrics metrics(smallFont());
    return {bitsPerRow * metrics.horizontalAdvance(u'0') + 2 * spacing(1), sizeHint().height()};
}

QRect HeaderDiagram::segmentRect(const Segment& segment) const
{
    return {QPoint(bitX(segment.firstBit), rowY(segment.row)),
            QPoint(bitX(segment.firstBit + segment.bits), rowY(segment.row) + rowHeight(segment.row))};
}

int HeaderDiagram::fieldAt(const QPoint& point) const
{
    for (const Segment& segment : m_segments) {
        if (segmentRect(segment).contains(point)) {
            return segment.field;
        }
    }
    return -1;
}

QRect HeaderDiagram::fieldRect(int field) const
{
    for (const Segment& segment : m_segments) {
        if (segment.field == field) {
            return segmentRect(segment);
        }
    }
    return {};
}

void HeaderDiagram::paintBitNumbers(QPainter& painter) const
{
    const QFontMetrics metrics(painter.font());
    const int needed = metrics.horizontalAdvance(u"000"_s);
    int step = 1;
    while (step < 8 && (bitX(step) - bitX(0)) < needed) {
        step *= 2;
    }
    painter.setPen(colorsFor(palette()).muted);
    for (int bit = 0; bit < bitsPerRow; bit += step) {
        const int middle = (bitX(bit) + bitX(bit + 1)) / 2;
        const QRect cell(middle - needed, spacing(1) / 2, 2 * needed, metrics.height());
        painter.drawText(cell, Qt::AlignHCenter | Qt::AlignBottom, QString::number(bit));
    }
}

void HeaderDiagram::paintBit(QPainter& painter, const QRect& rect, const FrameField& field) const
{
    const QFontMetrics metrics(painter.font());
    const QRect value(rect.left(), rect.bottom() - metrics.height() - 1, rect.width(), metrics.height());
    painter.setPen(colorsFor(palette()).muted);
    painter.save();
    painter.translate(rect.left(), value.top());
    painter.rotate(-90);
    painter.drawText(QRect(2, 0, value.top() - rect.top() - 2, rect.width()),
                     Qt::AlignCenter | Qt::TextDontClip, field.name);
    painter.restore();
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(value, Qt::AlignCenter, field.value);
}

void HeaderDiagram::paintField(QPainter& painter, const QRect& rect, const Segment& segment) const
{
    const FrameField& field = m_anatomy[static_cast<size_t>(segment.field)];
    const QFontMetrics metrics(painter.font());
    const QRect inner = rect.adjusted(3, 2, -3, -2);
    const QString name = segment.isFirst ? field.name : tr("… %1").arg(field.name);
    const bool isTall = rect.height() > metrics.height() * 3;
    // A long name of the tall first row may take two lines.
    const int flags = Qt::AlignHCenter | Qt::AlignTop | (isTall ? int(Qt::TextWordWrap) : 0);
    const auto fits = [&metrics, &inner](const QString& word) {
        return metrics.horizontalAdvance(word) <= inner.width();
    };
    const QStringList words = name.split(u' ');
    const bool wraps = isTall && std::all_of(words.begin(), words.end(), fits);
    const QString shownName = wraps ? name : metrics.elidedText(name, Qt::ElideRight, inner.width());
    painter.setPen(colorsFor(palette()).muted);
    painter.drawText(inner, flags, shownName);
    painter.setPen(palette().color(QPalette::Text));
    const QString value = segment.isFirst ? field.value : QString();
    QString shownValue = metrics.elidedText(value, Qt::ElideRight, inner.width());
    if (shownValue != value && field.kind == FieldKind::Opcode) {
        shownValue = value.section(u' ', 0, 0); // the number without its word
    }
    painter.drawText(inner, Qt::AlignHCenter | Qt::AlignBottom, shownValue);
}

void HeaderDiagram::paintSegment(QPainter& painter, const Segment& segment) const
{
    const Colors& colors = colorsFor(palette());
    const QRect rect = segmentRect(segment);
    const FrameField& field = m_anatomy[static_cast<size_t>(segment.field)];
    const bool isPayload = field.kind == FieldKind::Payload;
    const QColor plain = isPayload ? palette().color(QPalette::Base) : colors.headFill;
    painter.fillRect(rect, m_pointed[static_cast<size_t>(segment.field)] ? colors.markFill : plain);
    painter.setPen(colors.line);
    painter.drawRect(rect);
    if (segment.bits == 1) {
        paintBit(painter, rect, field);
    } else {
        paintField(painter, rect, segment);
    }
}

void HeaderDiagram::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(smallFont());
    if (m_segments.empty()) {
        return;
    }
    paintBitNumbers(painter);
    for (const Segment& segment : m_segments) {
        paintSegment(painter, segment);
    }
    if (hasFocus()) {
        painter.setPen(colorsFor(palette()).accent);
        for (const Segment& segment : m_segments) {
            if (segment.field == m_current) {
                painter.drawRect(segmentRect(segment).adjusted(1, 1, -1, -1));
            }
        }
    }
}

void HeaderDiagram::choose(int field)
{
    if (m_anatomy.empty()) {
        return;
    }
    m_current = std::clamp(field, 0, static_cast<int>(m_anatomy.size()) - 1);
    const FrameField& chosen = m_anatomy[static_cast<size_t>(m_current)];
    setAccessibleDescription(u"%1 %2: %3"_s.arg(chosen.name, chosen.value, chosen.sentence));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    pointField(m_current);
    Q_EMIT fieldChosen(m_current);
}

void HeaderDiagram::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up:
        choose(m_current - 1);
        break;
    case Qt::Key_Right:
    case Qt::Key_Down:
        choose(m_current + 1);
        break;
    case Qt::Key_Home:
        choose(0);
        break;
    case Qt::Key_End:
        choose(static_cast<int>(m_anatomy.size()) - 1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void HeaderDiagram::mousePressEvent(QMouseEvent* event)
{
    if (const int field = fieldAt(event->position().toPoint()); field >= 0) {
        choose(field);
    }
}

void HeaderDiagram::mouseMoveEvent(QMouseEvent* event)
{
    const int field = fieldAt(event->position().toPoint());
    if (field != m_hovered) {
        m_hovered = field;
        Q_EMIT fieldHovered(field);
    }
}

void HeaderDiagram::leaveEvent(QEvent*)
{
    if (m_hovered >= 0) {
        m_hovered = -1;
        Q_EMIT fieldHovered(-1);
    }
}

void HeaderDiagram::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason) {
        choose(m_current);
    }
    update();
}

void HeaderDiagram::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    updateGeometry(); // its height follows its letters
}

void HeaderDiagram::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
    }
}

} // namespace signalbox::ui
