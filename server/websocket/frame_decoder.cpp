// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/websocket/frame_decoder.h"

#include "server/websocket/masking.h"

#include <QtCore/QtEndian>

#include <algorithm>

namespace signalbox::websocket {

namespace {

constexpr quint64 length16 = 126; // RFC 6455 §5.2: in the 7-bit length, "a 16-bit length follows"
constexpr quint64 length64 = 127;

} // namespace

FrameDecoder::FrameDecoder(Role role, qint64 maxMessageBytes)
    : m_role(role)
    , m_maxMessageBytes(static_cast<quint64>(maxMessageBytes))
{
    Q_ASSERT(maxMessageBytes > 0);
}

DecodeStatus FrameDecoder::next(std::span<char>& bytes, DecodedFrame& frame)
{
    if (m_stage == Stage::HandedOut) {
        beginFrame();
    }
    while (!m_fault && m_stage != Stage::Payload) {
        if (!takeHeaderBytes(bytes)) {
            return DecodeStatus::NeedMore;
        }
        m_fault = finishHeaderStage();
    }
    return m_fault ? DecodeStatus::Failed : readPayload(bytes, frame);
}

void FrameDecoder::beginFrame()
{
    m_stage = Stage::FirstByte;
    m_headerSize = 0;
    m_stageEnd = 1;
    m_payload.release();
}

/// Whether the stage has all its bytes.
bool FrameDecoder::takeHeaderBytes(std::span<char>& bytes)
{
    const size_t count = std::min(static_cast<size_t>(m_stageEnd - m_headerSize), bytes.size());
    std::copy_n(bytes.begin(), count, m_headerBytes.begin() + m_headerSize);
    m_headerSize += static_cast<int>(count);
    bytes = bytes.subspan(count);
    return m_headerSize == m_stageEnd;
}

/// Each fault is found with the byte that shows it, not at the end of the header.
std::optional<ProtocolFault> FrameDecoder::finishHeaderStage()
{
    switch (m_stage) {
    case Stage::FirstByte:
        m_stage = Stage::SecondByte;
        m_stageEnd = 2;
        return readFirstByte();
    case Stage::SecondByte:
        m_stage = Stage::ExtendedLength;
        return readSecondByte();
    case Stage::ExtendedLength:
        m_stage = Stage::MaskingKey;
        m_stageEnd += m_header.masked ? 4 : 0;
        return readExtendedLength();
    case Stage::MaskingKey:
        m_stage = Stage::Payload;
        if (m_header.masked) {
            std::copy_n(m_headerBytes.begin() + m_headerSize - 4, 4, m_header.maskingKey.begin());
        }
        return std::nullopt;
    case Stage::Payload:
    case Stage::HandedOut:
        break;
    }
    Q_UNREACHABLE();
}

std::optional<ProtocolFault> FrameDecoder::readFirstByte()
{
    const auto byte = static_cast<quint8>(m_headerBytes[0]);
    m_header = FrameHeader();
    m_header.fin = (byte & 0x80) != 0;
    m_header.reservedBits = (byte >> 4) & 0x7;
    if (m_header.reservedBits != 0) { // RFC 6455 §5.2: no extension was negotiated
        return ProtocolFault::ReservedBits;
    }
    if (!isKnownOpcode(byte & 0xF)) { // RFC 6455 §5.2
        return ProtocolFault::ReservedOpcode;
    }
    m_header.opcode = static_cast<Opcode>(byte & 0xF);
    if (isControl(m_header.opcode) && !m_header.fin) { // RFC 6455 §5.5
        return ProtocolFault::FragmentedControlFrame;
    }
    return std::nullopt;
}

std::optional<ProtocolFault> FrameDecoder::readSecondByte()
{
    const auto byte = static_cast<quint8>(m_headerBytes[1]);
    m_header.masked = (byte & 0x80) != 0;
    m_header.payloadBytes = byte & 0x7F;
    if (m_role == Role::Server && !m_header.masked) { // RFC 6455 §5.1
        return ProtocolFault::UnmaskedFrame;
    }
    if (m_role == Role::Client && m_header.masked) { // RFC 6455 §5.1
        return ProtocolFault::MaskedFrame;
    }
    if (isControl(m_header.opcode) && m_header.payloadBytes > maxControlPayloadBytes) { // RFC 6455 §5.5
        return ProtocolFault::LongControlFrame;
    }
    m_stageEnd += m_header.payloadBytes == length16 ? 2 : m_header.payloadBytes == length64 ? 8 : 0;
    return std::nullopt;
}

std::optional<ProtocolFault> FrameDecoder::readExtendedLength()
{
    if (m_header.payloadBytes == length16) {
        m_header.payloadBytes = qFromBigEndian<quint16>(&m_headerBytes[2]);
        if (m_header.payloadBytes < length16) { // RFC 6455 §5.2
            return ProtocolFault::LengthNotShortest;
        }
    } else if (m_header.payloadBytes == length64) {
        m_header.payloadBytes = qFromBigEndian<quint64>(&m_headerBytes[2]);
        if ((m_header.payloadBytes >> 63) != 0) { // RFC 6455 §5.2
            return ProtocolFault::LengthTooLarge;
        }
        if (m_header.payloadBytes <= 0xFFFF) { // RFC 6455 §5.2
            return ProtocolFault::LengthNotShortest;
        }
    }
    return isControl(m_header.opcode) ? std::nullopt : checkMessageBytes();
}

std::optional<ProtocolFault> FrameDecoder::checkMessageBytes()
{
    const quint64 before = m_header.opcode == Opcode::Continuation ? m_messageBytes : 0;
    if (m_header.payloadBytes > m_maxMessageBytes - before) {
        return ProtocolFault::MessageTooBig;
    }
    m_messageBytes = m_header.fin ? 0 : before + m_header.payloadBytes;
    return std::nullopt;
}

DecodeStatus FrameDecoder::readPayload(std::span<char>& bytes, DecodedFrame& frame)
{
    const auto payloadBytes = static_cast<size_t>(m_header.payloadBytes);
    const size_t missing = payloadBytes - static_cast<size_t>(m_payload.size());
    const std::span<char> piece = bytes.first(std::min(missing, bytes.size()));
    bytes = bytes.subspan(piece.size());
    frame.payload = piece;
    if (piece.size() < payloadBytes) { // not whole in the reader's buffer
        m_payload.append(QByteArrayView(piece.data(), static_cast<qsizetype>(piece.size())),
                         static_cast<qsizetype>(payloadBytes));
        if (piece.size() < missing) {
            return DecodeStatus::NeedMore;
        }
        frame.payload = m_payload.bytes();
    }
    if (m_header.masked) {
        applyMask(frame.payload, m_header.maskingKey);
    }
    frame.header = m_header;
    frame.headerBytes = m_headerBytes;
    frame.headerSize = m_headerSize;
    m_stage = Stage::HandedOut;
    return DecodeStatus::FrameReady;
}

} // namespace signalbox::websocket
