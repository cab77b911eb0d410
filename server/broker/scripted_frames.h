// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/client_table.h"
#include "server/broker/frame_translator.h"
#include "server/broker/worker_context.h"

#include <QtCore/QHash>

#include <map>
#include <utility>
#include <vector>

namespace signalbox::broker {

/// What is sent to clients whose subprotocol a script encodes: each frame goes to the services thread once,
/// however many clients of this worker get it, and leaves when it is back. Answers come in the order asked,
/// so each client gets its frames in order. Frames that are no message of a controller leave as they are.
///
/// Thread: its worker.
class ScriptedFrames final : public FrameTranslator {
public:
    ScriptedFrames(WorkerContext& context, ClientTable& clients);

    [[nodiscard]] transport::Connection::SendOutcome take(Session& session, const QByteArray& frame) override;
    void noteMessage(const Session& session, const QByteArray& frame, const RoutedMessage& message) override;
    [[nodiscard]] bool closeBehind(const Session& session, quint16 code, const QByteArray& reason,
                                   EndReason endReason) override;
    void encoded(const worker_task::Encoded& answer);

private:
    using Key = std::pair<quintptr, QByteArray>; ///< where a frame is, while it is kept, and its script
    struct Waiting {
        QByteArray frame;
        QByteArray service;
        std::vector<ClientId> clients;
        MessageId message; ///< null: an answer to one client
    };
    struct Close {
        quint16 code = 1000;
        QByteArray reason;
        EndReason endReason = EndReason::PolicyViolation;
    };

    [[nodiscard]] static Key keyOf(const Session& session, const QByteArray& frame);
    void leave(const Waiting& waiting, websocket::Opcode opcode, const QByteArray& payload);
    void failed(const Waiting& waiting, const Error& error);
    void noteLeft(const std::vector<ClientId>& clients);

    WorkerContext& m_context;
    ClientTable& m_clients;
    quint64 m_lastTicket = 0;
    std::map<quint64, Waiting> m_waiting; ///< by ticket
    QHash<Key, quint64> m_tickets;
    QHash<ClientId, int> m_counts; ///< frames that wait, by client
    QHash<ClientId, Close> m_closes;
};

} // namespace signalbox::broker
