// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/column_fit.h"

#include "ui/widgets/appearance.h"

#include <QtCore/QDataStream>
#include <QtCore/QEvent>
#include <QtCore/QIODevice>
#include <QtCore/QScopedValueRollback>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QStyle>
#include <QtWidgets/QTreeView>

#include <algorithm>
#include <numeric>

namespace signalbox::ui {

namespace {

int sumOf(const QHash<int, int>& widths)
{
    return std::accumulate(widths.begin(), widths.end(), 0);
}

} // namespace

ColumnFit::ColumnFit(QTreeView& tree)
    : QObject(&tree)
    , m_tree(tree)
    , m_header(*tree.header())
{
    m_header.setStretchLastSection(false); // it would be the window's width, not the user's
    m_header.setSectionResizeMode(QHeaderView::Interactive);
    m_tree.viewport()->installEventFilter(this);
    connect(&m_header, &QHeaderView::sectionResized, this, &ColumnFit::resizedByUser);
    connect(&m_header, &QHeaderView::sortIndicatorChanged, this, &ColumnFit::apply); // its mark needs room
}

void ColumnFit::setSample(int column, const QString& sample, const QString& least)
{
    m_samples[column] = {sample, least.isEmpty() ? sample : least};
}

void ColumnFit::setFlexible(const QList<int>& columns)
{
    m_flexible = columns;
}

void ColumnFit::setHiddenAtFirst(const QList<int>& columns)
{
    m_hiddenAtFirst = QSet<int>(columns.begin(), columns.end());
}

void ColumnFit::setSavings(const QList<ColumnSaving>& savings)
{
    m_savings = savings;
}

void ColumnFit::setOffered(const QList<int>& columns)
{
    m_offered = QSet<int>(columns.begin(), columns.end());
    apply();
}

bool ColumnFit::isOffered(int column) const
{
    return m_offered.isEmpty() || m_offered.contains(column);
}

void ColumnFit::chooseShown(int column, bool isShown)
{
    m_choices[column].isShown = isShown;
    apply();
}

void ColumnFit::reset()
{
    m_choices.clear();
    QList<int> order(m_header.count());
    std::iota(order.begin(), order.end(), 0);
    arrange(order);
    apply();
}

// Also when the program calls for it from outside, as for a user.
void ColumnFit::resizedByUser(int column, int from, int to)
{
    if (m_isApplying) {
        return;
    }
    if (from == 0 || to == 0) {
        m_choices[column].isShown = to != 0;
    } else {
        m_choices[column].width = static_cast<double>(to) / textWidth();
    }
    apply();
}

bool ColumnFit::isWanted(int column) const
{
    return isOffered(column) && m_choices.value(column).isShown.value_or(!m_hiddenAtFirst.contains(column));
}

int ColumnFit::textWidth() const
{
    return m_tree.fontMetrics().horizontalAdvance(QStringLiteral("The quick brown fox, 0123456789"));
}

int ColumnFit::widthOf(int column, const QString& sample) const
{
    const QString heading = m_tree.model()->headerData(column, Qt::Horizontal).toString();
    const int text = std::max(m_tree.fontMetrics().horizontalAdvance(sample),
                              m_header.fontMetrics().horizontalAdvance(heading));
    const bool isTree = m_tree.treePosition() == column || (m_tree.treePosition() < 0 && column == 0);
    const int indentation = isTree && m_tree.rootIsDecorated() ? m_tree.indentation() : 0;
    const bool isMarked = m_tree.isSortingEnabled() && m_header.sortIndicatorSection() == column;
    const int mark =
        isMarked ? m_tree.style()->pixelMetric(QStyle::PM_HeaderMarkSize, nullptr, &m_header) : 0;
    return text + indentation + mark + spacing(1) + spacing(1) / 2;
}

int ColumnFit::widthOf(int column) const
{
    const int usual = widthOf(column, m_samples.value(column).best);
    if (const std::optional<double> chosen = m_choices.value(column).width) {
        const int width = qRound(*chosen * textWidth());
        return m_flexible.contains(column) ? std::max(usual, width) : width;
    }
    return usual;
}

ColumnFit::Widths ColumnFit::widths(int room) const
{
    Widths widths;
    for (int column = 0; column < m_header.count(); ++column) {
        if (isWanted(column)) {
            widths.insert(column, widthOf(column));
        }
    }
    for (const ColumnSaving& saving : m_savings) {
        if (sumOf(widths) <= room) {
            break;
        }
        save(saving, room, widths);
    }
    spread(room, widths);
    return widths;
}

void ColumnFit::save(const ColumnSaving& saving, int room, Widths& widths) const
{
    const int column = saving.column;
    const Choice choice = m_choices.value(column);
    if (!widths.contains(column)) {
        return;
    }
    if (saving.how == ColumnSaving::How::Hide && !choice.isShown.has_value()) {
        widths.remove(column);
    } else if (saving.how == ColumnSaving::How::Shrink && !choice.width.has_value()) {
        const QString sample = saving.sample.isEmpty() ? m_samples.value(column).least : saving.sample;
        const int width = widths.value(column);
        const int least = std::min(width, widthOf(column, sample));
        widths[column] = std::max(least, width - (sumOf(widths) - room));
    }
}

void ColumnFit::spread(int room, Widths& widths) const
{
    QList<int> takers;
    std::copy_if(m_flexible.begin(), m_flexible.end(), std::back_inserter(takers),
                 [&widths](int column) { return widths.contains(column); });
    qsizetype left = takers.size();
    for (const int column : std::as_const(takers)) {
        const int more = std::max(0, room - sumOf(widths)) / static_cast<int>(left--);
        widths[column] += more;
    }
}

void ColumnFit::apply()
{
    const QScopedValueRollback<bool> guard(m_isApplying, true);
    const Widths wanted = widths(m_tree.viewport()->width());
    for (int column = 0; column < m_header.count(); ++column) {
        const bool isShown = wanted.contains(column);
        if (m_header.isSectionHidden(column) == isShown) {
            m_header.setSectionHidden(column, !isShown);
        }
        if (isShown && m_header.sectionSize(column) != wanted.value(column)) {
            m_header.resizeSection(column, wanted.value(column));
        }
    }
}

bool ColumnFit::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize) { // before the list asks itself whether it needs a scroll bar
        apply();
    }
    return QObject::eventFilter(watched, event);
}

void ColumnFit::arrange(const QList<int>& order)
{
    const QScopedValueRollback<bool> guard(m_isApplying, true);
    for (int place = 0; place < order.size(); ++place) {
        if (const int now = m_header.visualIndex(order[place]); now >= 0) {
            m_header.moveSection(now, place);
        }
    }
}

QByteArray ColumnFit::state() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    QList<int> order;
    for (int place = 0; place < m_header.count(); ++place) {
        order << m_header.logicalIndex(place);
    }
    const int sorted = m_tree.isSortingEnabled() ? m_header.sortIndicatorSection() : -1;
    stream << order << sorted << static_cast<int>(m_header.sortIndicatorOrder());
    for (int column = 0; column < m_header.count(); ++column) {
        const Choice choice = m_choices.value(column);
        stream << choice.width.value_or(0) << (choice.isShown ? static_cast<int>(*choice.isShown) : -1);
    }
    return bytes;
}

void ColumnFit::restore(const QByteArray& state)
{
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    QList<int> order;
    int sorted = -1;
    int sortOrder = 0;
    stream >> order >> sorted >> sortOrder;
    QHash<int, Choice> choices;
    for (int column = 0; column < order.size() && stream.status() == QDataStream::Ok; ++column) {
        double width = 0;
        int isShown = -1;
        stream >> width >> isShown;
        Choice& choice = choices[column];
        choice.width = width > 0 ? std::optional(width) : std::nullopt;
        choice.isShown = isShown >= 0 ? std::optional(isShown != 0) : std::nullopt;
    }
    if (stream.status() != QDataStream::Ok || order.size() != m_header.count()) {
        return;
    }
    m_choices = std::move(choices);
    arrange(order);
    if (m_tree.isSortingEnabled()) {
        m_tree.sortByColumn(sorted, static_cast<Qt::SortOrder>(sortOrder));
    }
    apply();
}

} // namespace signalbox::ui
