// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/result.h"
#include "server/link/events.h"
#include "server/settings/settings.h"
#include "server/transport/listener.h"

#include <functional>
#include <memory>
#include <vector>

namespace signalbox::broker {

/// The addresses that the broker listens on: opened and closed together, each with its own state.
///
/// Thread: hub.
class Listeners final {
public:
    using Accepted = std::function<void(qintptr descriptor, bool loopback)>;

    Listeners(const QList<ListenAddress>& addresses, Accepted accepted);

    /// Opens what is not open. With port 0 for several addresses all take the port that the first one got.
    /// Returns the error of the first address that could not be opened; the others stay as they are.
    [[nodiscard]] Result<void> open();
    /// Stops accepting; connections that exist stay.
    void close();
    /// The broker shuts down: open() fails from now on.
    void closeForGood();

    [[nodiscard]] link::ListenersChanged state() const;

private:
    struct Entry {
        ListenAddress address;
        std::unique_ptr<transport::Listener> listener;
        Error error;
    };

    std::vector<Entry> m_entries;
    Accepted m_accepted;
    bool m_closedForGood = false;
};

} // namespace signalbox::broker
