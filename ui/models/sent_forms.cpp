// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sent_forms.h"

#include "server/core/topic_filter.h"
#include "ui/models/draft_command.h"
#include "ui/models/json_outline.h"

#include <algorithm>
#include <optional>

namespace signalbox::ui {

namespace {

constexpr QByteArrayView genericController = "generic";

/// What the broker reads out of an envelope.
struct Parts {
    QByteArray envelope;
    QByteArray action;
    QByteArray message = "null"; ///< as JSON
    QByteArray text;             ///< of a string what it says, else the JSON
};

std::optional<Parts> partsOf(const QByteArray& envelope)
{
    const auto json = jsonOutline(envelope);
    if (!json || json->type != JsonType::Object) {
        return std::nullopt;
    }
    Parts parts{envelope, {}, "null", "null"};
    for (const JsonNode& member : json->children) {
        if (member.key.compare("action", Qt::CaseInsensitive) == 0) {
            parts.action = member.text;
        } else if (member.key.compare("message", Qt::CaseInsensitive) == 0) {
            parts.message = envelope.sliced(member.offset, member.length);
            parts.text = member.type == JsonType::String ? member.text : parts.message;
        }
    }
    return parts;
}

/// `D` holds JSON: that of a string which holds some, else the value.
QByteArray dataOf(const Parts& parts)
{
    return jsonOutline(parts.text) ? parts.text : parts.message;
}

SentForm within(const QByteArray& controller, const QByteArray& group)
{
    return {"xsockets", controller,
            controller == genericController ? group : group.sliced(controller.size() + 1)};
}

/// Under which controller and topic the client gets it: that which it subscribed with.
SentForm addressFor(const link::ClientInfo& client, const Draft& draft, const QByteArray& action)
{
    const auto& known = client.subscriptions;
    for (const Recipient& recipient : draft.recipients) {
        if (recipient.type != RecipientType::Group) {
            continue;
        }
        const QByteArray& group = recipient.value;
        if (client.groups.contains(GroupName::trusted(group))) {
            const auto exact = std::ranges::find_if(
                known, [&group](const link::Subscription& one) { return one.group.bytes() == group; });
            return within(exact == known.end() ? genericController.toByteArray() : exact->controller, group);
        }
        const auto filter = std::ranges::find_if(known, [&group](const link::Subscription& one) {
            return topicMatches(one.group.bytes(), group);
        });
        if (filter != known.end()) {
            return within(filter->controller, group);
        }
    }
    return {"xsockets", genericController.toByteArray(), action};
}

SentForm formFor(const link::ClientInfo& client, const Draft& draft, const QByteArray& action)
{
    if (isRaw(draft.kind)) {
        return {};
    }
    if (client.dialect == "xsockets") {
        return addressFor(client, draft, action);
    }
    return {client.dialect == "raw" ? "raw" : "envelope", {}, {}};
}

QByteArray payloadOf(const SentForm& form, const Parts& parts)
{
    if (form.dialect == "xsockets") {
        return "{\"C\":" + jsonString(form.controller) + ",\"T\":" + jsonString(form.topic) +
               ",\"D\":" + jsonString(dataOf(parts)) + '}';
    }
    return form.dialect == "raw" ? parts.text : parts.envelope;
}

} // namespace

std::vector<SentForm> sentForms(const Draft& draft, const std::vector<const link::ClientInfo*>& reached)
{
    std::optional<Parts> parts;
    if (isRaw(draft.kind)) {
        const Result<QByteArray> bytes = payloadOf(draft);
        parts = bytes ? std::optional(Parts{*bytes, {}, {}, {}}) : std::nullopt;
    } else {
        parts = partsOf(draft.kind == MessageKind::Envelope ? draft.message : envelopeOf(draft));
    }
    std::vector<SentForm> forms;
    if (!parts) {
        return forms;
    }
    for (const link::ClientInfo* client : reached) {
        SentForm form = formFor(*client, draft, parts->action);
        const auto known = std::ranges::find_if(forms, [&form](const SentForm& other) {
            return other.dialect == form.dialect && other.controller == form.controller &&
                   other.topic == form.topic;
        });
        (known == forms.end() ? forms.emplace_back(std::move(form)) : *known)
            .clients.push_back(client->client);
    }
    for (SentForm& form : forms) { // once each, however many get it
        form.payload = payloadOf(form, *parts);
    }
    std::ranges::stable_sort(forms, [](const SentForm& left, const SentForm& right) {
        return left.clients.size() > right.clients.size();
    });
    return forms;
}

} // namespace signalbox::ui
