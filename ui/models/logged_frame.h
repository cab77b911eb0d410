// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/events.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <memory>
#include <vector>

namespace signalbox::ui {

/// One line of a handshake, without its end.
struct HandshakeLine {
    link::Direction direction = link::Direction::Received; ///< Received: of the request
    QByteArray text;
};

/// The request's lines, then the response's; 200 at most.
[[nodiscard]] std::vector<HandshakeLine> handshakeLines(const link::FrameDetail& detail);

/// What stands below a row that was unfolded: the lines of its handshake, or its deliveries.
struct UnfoldedRows {
    std::vector<HandshakeLine> lines;
    std::vector<Delivery> deliveries;
    QSet<ClientId> clients; ///< of the deliveries: each client gets a message once

    [[nodiscard]] size_t count() const { return lines.size() + deliveries.size(); }
    /// Those to clients that are not here yet.
    [[nodiscard]] std::vector<Delivery> news(const std::vector<Delivery>& told) const;
    void add(const std::vector<Delivery>& added);
    /// What had been queued is as in `settled` now.
    void settle(const std::vector<Delivery>& settled);
};

/// How far the deliveries of a message came after its receipt.
using ProgressByClient = QHash<ClientId, link::DeliveryProgress>;

/// One row that the window keeps.
struct LoggedFrame {
    link::FrameRow row;
    std::vector<ClientId> recipients{};                   ///< of its message, as far as there is room
    std::unique_ptr<UnfoldedRows> unfolded = nullptr;     ///< null until the row is unfolded
    std::unique_ptr<ProgressByClient> progress = nullptr; ///< null until some is told
    std::shared_ptr<quint32> fragments = nullptr;         ///< of the whole message; 0 until it is complete
};

} // namespace signalbox::ui
