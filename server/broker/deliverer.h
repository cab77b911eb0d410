// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/client_table.h"
#include "server/broker/message_forms.h"
#include "server/broker/routed_message.h"
#include "server/broker/worker_context.h"
#include "server/routing/resolver.h"

#include <span>
#include <vector>

namespace signalbox::broker {

/// Delivers messages to this worker's own clients, a turn at a time. deliver() decides who gets a message,
/// and nothing else; finishTurn() takes one client after the other: queues all that it gets, writes once, and
/// notes what the system took: that is the outcome. So what is known of a client is touched once in a turn,
/// however many messages it gets; with thousands of clients that is what a delivery costs.
///
/// Thread: its worker. Between deliver() and finishTurn() nothing else may be sent to a client, and none may
/// come or go: the worker finishes the turn before.
class Deliverer final {
public:
    Deliverer(WorkerContext& context, ClientTable& clients);

    /// Resolves the message against this worker's clients. A turn that is full is finished first or after.
    void deliver(RoutedMessagePointer message);
    /// Writes, reports every outcome of the turn, and tells capture.
    void finishTurn();

private:
    using Form = MessageForms::Form;

    /// One message of the turn, and what became of it.
    struct Part {
        MessageForms forms;
        bool isItemised = false; ///< each delivery is told: capture is on, or the sender asked for it
        DeliveryCounts counts{};
        qint64 lost = 0; ///< of those dropped; counted when their connection ends
        std::vector<Delivery> deliveries{};
        std::vector<Form> leftAs{}; ///< the form of each of them
    };
    /// A client gets a message.
    struct Note {
        quint32 part = 0;
        int recipient = 0; ///< that reached it
        quint32 next = 0;  ///< note of the same client; `none`: that was the last one
    };
    struct Addressee {
        Session* session = nullptr;
        routing::MemberSlot slot = 0;
        quint32 firstNote = 0;
        quint32 lastNote = 0;
    };
    /// A message that was offered to the client at hand.
    struct Attempt {
        Part* part = nullptr;
        Form form = MessageForms::asItIs;
        transport::Connection::SendOutcome outcome = transport::Connection::SendOutcome::Closing;
        quint64 endByte = 0; ///< where the message ends in what the client is sent
    };

    [[nodiscard]] bool hasRoomFor(const RoutedMessage& message) const;
    void note(routing::MemberSlot slot, const Note& note);
    void prefetchBehind(size_t addressee) const;
    void deliverTo(const Addressee& addressee);
    [[nodiscard]] Attempt attempt(Session& session, const Note& note);
    void expectConfirmations(Session& session, bool isLost);
    void settle(Session& session, const Attempt& attempt, bool isLost);
    [[nodiscard]] static DeliveryState stateOf(Session& session, const Attempt& attempt, bool isLost);
    void measureDelays(WallTime now);
    void report(Part& part, WallTime now);
    void capture(const Part& part, WallTime now);
    void captureForm(WallTime now, const Part& part, Form form, std::span<const Delivery> deliveries);

    WorkerContext& m_context;
    ClientTable& m_clients;
    routing::Resolver m_resolver;
    std::vector<routing::MemberSlot> m_reached;
    std::vector<Part> m_parts;
    std::vector<Note> m_notes;
    std::vector<Addressee> m_addressees;
    std::vector<quint32> m_places; ///< by slot: where it stands in m_addressees, plus 1; 0: it gets nothing
    std::vector<Attempt> m_attempts;
    qsizetype m_turnBytes = 0;        ///< of the messages in m_parts, each counted once
    bool m_confirms = false;          ///< a message of the turn is to be confirmed
    std::vector<Delivery> m_sameForm; ///< those of a part that left in one form
    std::vector<quint32> m_byForm;    ///< deliveries of a part, those of one form together
};

} // namespace signalbox::broker
