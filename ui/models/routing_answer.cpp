// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/routing_answer.h"

#include "ui/format/client_words.h"
#include "ui/format/hint_words.h"
#include "ui/format/numbers.h"
#include "ui/format/plain.h"
#include "ui/format/routing_words.h"
#include "ui/models/client_names.h"
#include "ui/models/clients_model.h"
#include "ui/models/why_not.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace signalbox::ui {

using namespace Qt::StringLiterals;
using link::FrameDetail;
using link::MemberThen;
using link::RoutingSnapshot;

namespace {

struct Answer {
    Q_DECLARE_TR_FUNCTIONS(RoutingAnswer)
};

RoutingPlace placeOf(DeliveryState state)
{
    switch (state) {
    case DeliveryState::Sent:
        return RoutingPlace::Got;
    case DeliveryState::Queued:
        return RoutingPlace::Waiting;
    case DeliveryState::DroppedSlow:
    case DeliveryState::DroppedClosing:
        return RoutingPlace::Lost;
    }
    Q_UNREACHABLE();
}

void setDelivery(RoutingLine& line, const Delivery& delivery)
{
    line.place = placeOf(delivery.state);
    line.state = deliveryText(delivery);
}

QString nameThen(const MemberThen& member, const ClientNames& names)
{
    return clientLabel(member.user.isEmpty() ? names.name(member.client) : plainName(member.user.bytes()),
                       member.client);
}

RoutingLine lineOf(const MemberThen& member, const Decision& decision, const RoutingSnapshot& routing,
                   const KnownClients& known)
{
    RoutingLine line;
    line.client = member.client;
    line.name = nameThen(member, known.names);
    if (decision.verdict == Verdict::Reached) {
        line.place = RoutingPlace::Waiting;
        line.state = Answer::tr("◐ no answer yet");
    } else {
        line.state = routingPlaceText(RoutingPlace::LeftOut);
    }
    line.reason = decision.verdict == Verdict::NotAddressed ? notAddressedText(routing.recipients, member)
                                                            : decisionText(decision, routing.recipients);
    if (decision.verdict == Verdict::NotAddressed) {
        line.mend = joinMend(routing.recipients, member.client, known);
    }
    return line;
}

std::vector<RoutingLine> linesOfSnapshot(const FrameDetail& detail, const KnownClients& known)
{
    const RoutingSnapshot& routing = *detail.routing;
    QHash<ClientId, const Delivery*> deliveries;
    deliveries.reserve(static_cast<qsizetype>(detail.deliveries.size()));
    for (const Delivery& delivery : detail.deliveries) {
        deliveries.insert(delivery.client, &delivery);
    }
    std::vector<RoutingLine> lines;
    const size_t count = std::min(routing.population.size(), routing.decisions.size());
    lines.reserve(count);
    for (size_t row = 0; row < count; ++row) {
        RoutingLine line = lineOf(routing.population[row], routing.decisions[row], routing, known);
        if (const Delivery* delivery = deliveries.value(line.client)) {
            setDelivery(line, *delivery);
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<RoutingLine> linesOfDeliveries(const FrameDetail& detail, const KnownClients& known)
{
    std::vector<RoutingLine> lines;
    for (const Delivery& delivery : detail.deliveries) {
        RoutingLine line;
        line.client = delivery.client;
        line.name = known.names.label(delivery.client);
        setDelivery(line, delivery);
        lines.push_back(std::move(line));
    }
    return lines;
}

void count(RoutingAnswer& answer)
{
    for (const RoutingLine& line : answer.lines) {
        switch (line.place) {
        case RoutingPlace::Got:
            ++answer.got;
            break;
        case RoutingPlace::Waiting:
            ++answer.waiting;
            break;
        case RoutingPlace::Lost:
            ++answer.lost;
            break;
        case RoutingPlace::LeftOut:
            ++answer.leftOut;
            break;
        }
    }
}

/// ", 1 waits, 2 dropped"
QString othersText(const RoutingAnswer& answer)
{
    QString text;
    if (answer.waiting > 0) {
        text += answer.waiting == 1 ? Answer::tr(", 1 waits")
                                    : Answer::tr(", %1 wait").arg(countText(answer.waiting));
    }
    if (answer.lost > 0) {
        text += Answer::tr(", %1 dropped").arg(countText(answer.lost));
    }
    return text;
}

QString outcomeText(const RoutingAnswer& answer)
{
    const auto clients = static_cast<qint64>(answer.lines.size());
    if (answer.got + answer.waiting + answer.lost == 0) {
        return clients == 0 ? Answer::tr("Nobody got it: no client was connected.")
                            : Answer::tr("Nobody got it: 0 of %1 clients.").arg(countText(clients));
    }
    const QString text =
        clients == 1 ? Answer::tr("%1 of 1 client got it").arg(answer.got)
                     : Answer::tr("%1 of %2 clients got it").arg(countText(answer.got), countText(clients));
    return text + othersText(answer);
}

/// Without a snapshot nobody knows of how many.
QString unknownRuleText(const RoutingAnswer& answer)
{
    if (answer.lines.empty()) {
        return Answer::tr("Nobody is known to have got it; the rule is no longer kept.");
    }
    const QString text = answer.got == 1 ? Answer::tr("1 client got it")
                                         : Answer::tr("%1 clients got it").arg(countText(answer.got));
    return Answer::tr("%1. Why, and who was left out, is no longer kept.").arg(text + othersText(answer));
}

QString sentenceOf(const RoutingAnswer& answer, const FrameDetail& detail)
{
    if (!detail.routing) {
        return unknownRuleText(answer);
    }
    const QString rule = recipientsText(detail.routing->recipients);
    if (answer.got + answer.waiting + answer.lost == 0) {
        QString text = Answer::tr("%1 It went to %2.").arg(outcomeText(answer), rule);
        return detail.routing->hint.isEmpty() ? text : text + u' ' + isolated(hintText(detail.routing->hint));
    }
    return Answer::tr("%1: it went to %2.").arg(outcomeText(answer), rule);
}

} // namespace

QString mendText(const Mend& mend)
{
    if (const auto* join = std::get_if<link::JoinGroup>(&mend)) {
        return Answer::tr("Add to %1").arg(plainName(join->group.bytes()));
    }
    if (const auto* allow = std::get_if<link::AllowOrigin>(&mend)) {
        return allow->always ? Answer::tr("Always") : Answer::tr("Allow this session");
    }
    return std::holds_alternative<link::MuteClient>(mend) ? Answer::tr("Unmute") : QString();
}

QString mendedText(const Mend& mend)
{
    if (const auto* join = std::get_if<link::JoinGroup>(&mend)) {
        return Answer::tr("Added to %1").arg(plainName(join->group.bytes()));
    }
    if (const auto* allow = std::get_if<link::AllowOrigin>(&mend)) {
        return allow->always ? Answer::tr("Always allowed") : Answer::tr("Allowed for this session");
    }
    return std::holds_alternative<link::MuteClient>(mend) ? Answer::tr("Unmuted") : QString();
}

RoutingAnswer whoGotThis(const FrameDetail& detail, const KnownClients& known)
{
    RoutingAnswer answer;
    if (detail.row.message.isNull()) {
        answer.sentence = detail.kept ? Answer::tr("This row is no message that was passed on to clients.")
                                      : Answer::tr("This frame is no longer kept.");
        return answer;
    }
    answer.isKnown = true;
    answer.lines = detail.routing ? linesOfSnapshot(detail, known) : linesOfDeliveries(detail, known);
    std::stable_sort(
        answer.lines.begin(), answer.lines.end(),
        [](const RoutingLine& one, const RoutingLine& other) { return one.place < other.place; });
    count(answer);
    answer.sentence = sentenceOf(answer, detail);
    return answer;
}

QString routingPlaceText(RoutingPlace place)
{
    switch (place) {
    case RoutingPlace::Got:
        return Answer::tr("● got it");
    case RoutingPlace::Waiting:
        return Answer::tr("◐ waits");
    case RoutingPlace::Lost:
        return Answer::tr("✕ dropped");
    case RoutingPlace::LeftOut:
        return Answer::tr("○ left out");
    }
    Q_UNREACHABLE();
}

Meaning routingPlaceMeaning(RoutingPlace place)
{
    switch (place) {
    case RoutingPlace::Got:
        return Meaning::Good;
    case RoutingPlace::Waiting:
        return Meaning::Warning;
    case RoutingPlace::Lost:
        return Meaning::Bad;
    case RoutingPlace::LeftOut:
        return Meaning::Muted;
    }
    Q_UNREACHABLE();
}

} // namespace signalbox::ui
