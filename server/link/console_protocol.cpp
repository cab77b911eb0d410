// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/link/console_protocol.h"

#include "server/link/cbor_reader.h"
#include "server/link/cbor_writer.h"

namespace signalbox::link::console {

namespace {

template <typename Message>
QByteArray encodeMessage(const Message& message)
{
    QByteArray bytes;
    CborWriter(&bytes).write(message);
    return bytes;
}

quint64 numberIn(const Request& request)
{
    const auto* const command = std::get_if<NumberedCommand>(&request);
    return command != nullptr ? command->number : 0;
}

quint64 numberIn(const Reply& /*reply*/)
{
    return 0;
}

template <typename Message>
Decoded<Message> decodeMessage(const QByteArray& bytes)
{
    CborReader reader(bytes);
    Message message;
    reader.read(message);
    if (!reader.isWhole()) {
        return {Malformed{}, 0};
    }
    if (reader.takeUnknown()) {
        return {NotUnderstood{numberIn(message)}, 0};
    }
    return {std::move(message), reader.skipped()};
}

} // namespace

QByteArray encode(const Request& request)
{
    return encodeMessage(request);
}

QByteArray encode(const Reply& reply)
{
    return encodeMessage(reply);
}

Decoded<Request> decodeRequest(const QByteArray& bytes)
{
    return decodeMessage<Request>(bytes);
}

Decoded<Reply> decodeReply(const QByteArray& bytes)
{
    return decodeMessage<Reply>(bytes);
}

} // namespace signalbox::link::console
