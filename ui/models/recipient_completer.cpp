// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/recipient_completer.h"

#include "ui/format/client_words.h"
#include "ui/format/numbers.h"
#include "ui/format/plain.h"
#include "ui/format/routing_words.h"
#include "ui/models/clients_model.h"
#include "ui/models/recipient_text.h"

#include <algorithm>
#include <array>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

RecipientCompleter::RecipientCompleter(const ClientsModel& clients, QObject* parent)
    : QAbstractListModel(parent)
    , m_clients(clients)
{
}

void RecipientCompleter::read()
{
    m_candidates.clear();
    QHash<QByteArray, qint64> groups;
    QHash<QByteArray, qint64> users;
    QHash<QByteArray, qint64> tags;
    std::vector<Candidate> clients;
    clients.reserve(static_cast<size_t>(m_clients.rowCount()));
    for (int row = 0; row < m_clients.rowCount(); ++row) {
        const link::ClientInfo& info = m_clients.client(row);
        for (const GroupName& group : info.groups) {
            if (!isTopicFilterOf(info, group)) { // to which nothing is sent
                ++groups[group.bytes()];
            }
        }
        for (const TagName& tag : info.tags) {
            ++tags[tag.bytes()];
        }
        if (!info.user.isEmpty()) {
            ++users[info.user.bytes()];
        }
        const QByteArray id = info.client.text();
        clients.push_back({RecipientType::Client, id, QString::fromLatin1(id), 1});
    }
    const auto add = [this](RecipientType type, const QHash<QByteArray, qint64>& names) {
        const size_t first = m_candidates.size();
        for (auto name = names.begin(); name != names.end(); ++name) {
            m_candidates.push_back(
                {type, name.key(), QString::fromUtf8(name.key()).toCaseFolded(), name.value()});
        }
        std::sort(m_candidates.begin() + static_cast<std::ptrdiff_t>(first), m_candidates.end(),
                  [](const Candidate& one, const Candidate& other) { return one.folded < other.folded; });
    };
    add(RecipientType::Group, groups);
    add(RecipientType::User, users);
    add(RecipientType::Tag, tags);
    std::move(clients.begin(), clients.end(), std::back_inserter(m_candidates));
    m_isKnown = true;
}

// Exact names first, then those that begin with it, then those that hold it; bounded in each.
std::vector<size_t> RecipientCompleter::ranked(const QString& folded, bool isExclusion,
                                               std::optional<RecipientType> type) const
{
    std::array<std::vector<size_t>, 3> ranks;
    for (size_t index = 0; index < m_candidates.size(); ++index) {
        const Candidate& candidate = m_candidates[index];
        const bool mayBeLeftOut =
            candidate.type == RecipientType::User || candidate.type == RecipientType::Client;
        if ((isExclusion && !mayBeLeftOut) || (type && *type != candidate.type)) {
            continue;
        }
        const qsizetype place = folded.isEmpty() ? 0 : candidate.folded.indexOf(folded);
        if (place < 0) {
            continue;
        }
        const size_t rank = place > 0 ? 2 : candidate.folded.size() == folded.size() ? 0 : 1;
        if (ranks[rank].size() < maxRows) {
            ranks[rank].push_back(index);
        }
    }
    std::vector<size_t> found = std::move(ranks[0]);
    for (const auto& rank : {ranks[1], ranks[2]}) {
        found.insert(found.end(), rank.begin(), rank.end());
    }
    found.resize(std::min(found.size(), maxRows));
    return found;
}

void RecipientCompleter::complete(const QString& typed)
{
    if (!m_isKnown) {
        read();
    }
    const TypedRecipient wanted = typedRecipient(typed);
    const QString folded = wanted.name.toCaseFolded();
    std::vector<Match> matches;
    const bool mayBeEveryone = !wanted.isExclusion && !wanted.type;
    if (mayBeEveryone &&
        (u"everyone"_s.startsWith(folded) || tr("everyone").toCaseFolded().startsWith(folded))) {
        matches.push_back({{RecipientType::All, {}}, m_candidates.size()});
    }
    for (const size_t index : ranked(folded, wanted.isExclusion, wanted.type)) {
        RecipientType type = m_candidates[index].type;
        if (wanted.isExclusion) {
            type = type == RecipientType::User ? RecipientType::AllButUser : RecipientType::AllButClient;
        }
        matches.push_back({{type, m_candidates[index].name}, index});
    }
    beginResetModel();
    m_matches = std::move(matches);
    endResetModel();
}

const Recipient& RecipientCompleter::recipient(int row) const
{
    return m_matches[static_cast<size_t>(row)].recipient;
}

RecipientType RecipientCompleter::typeOf(const QString& name)
{
    if (!m_isKnown) {
        read();
    }
    const QByteArray bytes = name.toUtf8();
    const auto found = std::find_if(m_candidates.begin(), m_candidates.end(),
                                    [&bytes](const Candidate& candidate) { return candidate.name == bytes; });
    return found == m_candidates.end() ? RecipientType::Group : found->type;
}

int RecipientCompleter::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_matches.size());
}

QString RecipientCompleter::clientsText(qint64 clients)
{
    return clients == 1 ? tr("1 client") : tr("%1 clients").arg(countText(clients));
}

QString RecipientCompleter::text(const Match& match) const
{
    if (match.candidate >= m_candidates.size()) {
        return tr("everyone · %1").arg(clientsText(m_clients.rowCount()));
    }
    const Candidate& candidate = m_candidates[match.candidate];
    const QString name = recipientText(match.recipient);
    if (candidate.type == RecipientType::Client) {
        const link::ClientInfo* info =
            m_clients.find(ClientId::fromText(candidate.name).value_or(ClientId()));
        return info == nullptr ? name : tr("%1 · %2").arg(name, clientName(*info));
    }
    return tr("%1 · %2").arg(name, clientsText(candidate.clients));
}

QVariant RecipientCompleter::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Match& match = m_matches[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(match);
    case Qt::EditRole:
        return typedText(match.recipient);
    case Qt::ToolTipRole:
        return plainToolTip(text(match));
    default:
        return {};
    }
}

} // namespace signalbox::ui
