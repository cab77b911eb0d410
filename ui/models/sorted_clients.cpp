// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sorted_clients.h"

#include <algorithm>

namespace signalbox::ui {

namespace {

constexpr std::chrono::milliseconds settleDelay{100};

} // namespace

SortedClients::SortedClients(ClientsModel& clients, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_clients(clients)
{
    setDynamicSortFilter(false); // it would move rows one at a time
    setSourceModel(&clients);
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleDelay);
    connect(&m_settle, &QTimer::timeout, this, &SortedClients::settle);
    connect(&clients, &QAbstractItemModel::rowsInserted, this, &SortedClients::settleSoon);
    connect(&clients, &ClientsModel::ticked, this, &SortedClients::measured);
    connect(&clients, &ClientsModel::fanChanged, this, &SortedClients::settleSoon);
    connect(&clients, &QAbstractItemModel::dataChanged, this, [this] {
        if (isSearched()) {
            settleSoon();
        }
    });
}

void SortedClients::setSearch(const QString& text)
{
    m_words = text.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    settle();
}

void SortedClients::setParts(const QSet<FanPart>& parts)
{
    m_parts = parts;
    settle();
}

void SortedClients::setHeld(bool held)
{
    m_held = held;
    if (!held) {
        settleSoon();
    }
}

void SortedClients::settleSoon()
{
    if (!m_settle.isActive()) {
        m_settle.start();
    }
}

void SortedClients::measured()
{
    if (!m_held && m_column >= 0 && isMeasured(static_cast<ClientColumn>(m_column))) {
        settle();
    }
}

void SortedClients::sort(int column, Qt::SortOrder order)
{
    m_column = column;
    m_order = column < 0 ? Qt::AscendingOrder : order;
    // With a fan there is an order even where the user chose no column.
    QSortFilterProxyModel::sort(column < 0 && !m_clients.fan().isEmpty() ? 0 : column, m_order);
}

void SortedClients::settle()
{
    m_settle.stop();
    invalidateFilter();
    if (!m_held) {
        sort(m_column, m_order);
    }
}

ClientId SortedClients::client(const QModelIndex& index) const
{
    return index.isValid() ? m_clients.client(mapToSource(index).row()).client : ClientId();
}

QModelIndex SortedClients::indexOf(ClientId client) const
{
    const int row = m_clients.rowOf(client);
    return row < 0 ? QModelIndex() : mapFromSource(m_clients.index(row, 0));
}

bool SortedClients::filterAcceptsRow(int row, const QModelIndex&) const
{
    const ClientRow& client = m_clients.at(row);
    if (!m_parts.isEmpty() && !m_clients.fan().isEmpty() &&
        !m_parts.contains(m_clients.fan().part(client.info))) {
        return false;
    }
    return std::all_of(m_words.begin(), m_words.end(),
                       [&client](const QString& word) { return client.searched.contains(word); });
}

bool SortedClients::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const ClientRow& one = m_clients.at(left.row());
    const ClientRow& other = m_clients.at(right.row());
    if (const Fan& fan = m_clients.fan(); !fan.isEmpty()) {
        const FanPart onePart = fan.part(one.info);
        const FanPart otherPart = fan.part(other.info);
        if (onePart != otherPart) {
            return (onePart < otherPart) == (m_order == Qt::AscendingOrder);
        }
    }
    return m_column < 0 ? one.info.client < other.info.client
                        : clientComesBefore(one, other, static_cast<ClientColumn>(m_column));
}

} // namespace signalbox::ui
