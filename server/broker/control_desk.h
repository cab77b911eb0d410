// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/control_task.h"
#include "server/broker/directory.h"
#include "server/broker/listeners.h"

#include <functional>

namespace signalbox::broker {

/// Answers what the control API asks about clients, groups and the broker. Only what is on the page that was
/// asked for is put in order and copied: a page of 10,000 clients holds the hub up for about a millisecond.
///
/// Thread: hub.
class ControlDesk final {
public:
    struct Surroundings {
        const Directory& directory;
        const Listeners& listeners;
        std::function<link::Statistics()> statistics;
    };

    explicit ControlDesk(Surroundings surroundings);

    [[nodiscard]] ControlAnswer answer(const ControlQuestion& question) const;

private:
    [[nodiscard]] ControlAnswer answerTo(const control_question::ListClients& query) const;
    [[nodiscard]] ControlAnswer answerTo(const control_question::ListMembers& question) const;
    [[nodiscard]] ControlAnswer answerTo(const control_question::ListEnded& query) const;
    [[nodiscard]] ControlAnswer answerTo(const control_question::ListGroups& query) const;
    [[nodiscard]] ControlAnswer answerTo(const control_question::FindClient& question) const;
    [[nodiscard]] ControlAnswer answerTo(const control_question::ReadClient& question) const;
    [[nodiscard]] ControlAnswer answerTo(const control_question::FindEnded& question) const;
    [[nodiscard]] ControlAnswer answerTo(const control_question::FindGroup& question) const;
    [[nodiscard]] ControlAnswer answerTo(const control_question::Listeners& question) const;
    [[nodiscard]] ControlAnswer answerTo(const control_question::Statistics& question) const;
    [[nodiscard]] std::vector<const control::ClientRecord*>
    candidates(const control::ClientFilter& filter) const;
    [[nodiscard]] Error notThere(ClientId client) const;
    [[nodiscard]] bool exists(const GroupName& group) const;
    [[nodiscard]] const link::ClientEnd* findEnd(ClientId client) const;

    const Surroundings m_surroundings;
};

} // namespace signalbox::broker
