// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/draft_json.h"

#include <QtCore/QJsonArray>

#include <algorithm>
#include <array>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

struct KindName {
    MessageKind kind;
    QLatin1StringView name;
};

constexpr std::array kindNames{
    KindName{MessageKind::String, "string"_L1},     KindName{MessageKind::Value, "value"_L1},
    KindName{MessageKind::RawText, "rawText"_L1},   KindName{MessageKind::RawBinary, "rawBinary"_L1},
    KindName{MessageKind::Envelope, "envelope"_L1},
};

QString text(const QByteArray& utf8)
{
    return QString::fromUtf8(utf8);
}

QJsonArray toJson(const Recipients& recipients)
{
    QJsonArray array;
    for (const Recipient& recipient : recipients) {
        QJsonObject entry{{u"type"_s, text(recipientTypeName(recipient.type).toByteArray())}};
        if (recipient.type != RecipientType::All) {
            entry[u"value"_s] = text(recipient.value);
        }
        array.append(entry);
    }
    return array;
}

std::optional<Recipients> recipientsFromJson(const QJsonArray& array)
{
    Recipients recipients;
    for (const QJsonValue& entry : array) {
        const QByteArray name = entry[u"type"_s].toString().toUtf8();
        const auto type = recipientTypeFromName(name);
        if (!type) {
            return std::nullopt;
        }
        recipients.push_back({*type, entry[u"value"_s].toString().toUtf8()});
    }
    return recipients;
}

void insertUnlessEmpty(QJsonObject& json, const QString& key, const QString& value)
{
    if (!value.isEmpty()) {
        json[key] = value;
    }
}

} // namespace

QJsonObject draftToJson(const Draft& draft)
{
    QJsonObject json;
    const auto kind = std::find_if(kindNames.begin(), kindNames.end(),
                                   [&draft](const KindName& name) { return name.kind == draft.kind; });
    json[u"kind"_s] = kind->name;
    json[u"action"_s] = text(draft.action);
    json[u"message"_s] = text(draft.message);
    insertUnlessEmpty(json, u"userId"_s, text(draft.user));
    insertUnlessEmpty(json, u"groupId"_s, text(draft.group));
    insertUnlessEmpty(json, u"file"_s, draft.file);
    json[u"recipients"_s] = toJson(draft.recipients);
    if (!draft.values.isEmpty()) {
        QJsonObject values;
        for (auto value = draft.values.begin(); value != draft.values.end(); ++value) {
            values[value.key()] = value.value();
        }
        json[u"values"_s] = values;
    }
    return json;
}

std::optional<Draft> draftFromJson(const QJsonObject& json)
{
    const auto kind = std::find_if(kindNames.begin(), kindNames.end(), [&json](const KindName& name) {
        return name.name == json[u"kind"_s].toString();
    });
    const auto recipients = recipientsFromJson(json[u"recipients"_s].toArray());
    if (kind == kindNames.end() || !recipients || !json[u"message"_s].isString()) {
        return std::nullopt;
    }
    Draft draft;
    draft.kind = kind->kind;
    draft.action = json[u"action"_s].toString().toUtf8();
    draft.message = json[u"message"_s].toString().toUtf8();
    draft.user = json[u"userId"_s].toString().toUtf8();
    draft.group = json[u"groupId"_s].toString().toUtf8();
    draft.file = json[u"file"_s].toString();
    draft.recipients = *recipients;
    const QJsonObject values = json[u"values"_s].toObject();
    for (auto value = values.begin(); value != values.end(); ++value) {
        draft.values[value.key()] = value.value().toString();
    }
    return draft;
}

} // namespace signalbox::ui
