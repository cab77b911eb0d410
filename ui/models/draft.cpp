// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/draft.h"

#include "ui/models/json_outline.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace signalbox::ui {

namespace {

struct DraftText {
    Q_DECLARE_TR_FUNCTIONS(Draft)
};

const JsonNode* member(const JsonNode& object, QByteArrayView key)
{
    const auto found =
        std::find_if(object.children.begin(), object.children.end(), [key](const JsonNode& child) {
            return child.key.compare(key, Qt::CaseInsensitive) == 0;
        });
    return found == object.children.end() ? nullptr : &*found;
}

Result<Recipient> recipientOf(const JsonNode& entry)
{
    const JsonNode* type = entry.type == JsonType::Object ? member(entry, "type") : nullptr;
    const auto known = type != nullptr ? recipientTypeFromName(type->text) : std::nullopt;
    if (!known) {
        return Error{
            "envelope.bad_recipient",
            DraftText::tr(
                "Each recipient needs a type: group, user, client, tag, all, allButUser or allButClient.")};
    }
    const JsonNode* value = member(entry, "value");
    if (*known != RecipientType::All &&
        (value == nullptr || value->type != JsonType::String || value->text.isEmpty())) {
        return Error{"envelope.bad_recipient", DraftText::tr("Each recipient but “all” needs a value.")};
    }
    return Recipient{*known, value != nullptr && *known != RecipientType::All ? value->text : QByteArray()};
}

} // namespace

QByteArray jsonString(QByteArrayView utf8)
{
    QByteArray json = "\"";
    for (const char character : utf8) {
        const auto code = static_cast<unsigned char>(character);
        if (character == '"' || character == '\\') {
            json += '\\';
            json += character;
        } else if (character == '\n') {
            json += "\\n";
        } else if (character == '\t') {
            json += "\\t";
        } else if (code < 0x20) {
            json += "\\u00" + QByteArray::number(code, 16).rightJustified(2, '0');
        } else {
            json += character;
        }
    }
    return json + '"';
}

QByteArray envelopeOf(const Draft& draft)
{
    QByteArray json = R"({"action":)" + jsonString(draft.action);
    const bool asValue = draft.kind == MessageKind::Value && jsonOutline(draft.message).has_value();
    json += R"(,"message":)" + (asValue ? draft.message.trimmed() : jsonString(draft.message));
    if (!draft.group.isEmpty()) {
        json += R"(,"groupId":)" + jsonString(draft.group);
    }
    if (!draft.user.isEmpty()) {
        json += R"(,"userId":)" + jsonString(draft.user);
    }
    if (draft.recipients.empty()) {
        return json + '}';
    }
    json += R"(,"recipients":[)";
    for (const Recipient& recipient : draft.recipients) {
        json += R"({"type":)" + jsonString(recipientTypeName(recipient.type));
        if (recipient.type != RecipientType::All) {
            json += R"(,"value":)" + jsonString(recipient.value);
        }
        json += "},";
    }
    json.chop(1);
    return json + "]}";
}

Result<Recipients> recipientsOf(QByteArrayView envelope)
{
    const auto json = jsonOutline(envelope);
    if (!json || json->type != JsonType::Object) {
        return Error{"envelope.not_json", DraftText::tr("Not an envelope: expected {\"action\": …}.")};
    }
    const JsonNode* action = member(*json, "action");
    if (action == nullptr || action->type != JsonType::String) {
        return Error{"envelope.missing_action", DraftText::tr("An envelope needs an action.")};
    }
    const JsonNode* list = member(*json, "recipients");
    Recipients recipients;
    if (list == nullptr || list->type == JsonType::Null) {
        return recipients;
    }
    if (list->type != JsonType::Array) {
        return Error{"envelope.wrong_type", DraftText::tr("The recipients must be a list: [ … ].")};
    }
    for (const JsonNode& entry : list->children) {
        Result<Recipient> recipient = recipientOf(entry);
        if (!recipient) {
            return recipient.error();
        }
        recipients.push_back(recipient.value());
    }
    return recipients;
}

} // namespace signalbox::ui
