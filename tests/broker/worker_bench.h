// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/client_table.h"
#include "server/broker/dispatcher.h"
#include "server/broker/tasks.h"
#include "server/broker/worker_context.h"
#include "server/transport/byte_stream.h"
#include "server/websocket/frame_encoder.h"

#include "tests/support/manual_clock.h"

namespace signalbox::tests {

/// A byte stream without a socket: takes what it is told to, and says what it took. One thread.
class FakeStream final : public transport::ByteStream {
public:
    void setOwner(transport::StreamOwner& owner) override { m_owner = &owner; }
    [[nodiscard]] qsizetype read(std::span<char> buffer) override
    {
        const qsizetype count = std::min(m_incoming.size(), static_cast<qsizetype>(buffer.size()));
        std::copy_n(m_incoming.cbegin(), count, buffer.begin());
        m_incoming.remove(0, count);
        return count;
    }
    [[nodiscard]] qsizetype write(std::span<const QByteArrayView> pieces) override
    {
        ++writes;
        qsizetype taken = 0;
        for (const QByteArrayView piece : pieces) {
            const qsizetype part = std::min(piece.size(), room - taken);
            written += piece.first(part);
            taken += part;
        }
        room -= taken;
        return taken;
    }
    [[nodiscard]] qsizetype unsentBytes() const override { return 0; }
    void finishWriting() override {}
    void abort() override {}

    /// A whole frame comes from the peer, masked.
    void receive(websocket::Opcode opcode, QByteArrayView payload)
    {
        m_incoming += websocket::encodeMasked(opcode, payload, {1, 2, 3, 4});
        m_owner->streamReadable();
    }
    /// The system takes so many bytes more.
    void takeMore(qsizetype bytes)
    {
        room += bytes;
        m_owner->streamWritable();
    }
    void breakOff() { m_owner->streamEnded(); }

    qsizetype room = std::numeric_limits<int>::max(); ///< that the system still has
    QByteArray written;
    int writes = 0;

private:
    transport::StreamOwner* m_owner = nullptr;
    QByteArray m_incoming;
};

/// What the parts of a worker stand on, without the worker and without threads: what they post to the hub and
/// to the worker itself is kept.
struct WorkerBench {
    explicit WorkerBench(const Settings& wanted = {})
        : settings(wanted)
    {
        mailboxes.workers.push_back(std::make_unique<Mailbox<broker::WorkerTask>>());
        capture.setEnabled(true);
        mailboxes.hub.setReader([this](std::vector<broker::HubTask>&& tasks) {
            std::move(tasks.begin(), tasks.end(), std::back_inserter(hubTasks));
        });
        mailboxes.workers.front()->setReader([this](std::vector<broker::WorkerTask>&& tasks) {
            std::move(tasks.begin(), tasks.end(), std::back_inserter(workerTasks));
        });
    }

    /// Those tasks that were posted to the hub and are of this kind.
    template <typename Task>
    [[nodiscard]] std::vector<Task> toHub()
    {
        mailboxes.hub.drain();
        return ofKind<Task>(hubTasks);
    }
    template <typename Task>
    [[nodiscard]] std::vector<Task> toWorker()
    {
        mailboxes.workers.front()->drain();
        return ofKind<Task>(workerTasks);
    }
    /// How many records lie in the ring, which is empty then.
    [[nodiscard]] int takeRecords()
    {
        int count = 0;
        for (; ring.front() != nullptr; ring.pop()) {
            ++count;
        }
        return count;
    }

    /// A client over a stream without a socket; the stream is the client's.
    FakeStream& open(broker::ClientTable& clients, broker::Dialect& dialect, const QByteArray& user = {},
                     const QByteArray& group = {}, std::shared_ptr<broker::DialectState> state = {})
    {
        link::ClientInfo info;
        info.user = UserName::trusted(user);
        if (!group.isEmpty()) {
            info.groups += GroupName::trusted(group);
        }
        auto stream = std::make_unique<FakeStream>();
        FakeStream& opened = *stream;
        [[maybe_unused]] const bool hasPlace = places.take();
        Q_ASSERT(hasPlace);
        clients.open(std::move(info), dialect, {std::move(stream), "answer"}, "request", std::move(state));
        return opened;
    }

    const Settings settings;
    ManualClock clock;
    std::atomic<quint64> lastClient = 0;
    std::atomic<quint64> lastMessage = 0;
    recording::CaptureRing ring{1024};
    recording::CaptureWriter capture{2, ring};
    broker::WorkerCounters counters;
    std::vector<broker::HubTask> hubTasks;
    std::vector<broker::WorkerTask> workerTasks;
    broker::Mailboxes mailboxes;
    broker::Dispatcher dispatcher{{0}, mailboxes, lastMessage, clock, [](MessageId, const Recipients&) {}};
    broker::ClientPlaces places{settings.limits.maxClients};
    broker::WorkerContext context{0,          settings,   clock,   mailboxes, places,
                                  lastClient, dispatcher, capture, counters};

private:
    template <typename Task, typename Tasks>
    static std::vector<Task> ofKind(const Tasks& tasks)
    {
        std::vector<Task> found;
        for (const auto& task : tasks) {
            if (const Task* const match = std::get_if<Task>(&task)) {
                found.push_back(*match);
            }
        }
        return found;
    }
};

} // namespace signalbox::tests
