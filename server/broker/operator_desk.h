// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/act_desk.h"
#include "server/broker/allowed_origins.h"
#include "server/broker/directory.h"
#include "server/broker/dispatcher.h"
#include "server/broker/listeners.h"
#include "server/broker/operator_sends.h"
#include "server/broker/tasks.h"
#include "server/recording/capture_writer.h"
#include "server/routing/resolver.h"

#include <functional>

namespace signalbox::broker {

/// Carries out what the operator asks for, and answers each command. Every act of the operator is a row in
/// the frames list.
///
/// Thread: hub.
class OperatorDesk final {
public:
    struct Surroundings {
        const Clock& clock;
        Mailboxes& mailboxes;
        const Directory& directory;
        Dispatcher& dispatcher;
        recording::CaptureWriter& capture;
        Listeners& listeners;
        AllowedOrigins& origins;
        std::function<void()> listenersChanged;
        std::function<void()> accessChanged;
        std::function<bool()> isAnyoneAttached;
        std::function<void(link::CommandAnswer)> answer;
    };

    OperatorDesk(Surroundings surroundings, const Limits& limits);

    void handle(link::CommandId id, link::Command command);
    /// True: the act is done, by all workers.
    [[nodiscard]] bool workerDone(link::CommandId id) { return m_acts.workerDone(id); }

private:
    void carryOut(link::CommandId id, const link::SendMessage& command);
    void carryOut(link::CommandId id, const link::SendPayload& command);
    void carryOut(link::CommandId id, const link::PreviewRecipients& command);
    void carryOut(link::CommandId id, const link::AllowOrigin& command);
    void carryOut(link::CommandId id, const link::ConnectTestClients& command);
    void carryOut(link::CommandId id, const link::DisconnectTestClients& command);
    void carryOut(link::CommandId id, const link::StartListening& command);
    void carryOut(link::CommandId id, const link::StopListening& command);
    void carryOut(link::CommandId id, const link::FetchFrame& command);
    /// Acts on clients go to m_acts; what is left is not supported.
    template <typename Other>
    void carryOut(link::CommandId id, const Other& command);
    [[nodiscard]] Dispatcher::Answer receiptAnswer(link::CommandId id);
    void answerSend(link::CommandId id, const Result<void>& sent);
    void answer(link::CommandId id, link::CommandAnswer::Result result);
    void note(const QByteArray& act);

    Surroundings m_surroundings;
    OperatorSends m_sends;
    routing::Resolver m_resolver;
    ActDesk m_acts;
};

} // namespace signalbox::broker
