// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/error.h"
#include "server/core/ids.h"
#include "server/core/receipt.h"
#include "server/core/recipient.h"
#include "server/websocket/close_code.h" // for the window, which may not reach there itself

#include <QtCore/QByteArray>
#include <QtCore/QList>

#include <variant>
#include <vector>

namespace signalbox::link {

/// Names one command, so that its answer can be told from others. Given by the near end, from 1.
using CommandId = quint64;

/// Route a message as if it had been pushed over HTTP. `envelope` is JSON (PRODUCT section 3).
struct SendMessage {
    QByteArray envelope;
};

/// Who would get a message with these recipients, if it were sent now. Asks the resolver that a send asks.
struct PreviewRecipients {
    Recipients recipients;
};

/// Close one client with a code that may be on the wire and a reason of 123 bytes of UTF-8 at most.
struct DisconnectClient {
    ClientId client;
    quint16 closeCode = 1000;
    QByteArray closeReason;
};

/// Listen on the configured addresses.
struct StartListening {};
/// Stop accepting; clients stay.
struct StopListening {};

/// The whole of one row of the frames list.
struct FetchFrame {
    quint64 number = 0;
};

using Command =
    std::variant<SendMessage, PreviewRecipients, DisconnectClient, StartListening, StopListening, FetchFrame>;

/// Who would get it: a decision for every client, those reached first.
struct Preview {
    qint64 reached = 0;
    qint64 clients = 0; ///< how many there are
    std::vector<Decision> decisions;
    QString hint; ///< in words, when nobody would be reached
};

} // namespace signalbox::link
