// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/http_error.h"
#include "server/managed/receivers.h"

#include <variant>

namespace signalbox::managed {

/// One message of POST /v1/messages, or of a webhook receiver.
struct Push {
    QByteArray envelope; ///< as envelope clients get it: {"action":"message","message":DATA}
    bool binary = false; ///< DATA is bytes in base64; the envelope says so in its encoding
    Receivers receivers;
    QByteArray echo; ///< the body of the answer
};

/// {"data":TEXT,"receivers":{"sockets":[…]|null,"tags":[…]|null}}, with "encoding":"base64" for bytes. The
/// answer repeats data and receivers byte for byte. Numbers and booleans in data become texts.
[[nodiscard]] std::variant<Push, http::HttpError> readPush(QByteArrayView body, qsizetype maxReceivers);

/// {"payload":TEXT or OBJECT,"receivers":[{"id":…,"objectType":…},…]}: each receiver is the tag
/// objectType.id, aclSubject.* is everybody.
[[nodiscard]] std::variant<Push, http::HttpError> readEnginioPush(QByteArrayView body,
                                                                  qsizetype maxReceivers);

} // namespace signalbox::managed
