// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filter/field.h"

#include <array>

namespace signalbox::filter {

using namespace Qt::StringLiterals;

namespace {

constexpr FieldInfo plain(Field field, FieldType type, QLatin1StringView name, QLatin1StringView meaning)
{
    return {field, type, name, meaning};
}

constexpr FieldInfo growing(Field field, FieldType type, QLatin1StringView name, QLatin1StringView meaning)
{
    return {.field = field, .type = type, .name = name, .meaning = meaning, .needsDeliveries = true};
}

constexpr FieldInfo inPayload(Field field, FieldType type, QLatin1StringView name, QLatin1StringView meaning)
{
    return {.field = field, .type = type, .name = name, .meaning = meaning, .needsPayload = true};
}

constexpr std::array table{
    plain(Field::Number, FieldType::Number, "number"_L1, "number of the row"_L1),
    plain(Field::Time, FieldType::Time, "time"_L1, "when it was seen"_L1),
    plain(Field::Kind, FieldType::Word, "kind"_L1, "what the row stands for"_L1),
    plain(Field::Type, FieldType::Word, "type"_L1, "opcode of a frame, else what the row stands for"_L1),
    plain(Field::Direction, FieldType::Word, "direction"_L1, "seen from the broker"_L1),
    plain(Field::Opcode, FieldType::Word, "opcode"_L1, "opcode of a frame"_L1),
    plain(Field::Fin, FieldType::Flag, "fin"_L1, "the frame is the last of its message"_L1),
    plain(Field::Rsv, FieldType::Number, "rsv"_L1, "reserved bits, 0 to 7"_L1),
    plain(Field::Mask, FieldType::Flag, "mask"_L1, "the frame is masked"_L1),
    plain(Field::Length, FieldType::Number, "length"_L1, "bytes of the payload"_L1),
    plain(Field::Fragment, FieldType::Number, "fragment"_L1, "place within a fragmented message, from 1"_L1),
    plain(Field::From, FieldType::Text, "from"_L1,
          "who sent it: user, client, origin, http, operator or broker"_L1),
    plain(Field::FromUser, FieldType::Text, "from.user"_L1, "user of the client that sent it"_L1),
    plain(Field::FromClient, FieldType::Client, "from.client"_L1, "client that sent it"_L1),
    growing(Field::To, FieldType::Text, "to"_L1, "whom it was for and who got it: target, user, client"_L1),
    growing(Field::ToUser, FieldType::Text, "to.user"_L1, "user of a client that it was sent to"_L1),
    growing(Field::ToClient, FieldType::Client, "to.client"_L1, "client that it was sent to"_L1),
    growing(Field::With, FieldType::Text, "with"_L1, "user or client that sent it or got it"_L1),
    plain(Field::User, FieldType::Text, "user"_L1, "user of the connection"_L1),
    plain(Field::Client, FieldType::Client, "client"_L1, "client of the connection"_L1),
    plain(Field::Claims, FieldType::Text, "claims"_L1, "who the sender says it is, where that differs"_L1),
    plain(Field::Sender, FieldType::Word, "sender"_L1, "where the message came from"_L1),
    inPayload(Field::Group, FieldType::Text, "group"_L1, "group that it was sent to, joined or left"_L1),
    plain(Field::Target, FieldType::Text, "target"_L1, "whom the envelope names: group red"_L1),
    plain(Field::Action, FieldType::Text, "action"_L1, "action of the envelope"_L1),
    inPayload(Field::Message, FieldType::Json, "message"_L1,
              "message of the envelope; message.x looks into it"_L1),
    inPayload(Field::Payload, FieldType::Json, "payload"_L1,
              "the whole payload; payload.x looks into its JSON"_L1),
    inPayload(Field::Any, FieldType::Text, "any"_L1, "payload, names and whatever else the row says"_L1),
    plain(Field::Id, FieldType::MessageId, "id"_L1, "id of the routed message"_L1),
    growing(Field::Recipients, FieldType::Number, "recipients"_L1, "how many clients the message was for"_L1),
    growing(Field::Sent, FieldType::Number, "sent"_L1, "deliveries that were sent"_L1),
    growing(Field::Queued, FieldType::Number, "queued"_L1, "deliveries that wait"_L1),
    growing(Field::Dropped, FieldType::Number, "dropped"_L1, "deliveries that were dropped"_L1),
    plain(Field::Code, FieldType::Number, "code"_L1, "close code or HTTP status"_L1),
    inPayload(Field::Reason, FieldType::Text, "reason"_L1, "reason of a close"_L1),
    plain(Field::End, FieldType::Word, "end"_L1, "how a client ended"_L1),
    plain(Field::Error, FieldType::Text, "error"_L1, "error code of a refusal or a call"_L1),
    plain(Field::Origin, FieldType::Text, "origin"_L1, "Origin of a refused page"_L1),
    plain(Field::Address, FieldType::Text, "address"_L1, "address of a refused peer"_L1),
    plain(Field::Path, FieldType::Text, "path"_L1, "target of a handshake, query included"_L1),
    plain(Field::Act, FieldType::Text, "act"_L1, "what the operator did"_L1),
};

constexpr bool isInOrder()
{
    for (size_t at = 0; at < table.size(); ++at) {
        if (static_cast<size_t>(table.at(at).field) != at) {
            return false;
        }
    }
    return table.size() == static_cast<size_t>(Field::Act) + 1;
}
static_assert(isInOrder());

} // namespace

std::span<const FieldInfo> fieldTable()
{
    return table;
}

const FieldInfo& infoOf(Field field)
{
    return table.at(static_cast<size_t>(field));
}

const FieldInfo* findField(QStringView name)
{
    const QStringView bare = name.startsWith("frame."_L1, Qt::CaseInsensitive) ? name.sliced(6) : name;
    for (const FieldInfo& info : table) {
        if (!bare.startsWith(info.name, Qt::CaseInsensitive)) {
            continue;
        }
        const QStringView rest = bare.sliced(info.name.size());
        const bool goesOn = info.type == FieldType::Json && (rest.startsWith(u'.') || rest.startsWith(u'['));
        if (rest.isEmpty() || goesOn) {
            return &info;
        }
    }
    return nullptr;
}

QStringList fieldNames()
{
    QStringList names;
    for (const FieldInfo& info : table) {
        names.append(info.name);
    }
    return names;
}

QString typeName(FieldType type)
{
    switch (type) {
    case FieldType::Number:
        return u"a number"_s;
    case FieldType::Time:
        return u"a time"_s;
    case FieldType::Flag:
        return u"yes or no"_s;
    case FieldType::Word:
        return u"a word"_s;
    case FieldType::Text:
        return u"a text"_s;
    case FieldType::Client:
        return u"a client's id"_s;
    case FieldType::MessageId:
        return u"a message's id"_s;
    case FieldType::Json:
        return u"any JSON value"_s;
    }
    Q_UNREACHABLE();
}

} // namespace signalbox::filter
