// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/bytes_view.h"

#include "ui/format/byte_words.h"
#include "ui/format/numbers.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/palette.h"

#include <QtGui/QClipboard>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>

#include <algorithm>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

QString offsetText(qsizetype offset)
{
    return QString::number(offset, 16).rightJustified(BytesGrid::offsetDigits, u'0');
}

} // namespace

BytesView::BytesView(QWidget* parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Bytes of the frame"));
    setFont(monospacedFont());
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setMouseTracking(true);
    updateScrollBars();
}

void BytesView::setBytes(const FrameBytes& bytes)
{
    m_bytes = bytes;
    m_mark = {};
    m_pointed = {};
    m_cursor = -1;
    m_anchor = -1;
    m_hovered = -1;
    verticalScrollBar()->setValue(0);
    updateScrollBars();
    setAccessibleDescription(exactBytesText(m_bytes.bytes.size()));
    viewport()->update();
}

void BytesView::setEmptyText(const QString& text)
{
    m_emptyText = text;
    viewport()->update();
}

void BytesView::mark(qsizetype offset, qsizetype length)
{
    m_mark = {offset, length};
    m_anchor = -1;
    if (offset >= 0) {
        m_cursor = offset;
        showByte(offset);
    }
    viewport()->update();
}

void BytesView::point(qsizetype offset, qsizetype length)
{
    m_pointed = {offset, length};
    viewport()->update();
}

void BytesView::showByte(qsizetype byte)
{
    const auto line = static_cast<int>(byte / m_grid.bytesPerLine());
    const int top = verticalScrollBar()->value();
    const int visible = verticalScrollBar()->pageStep();
    if (line < top || line >= top + visible) {
        verticalScrollBar()->setValue(std::max(0, line - visible / 3));
    }
}

QString BytesView::lineText(qsizetype line) const
{
    const qsizetype first = line * m_grid.bytesPerLine();
    const QByteArray bytes = m_bytes.bytes.mid(first, m_grid.bytesPerLine());
    QString characters;
    for (const char byte : bytes) {
        characters += byteCharacter(byte);
    }
    return u"%1  %2  %3"_s.arg(offsetText(first))
        .arg(hexText(bytes), -int(m_grid.bytesPerLine()) * 3 + 1)
        .arg(characters);
}

void BytesView::updateScrollBars()
{
    m_grid.fit(QFontMetrics(font()), spacing(1), viewport()->width());
    const int visible = std::max(1, viewport()->height() / m_grid.lineHeight());
    verticalScrollBar()->setPageStep(visible);
    verticalScrollBar()->setRange(0, static_cast<int>(std::max<qsizetype>(0, lineCount() - visible)));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(m_grid.cell() * 3);
    const int hidden = std::max(0, m_grid.width() - spacing(1) - viewport()->width());
    horizontalScrollBar()->setRange(0, m_bytes.bytes.isEmpty() ? 0 : hidden);
}

qsizetype BytesView::byteAt(const QPoint& point) const
{
    const int y = point.y() - spacing(1) / 2;
    const qsizetype column = m_grid.columnAt(point.x() + horizontalScrollBar()->value());
    if (y < 0 || column < 0) {
        return -1;
    }
    const qsizetype line = verticalScrollBar()->value() + y / m_grid.lineHeight();
    const qsizetype byte = line * m_grid.bytesPerLine() + column;
    return byte < m_bytes.bytes.size() ? byte : -1;
}

QRect BytesView::byteRect(qsizetype byte) const
{
    const auto line = static_cast<int>(byte / m_grid.bytesPerLine()) - verticalScrollBar()->value();
    const int x = m_grid.hexX(byte % m_grid.bytesPerLine()) - horizontalScrollBar()->value();
    return {x, spacing(1) / 2 + line * m_grid.lineHeight(), m_grid.cell() * 2, m_grid.lineHeight()};
}

BytesView::Range BytesView::selection() const
{
    if (m_anchor < 0 || m_cursor < 0) {
        return {};
    }
    const qsizetype first = std::min(m_anchor, m_cursor);
    return {first, std::max(m_anchor, m_cursor) - first + 1};
}

QByteArrayView BytesView::chosenBytes() const
{
    const QByteArrayView all = m_bytes.bytes;
    const Range range = selection().offset >= 0 ? selection() : m_mark;
    if (range.offset < 0 || range.offset > all.size()) {
        return all;
    }
    return all.sliced(range.offset, std::min(range.length, all.size() - range.offset));
}

void BytesView::paintRange(QPainter& painter, qsizetype line, const Range& range, int y,
                           const QColor& fill) const
{
    const qsizetype perLine = m_grid.bytesPerLine();
    const qsizetype begin = std::max(range.offset, line * perLine);
    const qsizetype end = std::min(range.offset + range.length, (line + 1) * perLine);
    if (range.offset < 0 || begin >= end) {
        return;
    }
    const int cell = m_grid.cell();
    const int bottom = y + m_grid.lineHeight() - 1;
    const qsizetype from = begin % perLine;
    const qsizetype to = from + (end - begin) - 1;
    painter.fillRect(
        QRect(QPoint(m_grid.hexX(from) - cell / 2, y), QPoint(m_grid.hexX(to) + cell * 5 / 2 - 1, bottom)),
        fill);
    painter.fillRect(
        QRect(QPoint(m_grid.characterX(from), y), QPoint(m_grid.characterX(to) + cell - 1, bottom)), fill);
}

void BytesView::paintLine(QPainter& painter, qsizetype line, int y) const
{
    const Colors& colors = colorsFor(palette());
    const Range selected = selection();
    paintRange(painter, line, {0, m_bytes.headBytes}, y, colors.headFill);
    paintRange(painter, line, m_mark, y, colors.markFill);
    paintRange(painter, line, m_pointed, y, colors.markFill);
    paintRange(painter, line, selected, y, palette().color(QPalette::Highlight));
    const int baseline = y + 1 + QFontMetrics(font()).ascent();
    const qsizetype first = line * m_grid.bytesPerLine();
    painter.setPen(colors.muted);
    painter.drawText(m_grid.offsetX(), baseline, offsetText(first));
    const qsizetype count = std::min(m_grid.bytesPerLine(), m_bytes.bytes.size() - first);
    for (qsizetype column = 0; column < count; ++column) {
        const qsizetype place = first + column;
        const char byte = m_bytes.bytes[place];
        const bool isSelected = place >= selected.offset && place < selected.offset + selected.length;
        const QColor text = palette().color(isSelected ? QPalette::HighlightedText : QPalette::Text);
        painter.setPen(byte == 0 && !isSelected ? colors.muted : text);
        painter.drawText(m_grid.hexX(column), baseline, hexText(QByteArrayView(&byte, 1)));
        const QChar character = byteCharacter(byte);
        painter.setPen(character == u'·' && !isSelected ? colors.muted : text);
        painter.drawText(m_grid.characterX(column), baseline, character);
    }
    if (hasFocus() && m_cursor >= first && m_cursor < first + m_grid.bytesPerLine()) {
        painter.setPen(colors.accent);
        painter.drawRect(m_grid.hexX(m_cursor - first) - 2, y, m_grid.cell() * 2 + 3,
                         m_grid.lineHeight() - 1);
    }
}

void BytesView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.setFont(font());
    if (m_bytes.bytes.isEmpty()) {
        const int margin = spacing(2);
        painter.setFont(QGuiApplication::font());
        painter.setPen(colorsFor(palette()).muted);
        painter.drawText(viewport()->rect().adjusted(margin, margin, -margin, -margin),
                         Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
        return;
    }
    painter.translate(-horizontalScrollBar()->value(), 0);
    int y = spacing(1) / 2;
    for (qsizetype line = verticalScrollBar()->value(); line < lineCount() && y < viewport()->height();
         ++line) {
        paintLine(painter, line, y);
        y += m_grid.lineHeight();
    }
}

void BytesView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBars();
}

void BytesView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateScrollBars();
    }
}

void BytesView::moveCursor(qsizetype byte, bool extend)
{
    if (m_bytes.bytes.isEmpty()) {
        return;
    }
    const qsizetype before = std::max<qsizetype>(0, m_cursor);
    m_anchor = extend ? (m_anchor < 0 ? before : m_anchor) : -1;
    m_cursor = std::clamp<qsizetype>(byte, 0, m_bytes.bytes.size() - 1);
    showByte(m_cursor);
    viewport()->update();
    Q_EMIT byteChosen(m_cursor);
}

bool BytesView::moveByKey(QKeyEvent* event)
{
    const qsizetype perLine = m_grid.bytesPerLine();
    const qsizetype page = perLine * verticalScrollBar()->pageStep();
    const qsizetype last = m_bytes.bytes.size() - 1;
    const bool wholly = event->modifiers().testFlag(Qt::ControlModifier);
    const qsizetype start = m_cursor < 0 ? 0 : m_cursor;
    qsizetype to = start;
    switch (event->key()) {
    case Qt::Key_Left:
        to = start - 1;
        break;
    case Qt::Key_Right:
        to = m_cursor < 0 ? 0 : start + 1;
        break;
    case Qt::Key_Up:
        to = start - perLine < 0 ? start : start - perLine;
        break;
    case Qt::Key_Down:
        to = start + perLine > last ? start : start + perLine;
        break;
    case Qt::Key_PageUp:
        to = start - page < 0 ? start % perLine : start - page;
        break;
    case Qt::Key_PageDown:
        to = start + page;
        break;
    case Qt::Key_Home:
        to = wholly ? 0 : start - start % perLine;
        break;
    case Qt::Key_End:
        to = wholly ? last : start - start % perLine + perLine - 1;
        break;
    default:
        return false;
    }
    moveCursor(to, event->modifiers().testFlag(Qt::ShiftModifier));
    return true;
}

void BytesView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copyAsHex();
    } else if (event->matches(QKeySequence::SelectAll) && !m_bytes.bytes.isEmpty()) {
        m_anchor = 0;
        m_cursor = m_bytes.bytes.size() - 1;
        viewport()->update();
    } else if (!moveByKey(event)) {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void BytesView::mousePressEvent(QMouseEvent* event)
{
    const qsizetype byte = byteAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && byte >= 0) {
        moveCursor(byte, event->modifiers().testFlag(Qt::ShiftModifier));
    }
}

void BytesView::mouseMoveEvent(QMouseEvent* event)
{
    const qsizetype byte = byteAt(event->position().toPoint());
    if (event->buttons().testFlag(Qt::LeftButton)) {
        if (byte >= 0 && (m_anchor >= 0 || byte != m_cursor)) {
            moveCursor(byte, true);
        }
    } else if (byte != m_hovered) {
        m_hovered = byte;
        Q_EMIT byteHovered(byte);
    }
}

bool BytesView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave && m_hovered >= 0) {
        m_hovered = -1;
        Q_EMIT byteHovered(-1);
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void BytesView::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu;
    menu.addAction(tr("Copy as &hexadecimal"), QKeySequence::Copy, this, &BytesView::copyAsHex);
    menu.addAction(tr("Copy as &text"), this, &BytesView::copyAsText);
    menu.addAction(tr("Copy as &C escapes"), this, &BytesView::copyAsEscapes);
    menu.exec(event->globalPos());
}

void BytesView::copyAsHex() const
{
    QGuiApplication::clipboard()->setText(hexText(chosenBytes()));
}

void BytesView::copyAsText() const
{
    const bool isAll = chosenBytes().size() == m_bytes.bytes.size();
    QGuiApplication::clipboard()->setText(
        QString::fromUtf8(isAll ? chosenBytes().sliced(m_bytes.headBytes) : chosenBytes()));
}

void BytesView::copyAsEscapes() const
{
    QGuiApplication::clipboard()->setText(escapedText(chosenBytes()));
}

} // namespace signalbox::ui
