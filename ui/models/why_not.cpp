// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/why_not.h"

#include "ui/format/client_words.h"
#include "ui/format/numbers.h"
#include "ui/format/plain.h"
#include "ui/format/routing_words.h"
#include "ui/format/times.h"
#include "ui/models/client_names.h"
#include "ui/models/clients_model.h"
#include "ui/models/ended_clients.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace signalbox::ui {

using namespace Qt::StringLiterals;
using link::FrameDetail;
using link::MemberThen;
using link::RowKind;

namespace {

struct Why {
    Q_DECLARE_TR_FUNCTIONS(WhyNot)
};

/// "carol (c7)", "Chrome, /chat.html (c9)", "c9".
QString called(ClientId client, const UserName& user, const ClientNames& names)
{
    const QString name = user.isEmpty() ? names.name(client) : plainName(user.bytes());
    const QString id = QString::fromLatin1(client.text());
    return name.isEmpty() ? id : Why::tr("%1 (%2)").arg(name, id);
}

QString endText(const link::ClientEnd& end)
{
    const QString code = end.reason == EndReason::SlowClient
                             ? Why::tr("closed %1 as too slow").arg(end.closeCode)
                             : Why::tr("closed %1").arg(end.closeCode);
    return Why::tr("%1, %2").arg(timeText(end.time), code);
}

/// The groups that the rule names, in its order.
QList<GroupName> groupsOf(const Recipients& recipients)
{
    QList<GroupName> groups;
    for (const Recipient& recipient : recipients) {
        if (recipient.type == RecipientType::Group) {
            groups += GroupName::trusted(recipient.value);
        }
    }
    return groups;
}

bool looksLike(const GroupName& one, const GroupName& other)
{
    return one != other && one.text().trimmed().compare(other.text().trimmed(), Qt::CaseInsensitive) == 0;
}

/// "it was in no group, …", "it was in blue", "it was in Red: names are compared byte by byte".
QString groupsThen(const QList<GroupName>& wanted, const MemberThen& member)
{
    if (member.groups.isEmpty()) {
        return Why::tr("it was in no group, as clients are that connect without a groupId");
    }
    for (const GroupName& group : member.groups) {
        const auto near = std::find_if(wanted.begin(), wanted.end(),
                                       [&group](const GroupName& name) { return looksLike(group, name); });
        if (near != wanted.end()) {
            return Why::tr("it was in “%1”, which is another name than “%2”: case and blanks count")
                .arg(plainName(group.bytes()), plainName(near->bytes()));
        }
    }
    return Why::tr("it was in %1").arg(groupsText(member.groups));
}

QString notAddressedSentence(const FrameDetail& detail, const MemberThen& member, const QString& name)
{
    const Recipients& recipients = detail.routing->recipients;
    const QString time = timeText(detail.row.time);
    if (recipients.empty()) {
        return Why::tr(
                   "%1 was in %2 at %3, and a message without recipients goes to clients without a group.")
            .arg(name, groupsText(member.groups), time);
    }
    const QList<GroupName> groups = groupsOf(recipients);
    const auto selecting =
        std::count_if(recipients.begin(), recipients.end(),
                      [](const Recipient& recipient) { return !isExclusion(recipient.type); });
    if (groups.size() == selecting && selecting == 1) {
        return Why::tr("%1 was not in %2 at %3; %4.")
            .arg(name, plainName(groups.front().bytes()), time, groupsThen(groups, member));
    }
    const QString rule = recipientsText(recipients);
    return groups.isEmpty() ? Why::tr("%1 was not meant: the message went to %2.").arg(name, rule)
                            : Why::tr("%1 was not meant: the message went to %2, and at %3 %4.")
                                  .arg(name, rule, time, groupsThen(groups, member));
}

QString excludedSentence(const FrameDetail& detail, const Decision& decision, const QString& name)
{
    const Recipients& recipients = detail.routing->recipients;
    const auto index = static_cast<size_t>(decision.recipientIndex);
    if (decision.recipientIndex < 0 || index >= recipients.size()) {
        return Why::tr("%1 was left out.").arg(name);
    }
    const Recipient& recipient = recipients[index];
    return recipient.type == RecipientType::AllButClient
               ? Why::tr("%1 was left out: all but client %2.").arg(name, plainName(recipient.value))
               : Why::tr("%1 was left out: all but %2.").arg(name, plainName(recipient.value));
}

WhyNot ofDelivery(const Delivery& delivery, const QString& name, const KnownClients& known)
{
    switch (delivery.state) {
    case DeliveryState::Sent:
        return {Why::tr("%1 got it: the system has taken every byte.").arg(name), RoutingPlace::Got, {}};
    case DeliveryState::Queued:
        return {Why::tr("%1 is to get it: %2 waited in its queue after the send.")
                    .arg(name, exactBytesText(delivery.queuedBytes)),
                RoutingPlace::Waiting,
                {}};
    case DeliveryState::DroppedSlow: {
        const link::ClientEnd* end = known.ended.find(delivery.client);
        const QString text =
            end != nullptr ? Why::tr("%1 did not get it, its queue was full: %2.").arg(name, endText(*end))
                           : Why::tr("%1 did not get it: its queue was full.").arg(name);
        return {text, RoutingPlace::Lost, {}};
    }
    case DeliveryState::DroppedClosing:
        return {Why::tr("%1 did not get it: it was closing.").arg(name), RoutingPlace::Lost, {}};
    }
    Q_UNREACHABLE();
}

WhyNot ofAbsence(const FrameDetail& detail, ClientId client, const KnownClients& known)
{
    const auto says = [](const QString& text) { return WhyNot{text, RoutingPlace::LeftOut, {}}; };
    if (const link::ClientInfo* info = known.connected.find(client)) {
        const QString name = called(client, info->user, known.names);
        return info->connectedAt > detail.row.time
                   ? says(Why::tr("%1 was not connected yet: it came at %2, the message at %3.")
                              .arg(name, timeText(info->connectedAt), timeText(detail.row.time)))
                   : says(Why::tr("Why %1 did not get it is no longer kept.").arg(name));
    }
    if (const link::ClientEnd* end = known.ended.find(client)) {
        const QString name = called(client, end->user, known.names);
        if (end->time <= detail.row.time) {
            return says(Why::tr("%1 was no longer connected; last seen %2.").arg(name, endText(*end)));
        }
        if (end->connectedAt > detail.row.time) {
            return says(
                Why::tr("%1 was not connected yet: it came at %2.").arg(name, timeText(end->connectedAt)));
        }
        return says(
            Why::tr("Why %1 did not get it is no longer kept; last seen %2.").arg(name, endText(*end)));
    }
    return says(Why::tr("No client %1 was connected.").arg(QString::fromLatin1(client.text())));
}

WhyNot ofNoMessage(const FrameDetail& detail, const KnownClients& known)
{
    if (!detail.kept) {
        return {Why::tr("This frame is no longer kept."), RoutingPlace::LeftOut, {}};
    }
    if (detail.row.kind == RowKind::Refused && !detail.row.origin.isEmpty()) {
        return {Why::tr("Refused: Origin %1.").arg(plainName(detail.row.origin)), RoutingPlace::LeftOut,
                detail.row.text == "http.origin_refused" ? Mend(link::AllowOrigin{detail.row.origin, false})
                                                         : Mend()};
    }
    const link::ClientInfo* sender = known.connected.find(detail.row.client);
    if (sender != nullptr && sender->mutedUntil > detail.row.time) {
        return {Why::tr("Nobody got it: %1 is muted, and what it sends is passed on to nobody.")
                    .arg(called(sender->client, sender->user, known.names)),
                RoutingPlace::LeftOut, link::MuteClient{sender->client, {}}};
    }
    return {Why::tr("Nobody got it: this row is no message that was passed on to clients."),
            RoutingPlace::LeftOut,
            {}};
}

const Delivery* deliveryTo(const FrameDetail& detail, ClientId client)
{
    const auto found = std::find_if(detail.deliveries.begin(), detail.deliveries.end(),
                                    [client](const Delivery& one) { return one.client == client; });
    return found == detail.deliveries.end() ? nullptr : &*found;
}

/// The place of a client in the population; -1 when it was not there or nothing is kept.
std::ptrdiff_t placeIn(const FrameDetail& detail, ClientId client)
{
    if (!detail.routing) {
        return -1;
    }
    const auto& population = detail.routing->population;
    const auto found = std::find_if(population.begin(), population.end(),
                                    [client](const MemberThen& member) { return member.client == client; });
    const auto place = found - population.begin();
    return found == population.end() || place >= std::ssize(detail.routing->decisions) ? -1 : place;
}

WhyNot ofDecision(const FrameDetail& detail, size_t place, const KnownClients& known)
{
    const MemberThen& member = detail.routing->population[place];
    const Decision& decision = detail.routing->decisions[place];
    const QString name = called(member.client, member.user, known.names);
    switch (decision.verdict) {
    case Verdict::Reached:
        return {Why::tr("%1 is to get it; what became of that is not known yet.").arg(name),
                RoutingPlace::Waiting,
                {}};
    case Verdict::Excluded:
        return {excludedSentence(detail, decision, name), RoutingPlace::LeftOut, {}};
    case Verdict::NotAddressed:
        return {notAddressedSentence(detail, member, name), RoutingPlace::LeftOut,
                joinMend(detail.routing->recipients, member.client, known)};
    }
    Q_UNREACHABLE();
}

/// This user's client of that time, if any: one that was to get the message before one that was left out.
ClientId clientOf(const UserName& user, const FrameDetail& detail)
{
    ClientId leftOut;
    const size_t count = detail.routing ? detail.routing->population.size() : 0;
    for (size_t place = 0; place < count; ++place) {
        const MemberThen& member = detail.routing->population[place];
        if (member.user == user && deliveryTo(detail, member.client) != nullptr) {
            return member.client;
        }
        if (member.user == user && leftOut.isNull()) {
            leftOut = member.client;
        }
    }
    return leftOut;
}

/// This user's client that is connected now; null when there is none.
const link::ClientInfo* connectedOf(const UserName& user, const ClientsModel& connected)
{
    for (int row = 0; row < connected.rowCount(); ++row) {
        if (connected.client(row).user == user) {
            return &connected.client(row);
        }
    }
    return nullptr;
}

} // namespace

QString notAddressedText(const Recipients& recipients, const MemberThen& member)
{
    if (recipients.empty()) {
        return Why::tr("is in %1").arg(groupsText(member.groups));
    }
    QStringList names;
    for (const Recipient& recipient : recipients) {
        if (!isExclusion(recipient.type)) {
            names += recipient.type == RecipientType::Group ? Why::tr("in %1").arg(plainName(recipient.value))
                                                            : recipientText(recipient);
        }
    }
    return names.size() > 2 ? Why::tr("none of the %1 recipients").arg(names.size())
                            : Why::tr("not %1").arg(names.join(Why::tr(", not ")));
}

Mend joinMend(const Recipients& recipients, ClientId client, const KnownClients& known)
{
    const QList<GroupName> groups = groupsOf(recipients);
    const link::ClientInfo* info = known.connected.find(client);
    const auto isIn = [info](const GroupName& group) { return info->groups.contains(group); };
    if (groups.isEmpty() || info == nullptr || std::any_of(groups.begin(), groups.end(), isIn)) {
        return {};
    }
    return link::JoinGroup{client, groups.front()};
}

WhyNot whyNot(const FrameDetail& detail, ClientId client, const KnownClients& known)
{
    if (detail.row.message.isNull()) {
        return ofNoMessage(detail, known);
    }
    if (const Delivery* delivery = deliveryTo(detail, client)) {
        const std::ptrdiff_t place = placeIn(detail, client);
        const UserName user =
            place >= 0 ? detail.routing->population[static_cast<size_t>(place)].user : UserName();
        return ofDelivery(*delivery, called(client, user, known.names), known);
    }
    const std::ptrdiff_t place = placeIn(detail, client);
    return place >= 0 ? ofDecision(detail, static_cast<size_t>(place), known)
                      : ofAbsence(detail, client, known);
}

WhyNot whyNot(const FrameDetail& detail, const UserName& user, const KnownClients& known)
{
    if (detail.row.message.isNull()) {
        return ofNoMessage(detail, known);
    }
    if (const ClientId then = clientOf(user, detail); !then.isNull()) {
        return whyNot(detail, then, known);
    }
    if (const link::ClientInfo* now = connectedOf(user, known.connected)) {
        return ofAbsence(detail, now->client, known);
    }
    const QString name = plainName(user.bytes());
    if (const link::ClientEnd* end = known.ended.lastOf(user)) {
        return {Why::tr("There was no client with user %1; last seen %2.").arg(name, endText(*end)),
                RoutingPlace::LeftOut,
                {}};
    }
    return {Why::tr("There was no client with user %1.").arg(name), RoutingPlace::LeftOut, {}};
}

} // namespace signalbox::ui
