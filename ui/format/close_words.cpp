// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/close_words.h"

#include "server/link/commands.h"

#include <QtCore/QCoreApplication>

namespace signalbox::ui {

namespace close_code = websocket::close_code;

namespace {

struct CloseWords {
    Q_DECLARE_TR_FUNCTIONS(CloseWords)
};

QString rangeSentence(quint16 code)
{
    if (code < 1000) {
        return CloseWords::tr("Not used (RFC 6455 §7.4.2).");
    }
    if (code < 3000) {
        return CloseWords::tr("Reserved for the protocol, and not defined (RFC 6455 §7.4.2).");
    }
    if (code < 4000) {
        return CloseWords::tr("For libraries and frameworks, registered with IANA (RFC 6455 §7.4.2).");
    }
    return code < 5000 ? CloseWords::tr("For private use: only the application knows it (RFC 6455 §7.4.2).")
                       : CloseWords::tr("Not a close code: they end at 4999 (RFC 6455 §7.4.2).");
}

} // namespace

QString closeCodeSentence(quint16 code)
{
    switch (code) {
    case close_code::normal:
        return CloseWords::tr("The purpose of the connection is fulfilled (RFC 6455 §7.4.1).");
    case close_code::goingAway:
        return CloseWords::tr("A server goes down, or a page was left (RFC 6455 §7.4.1).");
    case close_code::protocolError:
        return CloseWords::tr("The other end broke the protocol (RFC 6455 §7.4.1).");
    case close_code::unsupportedData:
        return CloseWords::tr(
            "A type of data came that is not accepted, binary for example (RFC 6455 §7.4.1).");
    case 1004:
        return CloseWords::tr("Reserved; it has no meaning yet (RFC 6455 §7.4.1).");
    case close_code::noStatusReceived:
        return CloseWords::tr("Never on the wire: the close frame came without a code (RFC 6455 §7.4.1).");
    case close_code::abnormal:
        return CloseWords::tr(
            "Never on the wire: the connection ended without a close frame (RFC 6455 §7.4.1).");
    case close_code::invalidPayload:
        return CloseWords::tr("The data did not fit its type: text that is not UTF-8 (RFC 6455 §7.4.1).");
    case close_code::policyViolation:
        return CloseWords::tr("A message broke a rule of the service (RFC 6455 §7.4.1).");
    case close_code::messageTooBig:
        return CloseWords::tr("A message was too big to be taken (RFC 6455 §7.4.1).");
    case close_code::mandatoryExtension:
        return CloseWords::tr(
            "The client wanted an extension that the server did not give (RFC 6455 §7.4.1).");
    case close_code::internalError:
        return CloseWords::tr("The server met something that it did not expect (RFC 6455 §7.4.1).");
    case close_code::serviceRestart:
        return CloseWords::tr("The service restarts; come back in a moment (IANA registry).");
    case close_code::tryAgainLater:
        return CloseWords::tr("The server has too much to do; come back later (IANA registry).");
    case 1014:
        return CloseWords::tr("A gateway got a bad answer from the server behind it (IANA registry).");
    case 1015:
        return CloseWords::tr("Never on the wire: the TLS handshake failed (RFC 6455 §7.4.1).");
    case close_code::slowClient:
        return CloseWords::tr(
            "Signalbox's own: the client read too slowly, and what waited for it passed the "
            "limit limits.max_queue.");
    default:
        return rangeSentence(code);
    }
}

} // namespace signalbox::ui
