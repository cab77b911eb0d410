// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ids.h"
#include "server/core/recipient.h"

#include <QtCore/QByteArray>
#include <QtCore/QObject>
#include <QtCore/QString>

#include <vector>

namespace signalbox {

inline namespace receipt_enums {
Q_NAMESPACE
/// What the router decided for one client.
enum class Verdict {
    Reached,      ///< a recipient matched and no exclusion did
    Excluded,     ///< a recipient matched, or only exclusions were given, and an exclusion took it out
    NotAddressed, ///< no recipient matched
};
Q_ENUM_NS(Verdict)

/// What became of one delivery.
enum class DeliveryState {
    Sent,           ///< the system took every byte in the turn of the send
    Queued,         ///< a rest waits in the client's outgoing queue
    DroppedSlow,    ///< the client's outgoing queue was over its limit
    DroppedClosing, ///< the client was closing or gone
};
Q_ENUM_NS(DeliveryState)
} // namespace receipt_enums

/// The router's decision for one client, and the entry of `recipients` that caused it.
struct Decision {
    ClientId client;
    Verdict verdict = Verdict::NotAddressed;
    int recipientIndex = -1; ///< into the message's recipients; -1: none, the default group spoke

    friend bool operator==(const Decision&, const Decision&) = default;
};

/// One delivery and its state. `queuedBytes` is what the client's queue held after the send.
struct Delivery {
    ClientId client;
    DeliveryState state = DeliveryState::Sent;
    qint64 queuedBytes = 0;

    friend bool operator==(const Delivery&, const Delivery&) = default;
};

/// The sums of an outcome. recipients = sent + queued + dropped, unless workers are still pending.
struct DeliveryCounts {
    qint64 recipients = 0;
    qint64 sent = 0;
    qint64 queued = 0;
    qint64 dropped = 0;

    void add(DeliveryState state);
    /// One that was queued is sent or dropped now.
    void settle(DeliveryState state);
    DeliveryCounts& operator+=(const DeliveryCounts& other);
    friend bool operator==(const DeliveryCounts&, const DeliveryCounts&) = default;
};

/// What became of one message: the router's decision joined with the workers' outcome (PRODUCT section 3).
struct Receipt {
    MessageId message;
    DeliveryCounts counts;
    int pendingWorkers = 0; ///< workers that had not answered within the second that an answer waits
    QString hint;           ///< in words, when nobody was reached
    std::vector<Delivery> deliveries; ///< only when detail was asked for
};

} // namespace signalbox
