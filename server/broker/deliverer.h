// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/client_table.h"
#include "server/broker/routed_message.h"
#include "server/broker/worker_context.h"
#include "server/routing/resolver.h"

#include <vector>

namespace signalbox::broker {

/// Delivers messages to this worker's own clients. All messages of one turn are queued first; finishTurn()
/// then writes once for each client, and notes what the system took: that is the outcome.
///
/// Thread: its worker.
class Deliverer final {
public:
    Deliverer(WorkerContext& context, ClientTable& clients);

    /// Resolves the message against this worker's clients and queues it for those reached.
    void deliver(RoutedMessagePointer message);
    /// Writes, reports every outcome of the turn, and tells capture.
    void finishTurn();

private:
    static constexpr quint32 asItIs = 0;
    static constexpr quint32 ownBit = quint32{1} << 31;

    /// Which encodings of a part are this dialect's, by its number of the form; none is asItIs.
    struct DialectForms {
        const Dialect* dialect = nullptr;
        std::vector<quint32> encodings;
    };
    struct Part {
        RoutedMessagePointer message;
        size_t begin = 0; ///< into m_attempts; the part ends where the next begins
        std::vector<DialectForms> forms;
        std::vector<std::optional<EncodedMessage>> encodings; ///< nothing: as it is
        std::vector<EncodedMessage> own;                      ///< each of one client alone
    };
    struct Attempt {
        Session* session = nullptr;
        int recipient = 0;     ///< that reached it
        quint32 form = asItIs; ///< what left: the message's own frame, one of the part's encodings plus 1, or
                               ///< with ownBit one of its own
        transport::Connection::SendOutcome outcome = transport::Connection::SendOutcome::Closing;
        quint64 endByte = 0; ///< where the message ends in what the client is sent
        bool lost = false;   ///< accepted, and thrown away before the turn ended
    };

    [[nodiscard]] const QByteArray& frameFor(Attempt& attempt, Part& part);
    [[nodiscard]] const QByteArray& encodedFor(const Dialect& dialect, Attempt& attempt, Part& part);
    [[nodiscard]] static quint32& encodingOf(const Dialect& dialect, quint32 form, Part& part);
    [[nodiscard]] bool hasRoomFor(const RoutedMessage& message) const;
    [[nodiscard]] static Delivery deliveryOf(const Attempt& attempt);
    void expectConfirmations();
    template <typename Visit>
    void visitConfirming(Visit visit);
    void measureDelays();
    [[nodiscard]] std::span<const Attempt> attemptsOf(size_t part) const;
    void report(const Part& part, std::span<const Attempt> attempts);
    void capture(const Part& part, std::span<const Attempt> attempts);
    void captureForm(WallTime now, const Part& part, quint32 form);

    WorkerContext& m_context;
    ClientTable& m_clients;
    routing::Resolver m_resolver;
    std::vector<routing::MemberSlot> m_reached;
    std::vector<Part> m_parts;
    qsizetype m_turnBytes = 0; ///< of the messages in m_parts, each counted once
    std::vector<Attempt> m_attempts;
    bool m_confirms = false; ///< a message of the turn is to be confirmed
    std::vector<Delivery> m_deliveries;
    std::vector<Delivery> m_sameForm; ///< those of them that left in one form
    std::vector<quint32> m_byForm;    ///< attempts of a part, those of one form together
};

} // namespace signalbox::broker
