// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/groups_model.h"

#include "server/core/topic_filter.h"
#include "ui/format/client_words.h"
#include "ui/format/meaning.h"
#include "ui/format/numbers.h"
#include "ui/format/plain.h"
#include "ui/models/client_names.h"
#include "ui/models/clients_model.h"

#include <algorithm>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

// The empty name, "no group", goes last.
bool comesBefore(const GroupName& left, const GroupName& right)
{
    return left.isEmpty() != right.isEmpty() ? right.isEmpty() : left < right;
}

} // namespace

GroupsModel::GroupsModel(const ClientNames& names, QObject* parent)
    : QAbstractItemModel(parent)
    , m_names(names)
{
}

GroupsModel::~GroupsModel() = default;

void GroupsModel::apply(const std::vector<link::ClientInfo>& clients)
{
    Changes left;
    Changes joined;
    for (const link::ClientInfo& info : clients) {
        QList<GroupName> now = info.groups;
        if (now.isEmpty()) {
            now.append(GroupName());
        }
        if (std::ranges::any_of(now,
                                [&info](const GroupName& group) { return isTopicFilterOf(info, group); })) {
            m_filtering.insert(info.client);
        }
        const QList<GroupName> before = m_groupsOf.value(info.client);
        for (const GroupName& group : before) {
            if (!now.contains(group) && !std::erase(joined[group], info.client)) {
                left[group].push_back(info.client);
            }
        }
        for (const GroupName& group : std::as_const(now)) {
            if (!before.contains(group) && !std::erase(left[group], info.client)) {
                joined[group].push_back(info.client);
            }
        }
        m_groupsOf.insert(info.client, now);
    }
    leave(left);
    join(joined);
}

void GroupsModel::remove(const std::vector<link::ClientEnd>& ends)
{
    Changes left;
    for (const link::ClientEnd& end : ends) {
        for (const GroupName& group : m_groupsOf.take(end.client)) {
            left[group].push_back(end.client);
        }
    }
    leave(left);
    for (const link::ClientEnd& end : ends) {
        m_filtering.remove(end.client);
    }
}

void GroupsModel::leave(const Changes& changes)
{
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        Group* group = findGroup(change.key());
        if (group == nullptr || change->empty()) {
            continue;
        }
        std::vector<ClientId> gone = *change;
        std::sort(gone.begin(), gone.end());
        const auto isGone = [&gone](ClientId id) { return std::binary_search(gone.begin(), gone.end(), id); };
        if (std::all_of(group->members.begin(), group->members.end(), isGone)) {
            removeGroup(group->row);
            continue;
        }
        const QModelIndex parent = groupIndex(*group);
        for (size_t end = group->members.size(); end > 0;) { // ranges from the back
            if (!isGone(group->members[end - 1])) {
                --end;
                continue;
            }
            size_t begin = end - 1;
            while (begin > 0 && isGone(group->members[begin - 1])) {
                --begin;
            }
            beginRemoveRows(parent, static_cast<int>(begin), static_cast<int>(end) - 1);
            group->members.erase(group->members.begin() + static_cast<std::ptrdiff_t>(begin),
                                 group->members.begin() + static_cast<std::ptrdiff_t>(end));
            endRemoveRows();
            end = begin;
        }
        Q_EMIT dataChanged(groupIndex(*group, MembersColumn), groupIndex(*group, MembersColumn));
    }
}

void GroupsModel::join(const Changes& changes)
{
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        if (change->empty()) {
            continue;
        }
        Group& group = ensureGroup(change.key());
        const int first = static_cast<int>(group.members.size());
        beginInsertRows(groupIndex(group), first, first + static_cast<int>(change->size()) - 1);
        group.members.insert(group.members.end(), change->begin(), change->end());
        endInsertRows();
        Q_EMIT dataChanged(groupIndex(group, MembersColumn), groupIndex(group, MembersColumn));
    }
}

GroupsModel::Group& GroupsModel::ensureGroup(const GroupName& name)
{
    const auto place = std::lower_bound(
        m_groups.begin(), m_groups.end(), name,
        [](const auto& group, const GroupName& wanted) { return comesBefore(group->name, wanted); });
    if (place != m_groups.end() && (*place)->name == name) {
        return **place;
    }
    const int row = static_cast<int>(place - m_groups.begin());
    beginInsertRows({}, row, row);
    m_groups.insert(place, std::make_unique<Group>(Group{name, row, {}, {}, {}}));
    renumber();
    endInsertRows();
    return *m_groups[static_cast<size_t>(row)];
}

void GroupsModel::removeGroup(int row)
{
    beginRemoveRows({}, row, row);
    m_groups.erase(m_groups.begin() + row);
    renumber();
    endRemoveRows();
}

void GroupsModel::renumber()
{
    for (size_t row = 0; row < m_groups.size(); ++row) {
        m_groups[row]->row = static_cast<int>(row);
    }
}

GroupsModel::Group* GroupsModel::findGroup(const GroupName& name) const
{
    const auto found = std::lower_bound(
        m_groups.begin(), m_groups.end(), name,
        [](const auto& group, const GroupName& wanted) { return comesBefore(group->name, wanted); });
    return found == m_groups.end() || (*found)->name != name ? nullptr : found->get();
}

void GroupsModel::tick(const ClientsModel& clients)
{
    for (const auto& group : m_groups) {
        double rate = 0.0;
        for (const ClientId member : group->members) {
            rate += clients.rate(member);
        }
        group->history.push_back(rate);
        if (group->history.size() > historyLength) {
            group->history.pop_front();
        }
    }
    if (!m_groups.empty()) {
        Q_EMIT dataChanged(groupIndex(*m_groups.front(), 0), groupIndex(*m_groups.back(), ColumnCount - 1));
    }
}

void GroupsModel::note(const std::vector<link::FrameRow>& rows)
{
    static const QByteArray prefix = "group ";
    for (const link::FrameRow& row : rows) {
        if (row.message.isNull() || !(row.target.isEmpty() || row.target.startsWith(prefix))) {
            continue; // to nobody, or to recipients that are no group
        }
        const QByteArray name = row.target.isEmpty() ? QByteArray() : row.target.sliced(prefix.size());
        if (Group* group = findGroup(GroupName::trusted(name)); group != nullptr) {
            const QString from = row.sender == link::SenderKind::Operator ? tr("operator")
                                 : row.client.isNull()                    ? tr("HTTP")
                                                                          : m_names.label(row.client);
            group->news = {row.action, from, row.time};
        }
    }
}

QModelIndex GroupsModel::groupIndex(const Group& group, int column) const
{
    return createIndex(group.row, column, nullptr);
}

const GroupsModel::Group& GroupsModel::groupOf(const QModelIndex& index) const
{
    Q_ASSERT(index.isValid());
    const auto* parentGroup = static_cast<const Group*>(index.constInternalPointer());
    return parentGroup != nullptr ? *parentGroup : *m_groups[static_cast<size_t>(index.row())];
}

GroupName GroupsModel::group(const QModelIndex& index) const
{
    return groupOf(index).name;
}

const std::deque<double>& GroupsModel::history(const QModelIndex& index) const
{
    return groupOf(index).history;
}

const std::vector<ClientId>& GroupsModel::members(const QModelIndex& index) const
{
    return groupOf(index).members;
}

const GroupNews& GroupsModel::news(const QModelIndex& index) const
{
    return groupOf(index).news;
}

QStringList GroupsModel::names() const
{
    QStringList texts;
    for (const auto& group : m_groups) {
        if (!group->name.isEmpty() && !isFilter(*group)) {
            texts += group->name.text();
        }
    }
    return texts;
}

qint64 GroupsModel::memberCount(const GroupName& name) const
{
    const Group* group = findGroup(name);
    return group == nullptr ? 0 : static_cast<qint64>(group->members.size());
}

ClientId GroupsModel::member(const QModelIndex& index) const
{
    const auto* parentGroup = static_cast<const Group*>(index.constInternalPointer());
    return parentGroup == nullptr ? ClientId() : parentGroup->members[static_cast<size_t>(index.row())];
}

int GroupsModel::groupCount() const
{
    return static_cast<int>(std::ranges::count_if(
        m_groups, [this](const auto& group) { return !group->name.isEmpty() && !isFilter(*group); }));
}

bool GroupsModel::isFilter(const Group& group) const
{
    return !m_filtering.isEmpty() && isTopicFilter(group.name.bytes()) &&
           std::ranges::all_of(group.members,
                               [this](ClientId member) { return m_filtering.contains(member); });
}

bool GroupsModel::isFilter(const GroupName& name) const
{
    const Group* group = findGroup(name);
    return group != nullptr && isFilter(*group);
}

qint64 GroupsModel::filterCount(const GroupName& name) const
{
    if (m_filtering.isEmpty() || name.isEmpty() || isFilter(name)) {
        return 0;
    }
    QSet<ClientId> matched;
    for (const auto& group : m_groups) {
        if (group->name != name && isFilter(*group) && topicMatches(group->name.bytes(), name.bytes())) {
            matched.unite(QSet<ClientId>(group->members.begin(), group->members.end()));
        }
    }
    if (const Group* group = findGroup(name); group != nullptr) {
        for (const ClientId member : group->members) {
            matched.remove(member);
        }
    }
    return matched.size();
}

// A member's index carries its group, a group's index carries nothing.
QModelIndex GroupsModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column,
                       parent.isValid() ? m_groups[static_cast<size_t>(parent.row())].get() : nullptr);
}

QModelIndex GroupsModel::parent(const QModelIndex& index) const
{
    const auto* parentGroup = static_cast<const Group*>(index.constInternalPointer());
    return parentGroup == nullptr ? QModelIndex() : groupIndex(*parentGroup);
}

int GroupsModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid()) {
        return static_cast<int>(m_groups.size());
    }
    const bool isGroup = parent.constInternalPointer() == nullptr && parent.column() == 0;
    return isGroup ? static_cast<int>(m_groups[static_cast<size_t>(parent.row())]->members.size()) : 0;
}

int GroupsModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QString GroupsModel::membersText(const Group& group) const
{
    const QString members = countText(static_cast<qint64>(group.members.size()));
    const qint64 byFilter = filterCount(group.name);
    return byFilter == 0 ? members : members + u" + ✱"_s + countText(byFilter);
}

QString GroupsModel::text(const QModelIndex& index) const
{
    if (const ClientId client = member(index); !client.isNull()) {
        return index.column() == NameColumn ? m_names.label(client) : QString();
    }
    const Group& group = groupOf(index);
    switch (index.column()) {
    case NameColumn:
        return group.name.isEmpty() ? noGroupText()
               : isFilter(group)    ? u"✱ "_s + plainName(group.name.bytes())
                                    : plainName(group.name.bytes());
    case MembersColumn:
        return membersText(group);
    default:
        return group.history.empty() ? QString() : tr("%1/s").arg(rateText(group.history.back()));
    }
}

QString GroupsModel::sentence(const QModelIndex& index) const
{
    const QString label = text(index.siblingAtColumn(NameColumn));
    if (!member(index).isNull()) {
        return label;
    }
    const auto members = static_cast<qint64>(groupOf(index).members.size());
    if (isFilter(groupOf(index))) {
        return members == 1 ? tr("filter %1, 1 client").arg(plainName(groupOf(index).name.bytes()))
                            : tr("filter %1, %2 clients")
                                  .arg(plainName(groupOf(index).name.bytes()), countText(members));
    }
    return members == 1 ? tr("group %1, 1 member").arg(label)
                        : tr("group %1, %2 members").arg(label, countText(members));
}

QString GroupsModel::toolTip(const QModelIndex& index) const
{
    const QString name = text(index.siblingAtColumn(NameColumn));
    if (!member(index).isNull()) {
        return name;
    }
    if (isFilter(groupOf(index))) {
        return tr("%1: its clients get what is sent to every group that it matches. Nothing can be sent to "
                  "it.")
            .arg(topicFilterText(groupOf(index).name));
    }
    const qint64 byFilter = filterCount(groupOf(index).name);
    return byFilter == 0 ? name
           : byFilter == 1
               ? tr("%1: 1 client more gets what is sent to it, by a filter.").arg(name)
               : tr("%1: %2 clients more get what is sent to it, by filters.").arg(name, countText(byFilter));
}

QVariant GroupsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const bool isGroup = member(index).isNull();
    switch (role) {
    case Qt::DisplayRole:
        return text(index);
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(index));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue<Qt::Alignment>(
            (index.column() == NameColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return sentence(index);
    case meaningRole: {
        const bool isQuiet = index.column() == RateColumn && isGroup &&
                             (groupOf(index).history.empty() || groupOf(index).history.back() == 0.0);
        const bool isNoGroup = isGroup && (groupOf(index).name.isEmpty() || isFilter(groupOf(index)));
        return QVariant::fromValue(isQuiet || isNoGroup ? Meaning::Muted : Meaning::Normal);
    }
    default:
        return {};
    }
}

QVariant GroupsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue<Qt::Alignment>((section == NameColumn ? Qt::AlignLeft : Qt::AlignRight) |
                                                  Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    return section == NameColumn ? tr("Group") : section == MembersColumn ? tr("Members") : tr("Rate");
}

} // namespace signalbox::ui
