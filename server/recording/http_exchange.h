// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ids.h"

#include <QtCore/QByteArrayView>

#include <chrono>

namespace signalbox::recording {

/// A handshake or HTTP request that came in, and what was answered.
struct HttpExchange {
    QByteArrayView address{};         ///< of the peer
    QByteArrayView origin{};          ///< the Origin header, empty when there was none
    quint16 status = 0;               ///< HTTP
    QByteArrayView errorCode{};       ///< "handshake.origin_refused"; empty: it was not refused
    QByteArrayView request{};         ///< header and body, as far as they were read
    QByteArrayView response{};        ///< as sent
    quint64 bodyBytes = 0;            ///< of the request's body
    std::chrono::microseconds took{}; ///< from the request's first byte to the answer
    MessageId message{};              ///< that came with the request
};

/// One attempt to hand a message to the application of the webhook.
struct ApplicationCall {
    QByteArrayView url{};
    MessageId message{};
    ClientId client{};                ///< whose message it is
    QByteArrayView user{};            ///< of that client
    quint16 status = 0;               ///< HTTP; 0: no answer came
    QByteArrayView errorCode{};       ///< "webhook.timeout"; empty: the application took it
    QByteArrayView request{};         ///< header and body
    QByteArrayView response{};        ///< empty: none came
    quint64 bodyBytes = 0;            ///< of the request's body
    std::chrono::microseconds took{}; ///< the attempt
    quint8 attempt = 0;               ///< the first is 1; 0: it was never tried
    bool isTriedAgain = false;        ///< it failed, and another attempt follows
};

} // namespace signalbox::recording
