// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/broker_link.h"

#include <utility>

namespace signalbox::tests {

/// A link without a broker: keeps the commands that it was sent, and lets a test emit events.
class TestLink final : public link::BrokerLink {
public:
    struct Sent {
        link::CommandId id = 0;
        link::Command command;
    };

    void attach() override { attached = true; }
    void detach() override { attached = false; }

    link::CommandId send(link::Command command) override
    {
        commands.push_back({++m_lastId, std::move(command)});
        return m_lastId;
    }

    void emitEvents(const std::vector<link::Event>& events) { Q_EMIT eventsArrived(events); }
    void emitEvent(link::Event event) { emitEvents({std::move(event)}); }

    template <typename Answer>
    void answer(link::CommandId command, Answer result)
    {
        emitEvent(link::CommandAnswer{command, std::move(result)});
    }

    /// The last command of that kind, or null.
    template <typename Kind>
    [[nodiscard]] const Kind* last() const
    {
        for (auto sent = commands.rbegin(); sent != commands.rend(); ++sent) {
            if (const auto* command = std::get_if<Kind>(&sent->command)) {
                return command;
            }
        }
        return nullptr;
    }

    /// The id of the last command of that kind, 0 when there was none.
    template <typename Kind>
    [[nodiscard]] link::CommandId lastId() const
    {
        for (auto sent = commands.rbegin(); sent != commands.rend(); ++sent) {
            if (std::holds_alternative<Kind>(sent->command)) {
                return sent->id;
            }
        }
        return 0;
    }

    bool attached = false;
    std::vector<Sent> commands;

private:
    link::CommandId m_lastId = 0;
};

} // namespace signalbox::tests
