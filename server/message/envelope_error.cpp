// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/message/envelope_error.h"

#include "server/message/json_text.h"

namespace signalbox::message {

namespace {

struct Entry {
    QByteArrayView code;
    QStringView sentence; ///< %1 is the detail
};

Entry entryOf(EnvelopeFault fault)
{
    switch (fault) {
    case EnvelopeFault::NotJson:
        return {"envelope.not_json",
                u"Not an envelope: expected {\"action\":\u2026}. For plain text use /echo or /raw."};
    case EnvelopeFault::NotObject:
        return {
            "envelope.not_object",
            u"Not an envelope: expected an object, {\"action\":\u2026}, not an array, a string or a number."};
    case EnvelopeFault::DuplicateKey:
        return {"envelope.duplicate_key",
                u"The key \"%1\" is there twice; upper and lower case count as the same."};
    case EnvelopeFault::WrongType:
        return {"envelope.wrong_type", u"Wrong type: %1."};
    case EnvelopeFault::MissingAction:
        return {
            "envelope.missing_action",
            u"\"action\" is missing: every envelope needs one, a string that says what the message is for."};
    case EnvelopeFault::ReservedAction:
        return {"envelope.reserved_action",
                u"Actions that begin with \"$\" belong to the broker; choose a name without it."};
    case EnvelopeFault::BadRecipient:
        return {"envelope.bad_recipient", u"Nothing was sent: %1."};
    case EnvelopeFault::TooManyRecipients:
        return {"envelope.too_many_recipients",
                u"More than %1 recipients: put the clients in a group, or send several messages."};
    case EnvelopeFault::NameInvalid:
        return {"envelope.name_invalid",
                u"A name has 1 to 128 bytes of UTF-8 and no control characters, which is not so of %1."};
    case EnvelopeFault::TooDeep:
        return {"envelope.too_deep",
                u"Objects and arrays are nested deeper than %1; send such data as a string in \"message\"."};
    case EnvelopeFault::TooManyKeys:
        return {"envelope.too_many_keys", u"More than %1 keys; send such data as a string in \"message\"."};
    case EnvelopeFault::LoneSurrogate:
        return {"envelope.lone_surrogate",
                u"A \\u escape holds half of a surrogate pair; characters above U+FFFF need both halves."};
    case EnvelopeFault::BinaryNotSupported:
        return {"envelope.binary_not_supported",
                u"Envelopes travel in text frames; binary frames are taken at /echo, not here."};
    }
    Q_UNREACHABLE();
}

} // namespace

QByteArray envelopeFaultCode(EnvelopeFault fault)
{
    return entryOf(fault).code.toByteArray();
}

Error envelopeError(EnvelopeFault fault, const QString& detail)
{
    const Entry entry = entryOf(fault);
    QString sentence = entry.sentence.toString();
    Q_ASSERT(sentence.contains(u"%1") == !detail.isEmpty());
    return {entry.code.toByteArray(), sentence.replace(QStringLiteral("%1"), detail)};
}

QByteArray errorEnvelope(const Error& error)
{
    QByteArray envelope = "{\"action\":\"$error\",\"code\":";
    appendJsonString(envelope, QByteArrayView(error.code));
    envelope += ",\"message\":";
    appendJsonString(envelope, QStringView(error.message));
    envelope += '}';
    return envelope;
}

} // namespace signalbox::message
