// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/directory.h"
#include "server/broker/tasks.h"
#include "server/core/clock.h"
#include "server/core/limits.h"
#include "server/core/result.h"
#include "server/recording/capture_writer.h"

#include <QtCore/QHash>

#include <functional>

namespace signalbox::broker {

/// What the operator does to clients and groups: checks each act with what the hub knows, notes it as a row,
/// and hands it to the workers that have the clients. A worker answers for a client of its own; an act on a
/// group is answered by the hub, when all of them have done it.
///
/// Thread: hub. Owner: OperatorDesk.
class ActDesk final {
public:
    struct Surroundings {
        const Clock& clock;
        const Limits& limits;
        Mailboxes& mailboxes;
        const Directory& directory;
        recording::CaptureWriter& capture;
        std::function<void(link::CommandAnswer)> answer;
    };

    explicit ActDesk(const Surroundings& surroundings);

    void carryOut(link::CommandId id, const ClientAct& act);
    /// One worker has done its part of an act on a group. True: it was the last, the act is done.
    [[nodiscard]] bool workerDone(link::CommandId id);

private:
    [[nodiscard]] Result<void> check(const link::DisconnectClient& act) const;
    [[nodiscard]] Result<void> check(const link::JoinGroup& act) const;
    [[nodiscard]] Result<void> check(const link::LeaveGroup& act) const;
    [[nodiscard]] Result<void> check(const link::AddTag& act) const;
    [[nodiscard]] Result<void> check(const link::RemoveTag& act) const;
    [[nodiscard]] Result<void> check(const link::MuteClient& act) const;
    [[nodiscard]] Result<void> check(const link::CloseGroup& act) const;
    [[nodiscard]] Result<void> check(const link::RemoveGroup& act) const;
    [[nodiscard]] Result<void> check(const link::FetchClient& act) const;
    [[nodiscard]] Result<void> checkPresent(ClientId client) const;
    [[nodiscard]] Result<void> checkPresent(const GroupName& group) const;
    /// "ann c3", as the window names it.
    [[nodiscard]] QByteArray nameOf(ClientId client) const;
    template <typename Act>
    void handOver(link::CommandId id, const Act& act);

    Surroundings m_surroundings;
    QHash<link::CommandId, int> m_waiting; ///< how many workers have not done it yet
};

} // namespace signalbox::broker
