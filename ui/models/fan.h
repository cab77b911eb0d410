// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/events.h"

#include <QtCore/QHash>
#include <QtCore/QString>

#include <optional>

namespace signalbox::ui {

/// What one message was for one client, in the order in which a list shows them.
enum class FanPart {
    Waits,   ///< in the client's queue
    Dropped, ///< the queue was full, the client was closing, or it ended before
    Got,
    LeftOut,
    Absent, ///< the client came later
};

/// Who got a message: what became of it for each client that was there, and why the others were left out. A
/// value; grows as deliveries are told.
class Fan final {
public:
    Fan() = default;
    /// Empty when the row of `detail` is no routed message.
    explicit Fan(const link::FrameDetail& detail);

    [[nodiscard]] bool isEmpty() const { return m_message.isNull(); }
    [[nodiscard]] quint64 number() const { return m_number; } ///< of the row
    [[nodiscard]] MessageId message() const { return m_message; }

    [[nodiscard]] FanPart part(const link::ClientInfo& client) const;
    /// A glyph and words: "● got it", "◐ waits, 9.4 KB", "○ not in red".
    [[nodiscard]] QString text(const link::ClientInfo& client) const;
    [[nodiscard]] qint64 count(FanPart part) const; ///< Absent: always 0
    /// "Message 812: 3 of 12 got it"; without a snapshot it does not say of how many.
    [[nodiscard]] QString heading() const;

    /// Whether it changed anything.
    bool add(const std::vector<link::DeliveryUpdate>& updates);
    bool add(const link::DeliveriesProgressed& progressed);

private:
    struct Entry {
        Delivery delivery;
        std::optional<link::DeliveryProgress> progress;
    };

    [[nodiscard]] static FanPart partOf(const Entry& entry);
    [[nodiscard]] static QString textOf(const Entry& entry);
    [[nodiscard]] QString reason(size_t place) const;
    [[nodiscard]] qint64 population() const;

    quint64 m_number = 0;
    MessageId m_message;
    WallTime m_time{};
    QHash<ClientId, Entry> m_entries;
    link::RoutingSnapshot m_routing;     ///< empty when it is not known
    QHash<ClientId, size_t> m_decisions; ///< the place of each that was there
};

} // namespace signalbox::ui
