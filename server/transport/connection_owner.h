// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/limits.h"
#include "server/transport/close_state.h"
#include "server/transport/outgoing_queue.h"
#include "server/transport/traffic_sums.h"
#include "server/websocket/frame_decoder.h"
#include "server/websocket/message_assembler.h"

#include <span>

namespace signalbox::transport {

class Connection;

/// What every connection of one worker shares.
struct ConnectionSurroundings {
    const Limits& limits;
    const Clock& clock;
    std::span<char> readBuffer; ///< bytes are read into it and decoded in it, one connection at a time
    TrafficSums& sums;
    OutgoingQueue::Room& queueRoom;
};

/// What the owner of a connection hears. Called from the worker's event loop and from flush(); the connection
/// is never destroyed from inside one of these: connectionEnded() is the last call, and the owner destroys it
/// after the turn.
class ConnectionOwner {
public:
    virtual ~ConnectionOwner() = default;
    /// One frame that carries no complete message: a control frame, or a fragment that is not the last.
    virtual void frameReceived(Connection& connection, const websocket::DecodedFrame& frame,
                               quint32 fragment) = 0;
    /// A whole message, and its last frame. Views are valid during the call.
    virtual void messageReceived(Connection& connection, const websocket::AssembledMessage& message,
                                 const websocket::DecodedFrame& lastFrame) = 0;
    /// A frame of the connection's own making was queued: ping, pong, close.
    virtual void controlFrameSent(Connection& connection, websocket::Opcode opcode,
                                  QByteArrayView payload) = 0;
    /// The pong to a ping() of the owner's, or to a later one, is here. `number` is that of the latest ping
    /// that it answers.
    virtual void pingAnswered(Connection& /*connection*/, quint64 /*number*/) {}
    /// nextLook() is earlier now.
    virtual void lookSooner(Connection& /*connection*/) {}
    /// As much was taken as watchTaken() asked for.
    virtual void bytesTaken(Connection& /*connection*/) {}
    virtual void connectionEnded(Connection& connection, const ConnectionEnd& end) = 0;
};

} // namespace signalbox::transport
