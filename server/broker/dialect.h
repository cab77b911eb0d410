// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/routed_message.h"
#include "server/core/error.h"
#include "server/core/name.h"
#include "server/websocket/frame_decoder.h"
#include "server/websocket/message_assembler.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <optional>

namespace signalbox::transport {
struct ConnectionEnd;
}

namespace signalbox::broker {

class FrameTranslator;
class Session;

/// A message as the clients of one dialect get it: a whole frame, ready to leave.
struct EncodedMessage {
    QByteArray frame;
    websocket::FrameHeader header; ///< of `frame`

    /// Valid as long as the frame is.
    [[nodiscard]] QByteArrayView payloadBytes() const
    {
        return QByteArrayView(frame).sliced(header.headerBytes());
    }
};

/// A whole message in one frame.
[[nodiscard]] EncodedMessage encodedMessage(websocket::Opcode opcode, const QByteArray& payload);

/// Without the envelope around it: a string unescaped, anything else as its JSON, bytes as a binary frame.
/// Nothing: it has none around it.
[[nodiscard]] std::optional<EncodedMessage> encodedWithoutEnvelope(const RoutedMessage& message);

/// What a dialect keeps of one session, which owns it.
class DialectState {
public:
    virtual ~DialectState() = default;
};

/// What a message of a client's means, and how it is told of others': one implementation for each dialect,
/// stateless, shared by all its sessions.
class Dialect {
public:
    virtual ~Dialect() = default;
    /// The name that the window shows: "envelope", "echo", "raw", "xsockets", "service", "scripted".
    [[nodiscard]] virtual QByteArray name() const = 0;
    /// Whether clients get something else than the frame of the message, and encodeForm() has to make it.
    [[nodiscard]] virtual bool encodesAnew() const { return false; }
    /// In which of several forms this client gets the message, a small number: one is encoded for all clients
    /// that get the same. Asked once for each message and client that is reached; `recipient` is the entry of
    /// the recipients that reached it, or negative.
    [[nodiscard]] virtual quint32 formFor(Session& /*session*/, const RoutedMessage& /*message*/,
                                          int /*recipient*/) const
    {
        return 0;
    }
    /// Nothing: this message is passed on as it is. Asked once for each message, worker and form, when a
    /// client that gets it in this form is reached.
    [[nodiscard]] virtual std::optional<EncodedMessage> encodeForm(const RoutedMessage& message,
                                                                   quint32 /*form*/) const
    {
        return encode(message);
    }
    /// The message for this client alone, who is about to get it; nothing: `encoded`, as the others of its
    /// form. Asked for messages that have a sequence.
    [[nodiscard]] virtual std::optional<EncodedMessage> encodeFor(Session& /*session*/,
                                                                  const RoutedMessage& /*message*/,
                                                                  quint32 /*form*/,
                                                                  const EncodedMessage& /*encoded*/)
    {
        return std::nullopt;
    }
    /// What turns all that its clients are sent into something else; null: nothing does.
    [[nodiscard]] virtual FrameTranslator* translator() { return nullptr; }
    /// Of a dialect that has one form.
    [[nodiscard]] virtual std::optional<EncodedMessage> encode(const RoutedMessage& /*message*/) const
    {
        return std::nullopt;
    }
    /// What a client is told of a message of its own that came to nothing; nothing: it is told nothing.
    [[nodiscard]] virtual std::optional<QByteArray> errorText(const Error& /*error*/) const
    {
        return std::nullopt;
    }
    virtual void messageReceived(Session& session, const websocket::AssembledMessage& message,
                                 const websocket::DecodedFrame& lastFrame) = 0;
    /// Whether a muted client may say it, because it adds nothing to what others hear.
    [[nodiscard]] virtual bool isForMuted(const websocket::AssembledMessage& /*message*/) const
    {
        return false;
    }
    /// The client is there; nothing of it has been read yet.
    virtual void opened(Session& /*session*/) {}
    virtual void pongReceived(Session& /*session*/, QByteArrayView /*payload*/) {}
    /// The connection has ended; what its session has is about to go.
    virtual void ended(Session& /*session*/, const transport::ConnectionEnd& /*end*/) {}
    /// It is no longer in the group, by an act of the operator or of a service.
    virtual void groupLeft(Session& /*session*/, const GroupName& /*group*/) {}
};

} // namespace signalbox::broker
