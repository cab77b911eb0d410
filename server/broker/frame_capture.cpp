// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/frame_capture.h"

#include "server/broker/xsockets_state.h"

namespace signalbox::broker {

namespace {

/// Null for other dialects.
QByteArrayView controllerOf(const Session& session)
{
    // The state first: most have none, and it is nearer than the name's text.
    const bool isXSockets = session.state() != nullptr && session.info().dialect == "xsockets";
    return isXSockets
               ? QByteArrayView(
                     static_cast<const XSocketsState&>(*session.state()).conversation.defaultController())
               : QByteArrayView();
}

} // namespace

recording::PayloadRef recordReceived(WorkerContext& context, const Session& session,
                                     const websocket::DecodedFrame& frame, quint32 fragment,
                                     recording::FrameMessage message)
{
    if (!context.capture.isEnabled()) {
        return {};
    }
    return context.capture.recordFrame(context.clock.wallNow(), session.id(), link::Direction::Received,
                                       frame.header,
                                       QByteArrayView(frame.headerBytes.data(), frame.headerSize),
                                       frame.payloadView(), fragment, message, controllerOf(session));
}

void recordSent(WorkerContext& context, const Session& session, websocket::Opcode opcode,
                QByteArrayView payload)
{
    if (!context.capture.isEnabled()) {
        return;
    }
    const bool isMessage = opcode == websocket::Opcode::Text || opcode == websocket::Opcode::Binary;
    if (isMessage && session.translator() != nullptr) {
        return; // what leaves instead is recorded when it does
    }
    recordLeft(context, session, opcode, payload);
}

void recordLeft(WorkerContext& context, const Session& session, websocket::Opcode opcode,
                QByteArrayView payload)
{
    if (!context.capture.isEnabled()) {
        return;
    }
    websocket::FrameHeader header;
    header.opcode = opcode;
    header.payloadBytes = static_cast<quint64>(payload.size());
    std::array<char, websocket::maxFrameHeaderBytes> bytes{};
    const int size = websocket::writeFrameHeader(header, bytes);
    context.capture.recordFrame(context.clock.wallNow(), session.id(), link::Direction::Sent, header,
                                QByteArrayView(bytes.data(), size), payload, 0, {}, controllerOf(session));
}

} // namespace signalbox::broker
