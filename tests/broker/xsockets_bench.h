// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/deliverer.h"
#include "server/broker/xsockets_dialect.h"
#include "server/broker/xsockets_forms.h"
#include "server/broker/xsockets_limits.h"
#include "server/xsockets/message_reader.h"

#include "tests/broker/worker_bench.h"

#include <memory>
#include <utility>
#include <vector>

namespace signalbox::tests {

/// A worker's xsockets clients without sockets and threads, and a deliverer.
struct XSocketsBench {
    explicit XSocketsBench(const Settings& settings = {})
        : bench(settings)
    {
    }

    /// A client that acknowledges, with PersistentId "pi".
    FakeStream& open(bool acknowledges = true, bool isBack = false)
    {
        auto state = std::make_shared<broker::XSocketsState>("", xsockets::Conversation("generic", 10), 1'000,
                                                             broker::unacknowledgedLimits(bench.settings));
        state->connectionId = "ci";
        state->persistentId = "pi";
        state->acknowledges = acknowledges;
        state->isBack = isBack;
        return bench.open(clients, dialect, {}, {}, std::move(state));
    }
    /// A publish with Q 1 arrives at the worker.
    void deliver(quint64 sequence, const QByteArray& topic, const QByteArray& data = "1")
    {
        xsockets::Message said{"chat", topic, data, 0, true};
        broker::RoutedMessage message = std::move(broker::routeXSockets({}, said).value());
        message.id = bench.dispatcher.nextMessage();
        message.sequence = sequence;
        deliverer.deliver(std::make_shared<const broker::RoutedMessage>(std::move(message)));
        deliverer.finishTurn();
        bench.counters.sequenceSeen = sequence;
    }
    /// The messages in what was written, which is empty then.
    static std::vector<xsockets::Message> take(FakeStream& stream)
    {
        std::vector<xsockets::Message> messages;
        QByteArray bytes = std::exchange(stream.written, {});
        while (!bytes.isEmpty()) {
            qsizetype size = static_cast<quint8>(bytes[1]);
            const qsizetype header = size < 126 ? 2 : 4;
            size = size < 126 ? size : static_cast<quint8>(bytes[2]) * 256 + static_cast<quint8>(bytes[3]);
            messages.push_back(xsockets::readMessage(bytes.sliced(header, size)).value());
            bytes.remove(0, header + size);
        }
        return messages;
    }
    static std::vector<quint16> idsOf(FakeStream& stream)
    {
        std::vector<quint16> ids;
        for (const xsockets::Message& message : take(stream)) {
            ids.push_back(message.id);
        }
        return ids;
    }
    /// What was asked of the hub last.
    template <typename Question>
    Question asked()
    {
        for (auto tasks = bench.toHub<broker::hub_task::AskXSockets>(); !tasks.empty(); tasks.pop_back()) {
            if (const auto* const question = std::get_if<Question>(&tasks.back().question)) {
                ticket = tasks.back().ticket;
                return *question;
            }
        }
        qFatal("it was not asked");
    }

    WorkerBench bench;
    broker::ClientTable clients{bench.context};
    broker::XSocketsQuestions questions{bench.context};
    broker::XSocketsDelivery delivery{bench.context, clients};
    broker::XSocketsSubscriptions subscriptions{bench.context, clients, questions, delivery};
    broker::ServiceControllers controllers{bench.context};
    broker::XSocketsDialect dialect{bench.context, clients, questions, delivery, subscriptions, controllers};
    broker::Deliverer deliverer{bench.context, clients};
    quint64 ticket = 0; ///< of what asked() returned
};

} // namespace signalbox::tests
