// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/frame_detail.h"

#include <QtCore/QString>

namespace signalbox::ui {

/// What, pasted into bash, makes the same request again.
struct CurlCommand {
    QString text;           ///< empty: the row holds no HTTP request that could be read
    bool lacksBody = false; ///< the request was refused before its body was read
};

/// The request of a handshake, an HTTP request or a call of the webhook. What came in goes to the broker at
/// `brokerUrl` (ws://127.0.0.1:5210), whatever name it was called by. Credentials are not in it:
/// $SIGNALBOX_TOKEN stands in their place.
[[nodiscard]] CurlCommand curlCommand(const link::FrameDetail& detail, const QByteArray& brokerUrl);

} // namespace signalbox::ui
