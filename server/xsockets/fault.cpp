// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/xsockets/fault.h"

#include "server/message/json_text.h"

namespace signalbox::xsockets {

namespace {

struct Entry {
    const char* code;
    const char16_t* message;
};

Entry entryOf(Fault fault)
{
    switch (fault) {
    case Fault::NotAMessage:
        return {"xsockets.not_a_message", u"Not a message of XSockets: %1."};
    case Fault::BadController:
        return {
            "xsockets.bad_controller",
            u"The name of a controller has 1 to 64 bytes of UTF-8 without control characters and slashes."};
    case Fault::BadTopic:
        return {"xsockets.bad_topic", u"%1"};
    case Fault::BadRequest:
        return {"xsockets.bad_request", u"The data of topic %1."};
    case Fault::ReservedTopic:
        return {"xsockets.reserved_topic", u"Topic %1 is not for clients to send, or not spoken here."};
    case Fault::TooManyControllers:
        return {"xsockets.too_many_controllers", u"A client can have %1 controllers open at most."};
    case Fault::TooManySubscriptions:
        return {"xsockets.too_many_subscriptions", u"A client can be in %1 groups at most."};
    case Fault::TooManyProperties:
        return {"xsockets.too_many_properties", u"A client's properties can be %1 at most."};
    case Fault::StorageFull:
        return {"xsockets.storage_full",
                u"There is no room: what is kept for one client has %1 bytes at most."};
    case Fault::BadPersistentId:
        return {"xsockets.bad_persistent_id",
                u"The PersistentId of the request is no Guid: this connection has a new one."};
    case Fault::BadBinary:
        return {"xsockets.bad_binary", u"Not a binary message of XSockets: %1."};
    case Fault::TooManyUnacknowledged:
        return {"xsockets.too_many_unacknowledged",
                u"Too many messages wait to be acknowledged: until there are fewer, others come once and "
                u"without an id."};
    case Fault::MessagesMissed:
        return {"xsockets.messages_missed",
                u"%1 messages were not kept while the client was away: there were too many."};
    case Fault::RetainedFull:
        return {"xsockets.retained_full", u"There is no room to retain the message: it was only passed on."};
    case Fault::TooMuchRetained:
        return {"xsockets.too_much_retained",
                u"%1 retained messages were not sent: they are more than the client's queue holds."};
    }
    Q_UNREACHABLE();
}

} // namespace

Error fault(Fault fault, const QString& detail)
{
    const Entry entry = entryOf(fault);
    const QString sentence = QString::fromUtf16(entry.message);
    return {entry.code, sentence.contains(QStringLiteral("%1")) ? sentence.arg(detail) : sentence};
}

QByteArray faultData(const Error& error)
{
    return "{\"code\":" + message::jsonString(QByteArrayView(error.code)) +
           ",\"message\":" + message::jsonString(QStringView(error.message)) + '}';
}

} // namespace signalbox::xsockets
