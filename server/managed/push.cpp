// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/managed/push.h"

#include "server/core/name.h"
#include "server/managed/body_reader.h"
#include "server/message/json_text.h"

#include <algorithm>

namespace signalbox::managed {

using message::JsonKind;
using message::JsonObject;
using message::JsonValue;

namespace {

const QString receiversLimit = QStringLiteral("limits.max_recipients");

/// The value of data as a JSON text: one that was a text stays as it stood.
QByteArray dataText(BodyReader& body, const JsonValue& data)
{
    switch (data.kind()) {
    case JsonKind::String:
        if (data.string().trimmed().isEmpty()) {
            body.fail(ManagedFault::Blank, "data");
        }
        return data.text;
    case JsonKind::Number:
    case JsonKind::Boolean:
        return '"' + data.text + '"';
    case JsonKind::Null:
    case JsonKind::Array:
    case JsonKind::Object:
        break;
    }
    body.fail(ManagedFault::WrongType, "data", QStringLiteral("a text"));
    return {};
}

bool isBase64(const QByteArray& text)
{
    return static_cast<bool>(QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors));
}

void readEncoding(BodyReader& body, Push& push, const JsonValue& data)
{
    const std::optional<JsonValue> encoding = body.root().value("encoding");
    if (!encoding || encoding->kind() == JsonKind::Null) {
        return;
    }
    const QByteArray name = encoding->kind() == JsonKind::String ? encoding->string() : QByteArray();
    push.binary = name == "base64";
    if (name != "base64" && name != "text") {
        body.fail(ManagedFault::BadEncoding, "encoding", QStringLiteral("\"text\" or \"base64\""));
    } else if (push.binary && (data.kind() != JsonKind::String || !isBase64(data.string()))) {
        body.fail(ManagedFault::BadEncoding, "data", QStringLiteral("base64 (RFC 4648 §4)"));
    }
}

QList<QByteArray> receiverNames(BodyReader& body, const JsonObject& receivers, QByteArrayView key,
                                qsizetype maxReceivers)
{
    const QByteArray property = "receivers." + key.toByteArray();
    const std::optional<JsonValue> value = receivers.value(key);
    if (!value) {
        body.fail(ManagedFault::Missing, property);
        return {};
    }
    return body.names(*value, property, maxReceivers, receiversLimit);
}

Receivers readReceivers(BodyReader& body, const JsonObject& object, qsizetype maxReceivers)
{
    Receivers receivers;
    receivers.sockets = receiverNames(body, object, "sockets", maxReceivers);
    receivers.everyone = receivers.sockets.removeAll("*") > 0;
    receivers.tags = receiverNames(body, object, "tags", maxReceivers);
    if (receivers.sockets.size() + receivers.tags.size() > maxReceivers) {
        body.fail(ManagedFault::TooMany, "receivers", receiversLimit);
    }
    return receivers;
}

std::variant<Push, http::HttpError> outcome(const BodyReader& body, Push push)
{
    if (body.error()) {
        return *body.error();
    }
    return push;
}

/// The tag that one receiver of Enginio stands for.
QByteArray enginioTag(BodyReader& body, const JsonValue& receiver)
{
    if (receiver.kind() != JsonKind::Object) {
        body.fail(ManagedFault::WrongType, "receivers", QStringLiteral("a list of objects"));
        return {};
    }
    const JsonObject object(receiver.text);
    QByteArray tag;
    for (const char* const key : {"objectType", "id"}) {
        const QByteArray property = QByteArray("receivers.") + key;
        const std::optional<JsonValue> part = body.required(object, key, property);
        if (!part) {
            return {};
        }
        if (part->kind() != JsonKind::String) {
            body.fail(ManagedFault::WrongType, property, QStringLiteral("a text"));
            return {};
        }
        tag += (tag.isEmpty() ? "" : ".") + part->string();
    }
    if (nameFault(tag)) {
        body.fail(ManagedFault::BadName, "receivers");
    }
    return tag;
}

Receivers readEnginioReceivers(BodyReader& body, const JsonValue& list, qsizetype maxReceivers)
{
    if (list.kind() != JsonKind::Array) {
        body.fail(ManagedFault::WrongType, "receivers", QStringLiteral("a list of objects"));
        return {};
    }
    Receivers receivers;
    for (const JsonValue& receiver : list.elements()) {
        const QByteArray tag = enginioTag(body, receiver);
        if (tag == "aclSubject.*") {
            receivers.everyone = true;
        } else if (!receivers.tags.contains(tag)) {
            receivers.tags.append(tag);
        }
        if (receivers.tags.size() > maxReceivers) {
            body.fail(ManagedFault::TooMany, "receivers", receiversLimit);
            return {};
        }
    }
    return receivers;
}

QByteArray namesJson(const QList<QByteArray>& names)
{
    QByteArray json = "[";
    for (const QByteArray& name : names) {
        json += (json.size() > 1 ? "," : "") + message::jsonString(name);
    }
    return json + ']';
}

/// As the answer to the message that it was turned into.
QByteArray enginioEcho(const QByteArray& data, const Receivers& receivers)
{
    return R"({"data":)" + data + R"(,"receivers":{"sockets":)" + (receivers.everyone ? R"(["*"])" : "null") +
           R"(,"tags":)" + (receivers.tags.isEmpty() ? "null" : namesJson(receivers.tags)) + "}}";
}

} // namespace

std::variant<Push, http::HttpError> readPush(QByteArrayView bytes, qsizetype maxReceivers)
{
    BodyReader body(bytes);
    Push push;
    const std::optional<JsonValue> data = body.required(body.root(), "data", "data");
    const std::optional<JsonObject> receivers = body.requiredObject(body.root(), "receivers", "receivers");
    if (!data || !receivers) {
        return outcome(body, push);
    }
    const QByteArray text = dataText(body, *data);
    readEncoding(body, push, *data);
    push.receivers = readReceivers(body, *receivers, maxReceivers);
    const QByteArray encoding = push.binary ? R"(,"encoding":"base64")" : "";
    push.envelope = R"({"action":"message","message":)" + text + encoding + '}';
    push.echo =
        R"({"data":)" + text + encoding + R"(,"receivers":)" + body.root().value("receivers")->text + '}';
    return outcome(body, push);
}

std::variant<Push, http::HttpError> readEnginioPush(QByteArrayView bytes, qsizetype maxReceivers)
{
    BodyReader body(bytes);
    Push push;
    const std::optional<JsonValue> payload = body.required(body.root(), "payload", "payload");
    const std::optional<JsonValue> receivers = body.required(body.root(), "receivers", "receivers");
    if (!payload || !receivers) {
        return outcome(body, push);
    }
    if (payload->kind() != JsonKind::String && payload->kind() != JsonKind::Object) {
        body.fail(ManagedFault::WrongType, "payload", QStringLiteral("a text or an object"));
    }
    const QByteArray data =
        payload->kind() == JsonKind::String ? payload->text : message::jsonString(payload->text);
    push.receivers = readEnginioReceivers(body, *receivers, maxReceivers);
    push.envelope = R"({"action":"message","message":)" + data + '}';
    push.echo = enginioEcho(data, push.receivers);
    return outcome(body, push);
}

} // namespace signalbox::managed
