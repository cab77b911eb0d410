// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/clients_model.h"

#include "ui/format/client_words.h"
#include "ui/format/plain.h"
#include "ui/format/times.h"

#include <algorithm>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

// Beyond this many separate ranges a reset is cheaper than telling the views about each.
constexpr size_t maxRemovedRanges = 64;

// A queue shorter than this never fills its bar, so that a few bytes do not look like trouble.
constexpr qint64 smallestFullBar = 64 * 1024;

// Statistics come more often while much happens; rates want a whole second, or nearly.
constexpr std::chrono::milliseconds tickInterval{900};

Meaning fanMeaning(FanPart part)
{
    switch (part) {
    case FanPart::Got:
        return Meaning::Good;
    case FanPart::Waits:
        return Meaning::Warning;
    case FanPart::Dropped:
        return Meaning::Bad;
    case FanPart::LeftOut:
    case FanPart::Absent:
        return Meaning::Muted;
    }
    Q_UNREACHABLE();
}

} // namespace

ClientsModel::ClientsModel(QObject* parent)
    : QAbstractTableModel(parent)
    , m_now(SystemClock().wallNow())
{
}

void ClientsModel::apply(const std::vector<link::ClientInfo>& clients)
{
    std::vector<ClientRow> added;
    int first = rowCount();
    int last = -1;
    for (const link::ClientInfo& info : clients) {
        const int row = rowOf(info.client);
        if (row < 0) {
            m_index.insert(info.client, static_cast<int>(m_rows.size() + added.size()));
            added.emplace_back(info);
        } else if (static_cast<size_t>(row) < m_rows.size()) {
            m_rows[static_cast<size_t>(row)].setInfo(info);
            first = std::min(first, row);
            last = std::max(last, row);
        } else { // twice in one batch
            added[static_cast<size_t>(row) - m_rows.size()].setInfo(info);
        }
    }
    emitChanged(first, last);
    if (added.empty()) {
        return;
    }
    const int end = rowCount();
    beginInsertRows({}, end, end + static_cast<int>(added.size()) - 1);
    m_rows.insert(m_rows.end(), std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
    endInsertRows();
}

void ClientsModel::emitChanged(int first, int last)
{
    if (last >= first) {
        Q_EMIT dataChanged(index(first, 0), index(last, columns - 1));
    }
}

void ClientsModel::measure(const std::vector<link::ClientTraffic>& traffic)
{
    int first = rowCount();
    int last = -1;
    for (const link::ClientTraffic& measured : traffic) {
        const int row = rowOf(measured.client);
        if (row >= 0) {
            m_rows[static_cast<size_t>(row)].traffic = measured;
            m_largestQueue = std::max(m_largestQueue, measured.queuedBytes);
            first = std::min(first, row);
            last = std::max(last, row);
        }
    }
    emitChanged(first, last);
}

void ClientsModel::tick(WallTime now)
{
    const auto passed = now - m_lastTick;
    if (passed >= std::chrono::microseconds(0) && passed < tickInterval) {
        return;
    }
    const double seconds = std::chrono::duration<double>(passed).count();
    m_lastTick = now;
    m_now = now;
    m_largestQueue = smallestFullBar;
    for (ClientRow& row : m_rows) {
        row.trail->add(row.traffic, seconds);
        m_largestQueue = std::max(m_largestQueue, row.traffic.queuedBytes);
    }
    emitChanged(0, rowCount() - 1);
    Q_EMIT ticked();
}

void ClientsModel::setFan(Fan fan)
{
    m_fan = std::move(fan);
    emitChanged(0, rowCount() - 1);
    Q_EMIT fanChanged();
}

void ClientsModel::add(const std::vector<link::DeliveryUpdate>& updates)
{
    if (m_fan.add(updates)) {
        emitChanged(0, rowCount() - 1);
        Q_EMIT fanChanged();
    }
}

void ClientsModel::add(const link::DeliveriesProgressed& progressed)
{
    if (m_fan.add(progressed)) {
        emitChanged(0, rowCount() - 1);
        Q_EMIT fanChanged();
    }
}

void ClientsModel::remove(const std::vector<link::ClientEnd>& ends)
{
    std::vector<size_t> rows;
    for (const link::ClientEnd& end : ends) {
        if (const auto known = m_index.constFind(end.client); known != m_index.cend()) {
            rows.push_back(static_cast<size_t>(*known));
            m_index.erase(known);
        }
    }
    std::sort(rows.begin(), rows.end());
    std::vector<std::pair<size_t, size_t>> ranges; // first and last
    for (const size_t row : rows) {
        if (!ranges.empty() && ranges.back().second + 1 == row) {
            ranges.back().second = row;
        } else {
            ranges.emplace_back(row, row);
        }
    }
    removeRows(ranges);
}

void ClientsModel::removeRows(const std::vector<std::pair<size_t, size_t>>& ranges)
{
    if (ranges.size() > maxRemovedRanges) {
        beginResetModel();
        std::erase_if(m_rows, [this](const ClientRow& row) { return !m_index.contains(row.info.client); });
        reindexFrom(0);
        endResetModel();
        return;
    }
    for (auto range = ranges.rbegin(); range != ranges.rend(); ++range) {
        beginRemoveRows({}, static_cast<int>(range->first), static_cast<int>(range->second));
        m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(range->first),
                     m_rows.begin() + static_cast<std::ptrdiff_t>(range->second) + 1);
        reindexFrom(range->first);
        endRemoveRows();
    }
}

void ClientsModel::reindexFrom(size_t first)
{
    for (size_t row = first; row < m_rows.size(); ++row) {
        // Clients that are about to be removed have no index any more.
        if (const auto known = m_index.find(m_rows[row].info.client); known != m_index.end()) {
            *known = static_cast<int>(row);
        }
    }
}

const link::ClientInfo* ClientsModel::find(ClientId client) const
{
    const ClientRow* row = findRow(client);
    return row == nullptr ? nullptr : &row->info;
}

const ClientRow* ClientsModel::findRow(ClientId client) const
{
    const int row = rowOf(client);
    return row < 0 ? nullptr : &m_rows[static_cast<size_t>(row)];
}

double ClientsModel::rate(ClientId client) const
{
    const ClientRow* row = findRow(client);
    return row == nullptr ? 0.0 : row->trail->rate();
}

int ClientsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ClientsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant ClientsModel::bar(const ClientRow& row, ClientColumn column) const
{
    if (column != ClientColumn::Queue || row.traffic.queuedBytes <= 0) {
        return {};
    }
    return static_cast<double>(row.traffic.queuedBytes) /
           static_cast<double>(std::max(m_largestQueue, smallestFullBar));
}

Meaning ClientsModel::meaning(const ClientRow& row, ClientColumn column) const
{
    if (m_fan.isEmpty()) {
        return clientCellMeaning(row, column, m_now);
    }
    const FanPart part = m_fan.part(row.info);
    if (column == ClientColumn::Fan || part == FanPart::LeftOut || part == FanPart::Absent) {
        return fanMeaning(part); // who was left out steps back
    }
    return clientCellMeaning(row, column, m_now);
}

QVariant ClientsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const ClientRow& row = at(index.row());
    const auto column = static_cast<ClientColumn>(index.column());
    const auto text = [this, &row, column] {
        return column != ClientColumn::Fan ? clientCellText(row, column, m_now)
               : m_fan.isEmpty()           ? QString()
                                           : m_fan.text(row.info);
    };
    switch (role) {
    case Qt::DisplayRole:
        return text();
    case Qt::ToolTipRole:
        return plainToolTip(column == ClientColumn::Name           ? clientLabel(text(), row.info.client)
                            : column == ClientColumn::ConnectedFor ? sinceText(row.info.connectedAt, m_now)
                                                                   : text());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue<Qt::Alignment>((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) |
                                                  Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        if (column != ClientColumn::Name) {
            return {};
        }
        return m_fan.isEmpty() ? clientSentence(row, m_now)
                               : clientSentence(row, m_now) + u", "_s + m_fan.text(row.info);
    case meaningRole:
        return QVariant::fromValue(meaning(row, column));
    case barRole:
        return bar(row, column);
    default:
        return {};
    }
}

QVariant ClientsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns) {
        return {};
    }
    const auto column = static_cast<ClientColumn>(section);
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue<Qt::Alignment>((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) |
                                                  Qt::AlignVCenter);
    }
    return role == Qt::DisplayRole ? clientColumnTitle(column) : QVariant();
}

} // namespace signalbox::ui
