// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/clients_model.h"

#include "ui/format/client_words.h"
#include "ui/format/meaning.h"
#include "ui/format/numbers.h"
#include "ui/format/plain.h"
#include "ui/format/times.h"

#include <algorithm>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

// Beyond this many separate ranges a reset is cheaper than telling the views about each.
constexpr size_t maxRemovedRanges = 64;

QString tagsText(const QList<TagName>& tags)
{
    QStringList names;
    for (const TagName& tag : tags) {
        names += plainName(tag.bytes());
    }
    return names.join(u", "_s);
}

bool isNumber(ClientsModel::Column column)
{
    return column == ClientsModel::QueueColumn || column == ClientsModel::ReceivedColumn ||
           column == ClientsModel::SentColumn || column == ClientsModel::RoundTripColumn;
}

} // namespace

void ClientsModel::apply(const std::vector<link::ClientInfo>& clients)
{
    std::vector<Row> added;
    for (const link::ClientInfo& info : clients) {
        const int row = rowOf(info.client);
        if (row < 0) {
            m_index.insert(info.client, static_cast<int>(m_rows.size() + added.size()));
            added.push_back({info, {}});
        } else if (static_cast<size_t>(row) < m_rows.size()) {
            m_rows[static_cast<size_t>(row)].info = info;
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        } else { // twice in one batch
            added[static_cast<size_t>(row) - m_rows.size()].info = info;
        }
    }
    if (added.empty()) {
        return;
    }
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(added.size()) - 1);
    m_rows.insert(m_rows.end(), std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
    endInsertRows();
}

void ClientsModel::measure(const std::vector<link::ClientTraffic>& traffic)
{
    int first = rowCount();
    int last = -1;
    for (const link::ClientTraffic& measured : traffic) {
        const int row = rowOf(measured.client);
        if (row >= 0) {
            m_rows[static_cast<size_t>(row)].traffic = measured;
            first = std::min(first, row);
            last = std::max(last, row);
        }
    }
    if (last >= 0) {
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
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
    if (rows.empty()) {
        return;
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
    if (ranges.size() > maxRemovedRanges) {
        beginResetModel();
        std::erase_if(m_rows, [this](const Row& row) { return !m_index.contains(row.info.client); });
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
    const int row = rowOf(client);
    return row < 0 ? nullptr : &m_rows[static_cast<size_t>(row)].info;
}

int ClientsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ClientsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ClientsModel::text(const Row& row, Column column) const
{
    switch (column) {
    case NameColumn:
        return (row.traffic.queuedBytes > 0 ? u"◐ "_s : u"● "_s) + clientName(row.info);
    case GroupsColumn:
        return groupsText(row.info.groups);
    case QueueColumn:
        return row.traffic.queuedBytes > 0 ? bytesText(row.traffic.queuedBytes) : u"0"_s;
    case ReceivedColumn:
        return countText(row.traffic.messagesReceived);
    case SentColumn:
        return countText(row.traffic.messagesSent);
    case IdColumn:
        return QString::fromLatin1(row.info.client.text());
    case PathColumn:
        return plainName(row.info.path);
    case DialectColumn:
        return plainName(row.info.dialect);
    case AddressColumn:
        return plainName(row.info.address);
    case RoundTripColumn:
        return row.traffic.roundTrip.count() < 0 ? QString() : durationText(row.traffic.roundTrip);
    case SinceColumn:
        return sinceText(row.info.connectedAt, SystemClock().wallNow());
    case TagsColumn:
        return tagsText(row.info.tags);
    case ColumnCount:
        break;
    }
    Q_UNREACHABLE();
}

QVariant ClientsModel::rawValue(const Row& row, Column column) const
{
    switch (column) {
    case QueueColumn:
        return row.traffic.queuedBytes;
    case ReceivedColumn:
        return row.traffic.messagesReceived;
    case SentColumn:
        return row.traffic.messagesSent;
    case IdColumn:
        return row.info.client.number();
    case RoundTripColumn:
        return QVariant::fromValue<qint64>(row.traffic.roundTrip.count());
    case SinceColumn:
        return QVariant::fromValue<qint64>(row.info.connectedAt.time_since_epoch().count());
    case NameColumn:
        return clientName(row.info);
    case GroupsColumn:
    case PathColumn:
    case DialectColumn:
    case AddressColumn:
    case TagsColumn:
        return text(row, column);
    case ColumnCount:
        break;
    }
    Q_UNREACHABLE();
}

QString ClientsModel::sentence(const Row& row) const
{
    const QString label = clientLabel(clientName(row.info), row.info.client);
    return tr("client %1, groups: %2, %3 waiting")
        .arg(label, groupsText(row.info.groups), exactBytesText(row.traffic.queuedBytes));
}

QVariant ClientsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Row& row = m_rows[static_cast<size_t>(index.row())];
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case sortRole:
        return rawValue(row, column);
    case Qt::ToolTipRole:
        return plainToolTip(column == NameColumn ? clientLabel(clientName(row.info), row.info.client)
                                                 : text(row, column));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue<Qt::Alignment>((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) |
                                                  Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return column == NameColumn ? sentence(row) : QVariant();
    case meaningRole: {
        const bool waits = row.traffic.queuedBytes > 0 && (column == NameColumn || column == QueueColumn);
        const bool ungrouped = row.info.groups.isEmpty() && column == GroupsColumn;
        const bool zero = isNumber(column) && rawValue(row, column).toLongLong() == 0;
        return QVariant::fromValue(waits               ? Meaning::Warning
                                   : ungrouped || zero ? Meaning::Muted
                                                       : Meaning::Normal);
    }
    default:
        return {};
    }
}

QVariant ClientsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue<Qt::Alignment>((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) |
                                                  Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case NameColumn:
        return tr("Client");
    case GroupsColumn:
        return tr("Groups");
    case QueueColumn:
        return tr("Queue");
    case ReceivedColumn:
        return tr("In");
    case SentColumn:
        return tr("Out");
    case IdColumn:
        return tr("Id");
    case PathColumn:
        return tr("Path");
    case DialectColumn:
        return tr("Dialect");
    case AddressColumn:
        return tr("Address");
    case RoundTripColumn:
        return tr("Round trip");
    case SinceColumn:
        return tr("Connected");
    case TagsColumn:
        return tr("Tags");
    case ColumnCount:
        break;
    }
    Q_UNREACHABLE();
}

} // namespace signalbox::ui
