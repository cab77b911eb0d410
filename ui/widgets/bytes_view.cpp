// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/bytes_view.h"

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

constexpr int offsetDigits = 6;
constexpr int hexStart = offsetDigits + 2; ///< in characters

QString offsetText(qsizetype offset)
{
    return QString::number(offset, 16).rightJustified(offsetDigits, u'0');
}

QChar printableCharacter(char byte)
{
    return byte >= 0x20 && byte < 0x7F ? QChar(QLatin1Char(byte)) : QChar(u'·');
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
    updateScrollBars();
}

void BytesView::setBytes(const FrameBytes& bytes)
{
    m_bytes = bytes;
    m_markOffset = -1;
    verticalScrollBar()->setValue(0);
    updateScrollBars();
    setAccessibleDescription(tr("%1 bytes").arg(m_bytes.bytes.size()));
    viewport()->update();
}

void BytesView::setEmptyText(const QString& text)
{
    m_emptyText = text;
    viewport()->update();
}

void BytesView::mark(qsizetype offset, qsizetype length)
{
    m_markOffset = offset;
    m_markLength = length;
    if (offset >= 0) {
        const auto line = static_cast<int>(offset / m_bytesPerLine);
        const int top = verticalScrollBar()->value();
        const int visible = verticalScrollBar()->pageStep();
        if (line < top || line >= top + visible) {
            verticalScrollBar()->setValue(std::max(0, line - visible / 3));
        }
    }
    viewport()->update();
}

QString BytesView::lineText(qsizetype line) const
{
    const qsizetype first = line * m_bytesPerLine;
    const QByteArray bytes = m_bytes.bytes.mid(first, m_bytesPerLine);
    QString characters;
    for (const char byte : bytes) {
        characters += printableCharacter(byte);
    }
    return u"%1  %2  %3"_s.arg(offsetText(first))
        .arg(QString::fromLatin1(bytes.toHex(' ')), -int(m_bytesPerLine) * 3 + 1)
        .arg(characters);
}

void BytesView::updateScrollBars()
{
    const QFontMetrics metrics(font());
    m_cell = metrics.horizontalAdvance(u'0');
    m_line = metrics.height() + 2;
    const auto widthOf = [this](qsizetype count) {
        m_bytesPerLine = count;
        return characterX(count) + m_cell;
    };
    const int width = widthOf(16) <= viewport()->width() ? widthOf(16) : widthOf(8);
    const int visible = std::max(1, viewport()->height() / m_line);
    verticalScrollBar()->setPageStep(visible);
    verticalScrollBar()->setRange(0, static_cast<int>(std::max<qsizetype>(0, lineCount() - visible)));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(m_cell * 3);
    horizontalScrollBar()->setRange(0,
                                    m_bytes.bytes.isEmpty() ? 0 : std::max(0, width - viewport()->width()));
}

// In characters; there is one more blank between two eights.
int BytesView::characterStart() const
{
    return hexStart + static_cast<int>(m_bytesPerLine) * 3 + (m_bytesPerLine > 8 ? 2 : 1);
}

int BytesView::hexX(qsizetype column) const
{
    const int gap = column >= 8 ? 1 : 0;
    return spacing(1) + (hexStart + static_cast<int>(column) * 3 + gap) * m_cell;
}

int BytesView::characterX(qsizetype column) const
{
    return spacing(1) + (characterStart() + static_cast<int>(column)) * m_cell;
}

void BytesView::paintRange(QPainter& painter, qsizetype line, qsizetype first, qsizetype last, int y,
                           const QColor& fill) const
{
    const qsizetype begin = std::max(first, line * m_bytesPerLine);
    const qsizetype end = std::min(last, (line + 1) * m_bytesPerLine);
    if (begin >= end) {
        return;
    }
    const qsizetype from = begin % m_bytesPerLine;
    const qsizetype to = from + (end - begin) - 1;
    painter.fillRect(
        QRect(QPoint(hexX(from) - m_cell / 2, y), QPoint(hexX(to) + m_cell * 5 / 2 - 1, y + m_line - 1)),
        fill);
    painter.fillRect(QRect(QPoint(characterX(from), y), QPoint(characterX(to) + m_cell - 1, y + m_line - 1)),
                     fill);
}

void BytesView::paintLine(QPainter& painter, qsizetype line, int y) const
{
    const Colors& colors = colorsFor(palette());
    paintRange(painter, line, 0, m_bytes.headBytes, y, colors.headFill);
    if (m_markOffset >= 0) {
        paintRange(painter, line, m_markOffset, m_markOffset + m_markLength, y, colors.markFill);
    }
    const int baseline = y + 1 + QFontMetrics(font()).ascent();
    const qsizetype first = line * m_bytesPerLine;
    painter.setPen(colors.muted);
    painter.drawText(spacing(1), baseline, offsetText(first));
    const qsizetype count = std::min(m_bytesPerLine, m_bytes.bytes.size() - first);
    for (qsizetype column = 0; column < count; ++column) {
        const char byte = m_bytes.bytes[first + column];
        const bool isZero = byte == 0;
        painter.setPen(isZero ? colors.muted : palette().color(QPalette::Text));
        painter.drawText(hexX(column), baseline, QString::fromLatin1(QByteArray(1, byte).toHex()));
        const QChar character = printableCharacter(byte);
        painter.setPen(character == u'·' ? colors.muted : palette().color(QPalette::Text));
        painter.drawText(characterX(column), baseline, character);
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
        y += m_line;
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

void BytesView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copyAsHex();
        return;
    }
    if (event->matches(QKeySequence::MoveToStartOfDocument) || event->key() == Qt::Key_Home) {
        verticalScrollBar()->setValue(0);
    } else if (event->matches(QKeySequence::MoveToEndOfDocument) || event->key() == Qt::Key_End) {
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    } else {
        QAbstractScrollArea::keyPressEvent(event); // arrows and pages scroll
    }
}

void BytesView::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu;
    menu.addAction(tr("Copy as &hexadecimal"), QKeySequence::Copy, this, &BytesView::copyAsHex);
    menu.addAction(tr("Copy as &text"), this, &BytesView::copyAsText);
    menu.exec(event->globalPos());
}

void BytesView::copyAsHex() const
{
    const bool isMarked = m_markOffset >= 0;
    const QByteArray bytes = isMarked ? m_bytes.bytes.mid(m_markOffset, m_markLength) : m_bytes.bytes;
    QGuiApplication::clipboard()->setText(QString::fromLatin1(bytes.toHex(' ')));
}

void BytesView::copyAsText() const
{
    const bool isMarked = m_markOffset >= 0;
    QGuiApplication::clipboard()->setText(QString::fromUtf8(
        isMarked ? m_bytes.bytes.mid(m_markOffset, m_markLength) : m_bytes.bytes.sliced(m_bytes.headBytes)));
}

} // namespace signalbox::ui
