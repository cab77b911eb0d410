// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/events.h"
#include "ui/models/draft.h"

#include <QtCore/QHash>

#include <optional>
#include <vector>

namespace signalbox::ui {

/// One recipient of a message, and how far it has come.
struct RecipientFate {
    Delivery delivery;                        ///< by the receipt
    std::optional<link::DeliveryStage> stage; ///< what came after it
    std::chrono::microseconds after{};        ///< of the stage, since the message was sent

    [[nodiscard]] bool isDropped() const;
    [[nodiscard]] bool isConfirmed() const { return stage == link::DeliveryStage::Confirmed; }
    [[nodiscard]] bool isLost() const { return stage == link::DeliveryStage::Lost; }
    /// Not yet the end of it: sent or queued, and no word from the client.
    [[nodiscard]] bool isOpen() const { return !isDropped() && !isConfirmed() && !isLost(); }
    [[nodiscard]] bool isQueued() const;
};

/// One message sent from this window and all that is known of it. Counts hold for all recipients. A value.
class ReceiptRecord final {
public:
    link::CommandId command = 0;
    WallTime time{};
    QString to; ///< its recipients in words
    Draft draft;
    std::optional<link::Command> sent; ///< to send it again as it went
    bool isAnswered = false;
    QString error; ///< why it was refused; empty: it was not
    MessageId message;
    DeliveryCounts counts; ///< by the receipt
    int pendingWorkers = 0;
    QString hint;
    qint64 confirmed = 0;
    qint64 lost = 0;
    std::chrono::microseconds slowest{}; ///< of the confirmed ones

    [[nodiscard]] const std::vector<RecipientFate>& fates() const { return m_fates; }
    /// Those without a word, that were not dropped or lost.
    [[nodiscard]] qint64 open() const { return counts.recipients - counts.dropped - confirmed - lost; }
    [[nodiscard]] qint64 queuedNow() const { return m_queuedNow; }

    /// Those that it does not have yet, the dropped and the queued ones in front.
    [[nodiscard]] std::vector<Delivery> news(const std::vector<Delivery>& deliveries) const;
    void add(const std::vector<Delivery>& news);
    /// The place of the client in fates(); negative: it got no such message, or this is no news.
    int progress(const link::DeliveryProgress& progress);

private:
    std::vector<RecipientFate> m_fates;
    QHash<ClientId, int> m_places;
    qint64 m_queuedNow = 0;
};

} // namespace signalbox::ui
