// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QObject>
#include <QtCore/QString>

namespace signalbox::websocket {

inline namespace protocol_fault_enum {
Q_NAMESPACE
/// What a peer did against RFC 6455 or over our limits. Each ends the connection.
/// protocol_error.cpp has the one table of their close codes, stable codes and sentences.
enum class ProtocolFault {
    ReservedBits,
    ReservedOpcode,
    FragmentedControlFrame,
    LongControlFrame,
    UnmaskedFrame,
    MaskedFrame,
    LengthNotShortest,
    LengthTooLarge,
    MessageTooBig,
    TooManyFragments,
    UnexpectedContinuation,
    UnfinishedMessage,
    TextNotUtf8,
    CloseCodeCut,
    CloseCodeNotAllowed,
    CloseReasonNotUtf8,
};
Q_ENUM_NS(ProtocolFault)
} // namespace protocol_fault_enum

/// A fault for a person and for a program.
///
/// `closeCode` goes into the close frame; `code` is stable and documented ("websocket.unmasked_frame");
/// `text` is one English sentence without content of the peer, short enough for the reason of a close frame.
struct ProtocolError {
    quint16 closeCode = 0;
    QByteArray code;
    QString text;

    friend bool operator==(const ProtocolError&, const ProtocolError&) = default;
};

[[nodiscard]] ProtocolError protocolError(ProtocolFault fault);

} // namespace signalbox::websocket
