// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routing/hint.h"

#include "server/core/name.h"
#include "server/core/plain_text.h"
#include "server/routing/last_seen.h"
#include "server/routing/member_index.h"
#include "server/routing/near_name.h"
#include "server/routing/resolver.h"

#include <QtCore/QDateTime>
#include <QtCore/QStringList>

#include <algorithm>

namespace signalbox::routing {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype maxExplained =
    3; // recipients; a list of a thousand wrong names needs no thousand reasons
constexpr qsizetype shownCharacters = 60;

QString quoted(const QByteArray& name)
{
    return u'"' + printable(name, shownCharacters) + u'"';
}

QString kindOf(RecipientType type)
{
    return QLatin1StringView(recipientTypeName(type)).toString();
}

QString blanksInWords(qsizetype leading, qsizetype trailing)
{
    const QString blanks = leading + trailing == 1 ? u"blank"_s : u"blanks"_s;
    if (leading == 0) {
        return u"%1 trailing %2"_s.arg(QString::number(trailing), blanks);
    }
    if (trailing == 0) {
        return u"%1 leading %2"_s.arg(QString::number(leading), blanks);
    }
    return u"%1 leading and %2 trailing blanks"_s.arg(QString::number(leading), QString::number(trailing));
}

QString describeBlanks(const QByteArray& sent, const QByteArray& existing)
{
    const QString text = nameText(sent);
    const QString name = nameText(existing);
    const QString bare = text.trimmed();
    if (name != bare) {
        return u"the name sent has other blanks at its ends"_s;
    }
    const qsizetype leading = text.indexOf(bare);
    return u"the name sent has %1"_s.arg(blanksInWords(leading, text.size() - bare.size() - leading));
}

QString describe(RecipientType type, const QByteArray& sent, const NearName& near)
{
    const QString exists = u"%1 %2 exists; "_s.arg(kindOf(type), quoted(near.name));
    switch (near.nearness) {
    case Nearness::Blanks:
        return exists + describeBlanks(sent, near.name);
    case Nearness::Case:
        return exists + u"the name sent, %1, differs in case"_s.arg(quoted(sent));
    case Nearness::BlanksAndCase:
        return exists + u"the name sent, %1, differs in case and in blanks at its ends"_s.arg(quoted(sent));
    case Nearness::Spelling:
        return exists + u"the name sent, %1, is spelled otherwise"_s.arg(quoted(sent));
    }
    Q_UNREACHABLE();
}

QString describe(const QByteArray& user, const Seen& seen)
{
    using std::chrono::milliseconds;
    const auto sinceEpoch = std::chrono::floor<milliseconds>(seen.time).time_since_epoch().count();
    const QString time =
        QDateTime::fromMSecsSinceEpoch(sinceEpoch, Qt::UTC).toString(u"yyyy-MM-dd HH:mm:ss"_s);
    return u"user %1 was last seen at %2 UTC (%3, %4)"_s.arg(
        quoted(user), time, QLatin1StringView(endReasonName(seen.reason)), QString::number(seen.closeCode));
}

/// Explains one recipient after the other. Lives for one hint.
class Explainer final {
public:
    Explainer(const MemberIndex& population, const LastSeen& lastSeen)
        : m_population(population)
        , m_lastSeen(lastSeen)
    {
    }

    [[nodiscard]] QString explain(const Recipient& recipient) const;
    [[nodiscard]] QString defaultGroup(QStringView subject) const;

private:
    [[nodiscard]] std::vector<QByteArray> namesOf(RecipientType type) const;
    [[nodiscard]] QString absent(const Recipient& recipient) const;

    const MemberIndex& m_population;
    const LastSeen& m_lastSeen;
};

QString Explainer::defaultGroup(QStringView subject) const
{
    return u"%1 the clients without a group: 0 of %2"_s.arg(subject, QString::number(m_population.size()));
}

std::vector<QByteArray> Explainer::namesOf(RecipientType type) const
{
    std::vector<QByteArray> names;
    if (type == RecipientType::Group) {
        for (const GroupSize& group : m_population.groups()) {
            names.push_back(group.group.bytes());
        }
    } else if (type == RecipientType::User) {
        for (const UserName& user : m_population.users()) {
            names.push_back(user.bytes());
        }
    } else if (type == RecipientType::Tag) {
        for (const TagName& tag : m_population.tags()) {
            names.push_back(tag.bytes());
        }
    }
    return names;
}

QString Explainer::explain(const Recipient& recipient) const
{
    if (recipient.type == RecipientType::Client) {
        return u"client %1 is not connected"_s.arg(printable(recipient.value, shownCharacters));
    }
    if (recipient.type == RecipientType::Group && recipient.value.isEmpty()) {
        return defaultGroup(u"the group \"\" means");
    }
    if (recipient.type == RecipientType::User) {
        if (const auto seen = m_lastSeen.find(UserName::trusted(recipient.value))) {
            return describe(recipient.value, *seen);
        }
    }
    const std::vector<QByteArray> names = namesOf(recipient.type);
    if (const auto near = nearestName(recipient.value, names)) {
        return describe(recipient.type, recipient.value, *near);
    }
    return absent(recipient);
}

/// The name is far from every name of its kind: perhaps it names something of another kind.
QString Explainer::absent(const Recipient& recipient) const
{
    const QString name = quoted(recipient.value);
    const QString sentence = recipient.type == RecipientType::Group ? u"no client is in group %1"_s.arg(name)
                             : recipient.type == RecipientType::Tag ? u"no client has the tag %1"_s.arg(name)
                                                                    : u"user %1 is not connected"_s.arg(name);
    const auto alsoExists = [&](RecipientType type, std::span<const MemberSlot> slots) {
        return type != recipient.type && !slots.empty();
    };
    for (const auto& [type, slots] :
         {std::pair(RecipientType::Group, m_population.inGroup(GroupName::trusted(recipient.value))),
          std::pair(RecipientType::User, m_population.ofUser(UserName::trusted(recipient.value))),
          std::pair(RecipientType::Tag, m_population.withTag(TagName::trusted(recipient.value)))}) {
        if (alsoExists(type, slots)) {
            return u"%1, but there is a %2 of that name"_s.arg(sentence, kindOf(type));
        }
    }
    return sentence;
}

QString everyoneExcluded(qsizetype matched)
{
    return matched == 1 ? u"the one client that matched is excluded"_s
                        : u"all %1 clients that matched are excluded"_s.arg(matched);
}

/// The entries that select, each once; nobody matched any of them.
Recipients wanted(const Recipients& recipients)
{
    Recipients distinct;
    for (const Recipient& recipient : recipients) {
        if (!isExclusion(recipient.type) &&
            std::find(distinct.begin(), distinct.end(), recipient) == distinct.end()) {
            distinct.push_back(recipient);
        }
        if (distinct.size() > maxExplained) {
            break;
        }
    }
    return distinct;
}

QStringList explainEach(const Recipients& recipients, const Explainer& explainer)
{
    QStringList reasons;
    for (const Recipient& recipient : recipients) {
        if (static_cast<size_t>(reasons.size()) == maxExplained) {
            reasons.append(u"and so on"_s);
            break;
        }
        reasons.append(explainer.explain(recipient));
    }
    return reasons;
}

QStringList nobodyIsConnected(const Recipients& recipients, const LastSeen& lastSeen)
{
    QStringList reasons{u"no client is connected"_s};
    for (const Recipient& recipient : recipients) {
        if (recipient.type == RecipientType::User) {
            if (const auto seen = lastSeen.find(UserName::trusted(recipient.value))) {
                reasons.append(describe(recipient.value, *seen));
            }
        }
    }
    return reasons;
}

} // namespace

QString hintForNobody(const Recipients& recipients, const MemberIndex& population, const LastSeen& lastSeen)
{
    const auto decisions = Resolver().decide(recipients, population);
    if (!decisions.empty() && decisions.front().verdict == Verdict::Reached) {
        return {};
    }
    const auto excluded = std::count_if(decisions.begin(), decisions.end(), [](const Decision& decision) {
        return decision.verdict == Verdict::Excluded;
    });
    if (excluded > 0) {
        return everyoneExcluded(excluded);
    }
    const Explainer explainer(population, lastSeen);
    if (population.size() == 0) {
        return nobodyIsConnected(wanted(recipients), lastSeen).join(u"; ");
    }
    if (recipients.empty()) {
        return explainer.defaultGroup(u"no recipients means");
    }
    return explainEach(wanted(recipients), explainer).join(u"; ");
}

} // namespace signalbox::routing
