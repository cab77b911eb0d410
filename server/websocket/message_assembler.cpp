// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/websocket/message_assembler.h"

namespace signalbox::websocket {

MessageAssembler::MessageAssembler(qint64 maxMessageBytes)
    : m_maxMessageBytes(maxMessageBytes)
{
    Q_ASSERT(maxMessageBytes > 0);
}

AssembleStatus MessageAssembler::add(const DecodedFrame& frame, AssembledMessage& message)
{
    if (m_fault) {
        return AssembleStatus::Failed;
    }
    message = AssembledMessage{frame.header.opcode, frame.payloadView(), 0, QByteArray()};
    if (isControl(frame.header.opcode)) { // RFC 6455 §5.4: also between the fragments of a message
        return AssembleStatus::Control;
    }
    if (const auto fault = faultOfOrder(frame.header)) {
        return fail(*fault);
    }
    if (const auto fault = faultOfSize(frame)) {
        return fail(*fault);
    }
    return frame.header.fin && !insideMessage() ? addWhole(frame, message) : addFragment(frame, message);
}

AssembleStatus MessageAssembler::addWhole(const DecodedFrame& frame, AssembledMessage& message)
{
    if (message.opcode == Opcode::Text && !isUtf8(frame.payloadView())) { // RFC 6455 §8.1
        return fail(ProtocolFault::TextNotUtf8);
    }
    return AssembleStatus::MessageReady;
}

AssembleStatus MessageAssembler::addFragment(const DecodedFrame& frame, AssembledMessage& message)
{
    if (!insideMessage()) {
        m_opcode = frame.header.opcode;
    }
    message.opcode = m_opcode;
    message.payload = {};
    message.fragment = ++m_fragments;
    if (m_opcode == Opcode::Text) { // RFC 6455 §8.1
        const bool valid = m_utf8.append(frame.payloadView());
        if (!valid || (frame.header.fin && !m_utf8.isComplete())) {
            return fail(ProtocolFault::TextNotUtf8);
        }
    }
    m_payload.append(frame.payloadView(), m_maxMessageBytes);
    if (!frame.header.fin) {
        return AssembleStatus::Incomplete;
    }
    m_fragments = 0;
    message.assembled = m_payload.take();
    message.payload = message.assembled;
    return AssembleStatus::MessageReady;
}

AssembleStatus MessageAssembler::fail(ProtocolFault fault)
{
    m_fault = fault;
    m_payload.release();
    return AssembleStatus::Failed;
}

// RFC 6455 §5.4: fragments of one message follow one another; only control frames come between.
std::optional<ProtocolFault> MessageAssembler::faultOfOrder(const FrameHeader& header) const
{
    if (header.opcode == Opcode::Continuation) {
        return insideMessage() ? std::nullopt : std::optional(ProtocolFault::UnexpectedContinuation);
    }
    return insideMessage() ? std::optional(ProtocolFault::UnfinishedMessage) : std::nullopt;
}

std::optional<ProtocolFault> MessageAssembler::faultOfSize(const DecodedFrame& frame) const
{
    if (static_cast<qint64>(frame.payload.size()) > m_maxMessageBytes - m_payload.size()) {
        return ProtocolFault::MessageTooBig;
    }
    return m_fragments == maxFragments ? std::optional(ProtocolFault::TooManyFragments) : std::nullopt;
}

} // namespace signalbox::websocket
