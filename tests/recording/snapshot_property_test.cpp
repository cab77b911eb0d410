// SPDX-License-Identifier: GPL-3.0-or-later
// Workers that decide late, clients that come, join, leave and end at any time: what a snapshot says is what
// the resolver did.
#include "server/recording/snapshot_maker.h"
#include "server/routing/member_index.h"

#include "tests/recording/capture_bench.h"
#include "tests/support/test_registry.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

#include <deque>
#include <map>
#include <set>

using namespace signalbox;
using namespace signalbox::recording;
using signalbox::tests::CaptureBench;

namespace {

using Clients = std::set<ClientId>;

struct Sent {
    qint64 time = 0;
    MessageId message;
    Recipients recipients;
};

/// One worker: its clients, and the messages that wait in its mailbox.
struct Worker {
    routing::MemberIndex members;
    routing::Resolver resolver;
    std::deque<Sent> mailbox;
};

class Churn final {
public:
    Churn(quint32 seed, size_t slots)
        : m_random(seed)
        , m_bench(workerCount, slots)
    {
        for (quint32 worker = 0; worker < workerCount; ++worker) {
            introduce(worker);
        }
    }

    void step()
    {
        m_time += below(3) * 100'000; // sometimes it stands still
        for (quint32 worker = 0; worker < workerCount; ++worker) {
            while (!m_workers[worker].mailbox.empty() &&
                   m_time - m_workers[worker].mailbox.front().time > 1'000'000) { // none is so late
                decide(worker);
            }
        }
        const auto worker = static_cast<quint32>(below(workerCount));
        switch (below(10)) {
        case 0:
        case 1:
            open(worker);
            break;
        case 2:
            close(worker);
            break;
        case 3:
        case 4:
            changeGroups(worker);
            break;
        case 5:
        case 6:
            send(worker);
            break;
        case 7:
        case 8:
            decide(worker);
            break;
        case 9:
            tick(worker);
            break;
        }
    }

    void finish()
    {
        for (quint32 worker = 0; worker < workerCount; ++worker) {
            while (!m_workers[worker].mailbox.empty()) {
                decide(worker);
            }
        }
        m_bench.drain(m_time + 1);
        m_bench.drain(m_time + 1);
    }

    /// How many snapshots there were; a wrong one fails the test.
    int check()
    {
        int snapshots = 0;
        for (quint64 position = m_bench.kept.rows().begin(); position != m_bench.kept.rows().end();
             ++position) {
            const KeptRow& row = m_bench.kept.rows().at(position);
            const auto routing = m_bench.maker.detail(row.number).routing;
            if (!routing) {
                continue;
            }
            ++snapshots;
            Clients reached;
            for (const Decision& decision : routing->decisions) {
                if (decision.verdict == Verdict::Reached) {
                    reached.insert(decision.client);
                }
            }
            [&] { QCOMPARE(reached, m_reached[row.body.message]); }();
        }
        return snapshots;
    }

private:
    static constexpr quint32 workerCount = 3;

    qint64 below(qint64 bound) { return m_random.bounded(static_cast<int>(bound)); }
    QByteArray name(const QByteArray& kind) { return kind + QByteArray::number(below(3)); }
    [[nodiscard]] WallTime now() const { return CaptureBench::at(m_time); }
    CaptureWriter& writer(quint32 worker) { return *m_bench.writers[worker]; }

    std::optional<routing::MemberSlot> anyClient(quint32 worker)
    {
        const auto all = m_workers[worker].members.all();
        return all.empty() ? std::nullopt
                           : std::optional(all[static_cast<size_t>(below(static_cast<qint64>(all.size())))]);
    }

    void introduce(quint32 worker)
    {
        writer(worker).beginIntroduction(now());
        for (const routing::MemberSlot slot : m_workers[worker].members.all()) {
            writer(worker).recordClientKnown(now(), m_workers[worker].members.member(slot));
        }
        writer(worker).endIntroduction(now());
    }

    void open(quint32 worker)
    {
        routing::Member member{ClientId(++m_lastClient), UserName::trusted(name("user")), {}, {}};
        if (below(2) == 0) {
            member.groups.append(GroupName::trusted(name("group")));
        }
        if (below(2) == 0) {
            member.tags.append(TagName::trusted(name("tag")));
        }
        std::ignore = m_workers[worker].members.add(member);
        writer(worker).recordOpened(now(), member, "request", "response");
    }

    void close(quint32 worker)
    {
        if (const auto slot = anyClient(worker)) {
            const ClientId client = m_workers[worker].members.member(*slot).client;
            writer(worker).recordClosed(now(), client, EndReason::PeerClosed, 1000, "bye");
            m_workers[worker].members.remove(*slot);
        }
    }

    void changeGroups(quint32 worker)
    {
        const auto slot = anyClient(worker);
        if (!slot) {
            return;
        }
        const auto group = GroupName::trusted(name("group"));
        const ClientId client = m_workers[worker].members.member(*slot).client;
        if (below(2) == 0) {
            m_workers[worker].members.join(*slot, group);
            writer(worker).recordJoined(now(), client, group, link::SenderKind::Operator);
        } else {
            m_workers[worker].members.leave(*slot, group);
            writer(worker).recordLeft(now(), client, group, link::SenderKind::Operator);
        }
    }

    Recipients recipients()
    {
        Recipients all;
        for (qint64 count = below(4); count > 0; --count) {
            switch (below(6)) {
            case 0:
                all.push_back({RecipientType::Group, name("group")});
                break;
            case 1:
                all.push_back({RecipientType::User, name("user")});
                break;
            case 2:
                all.push_back({RecipientType::Tag, name("tag")});
                break;
            case 3:
                all.push_back({RecipientType::AllButUser, name("user")});
                break;
            case 4:
                all.push_back(
                    {RecipientType::AllButClient, ClientId(static_cast<quint64>(1 + below(20))).text()});
                break;
            case 5:
                all.push_back({RecipientType::All, {}});
                break;
            }
        }
        return all;
    }

    void send(quint32 worker)
    {
        const Sent sent{m_time, MessageId(++m_lastMessage), recipients()};
        websocket::FrameHeader header;
        writer(worker).recordRawPush(now(), sent.message, header, "payload", sent.recipients);
        for (Worker& other : m_workers) {
            other.mailbox.push_back(sent);
        }
    }

    void decide(quint32 index)
    {
        Worker& worker = m_workers[index];
        if (worker.mailbox.empty()) {
            return;
        }
        const Sent sent = worker.mailbox.front();
        worker.mailbox.pop_front();
        std::vector<routing::MemberSlot> slots;
        worker.resolver.reach(sent.recipients, worker.members, slots);
        std::vector<Delivery> deliveries;
        for (const routing::MemberSlot slot : slots) {
            deliveries.push_back({worker.members.member(slot).client, DeliveryState::Sent, 0});
            m_reached[sent.message].insert(deliveries.back().client);
        }
        writer(index).recordDeliveries(now(), sent.message, {}, {}, deliveries);
    }

    void tick(quint32 worker)
    {
        m_bench.drain(m_time);
        const auto clients = static_cast<size_t>(m_workers[worker].members.size());
        if (writer(worker).wantsIntroduction(clients)) {
            introduce(worker);
        }
    }

    QRandomGenerator m_random;
    CaptureBench m_bench;
    std::array<Worker, workerCount> m_workers;
    std::map<MessageId, Clients> m_reached;
    qint64 m_time = 1;
    quint64 m_lastClient = 0;
    quint64 m_lastMessage = 0;
};

} // namespace

class SnapshotPropertyTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatTheWorkersDid_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 8; ++seed) {
            QTest::addRow("seed %u", seed) << seed;
        }
    }

    void saysWhatTheWorkersDid()
    {
        QFETCH(quint32, seed);
        Churn churn(seed, 1024);
        for (int step = 0; step < 1'500; ++step) {
            churn.step();
        }
        churn.finish();
        QVERIFY(churn.check() > 200);
    }

    void neverSaysSomethingWrongWhenRecordsAreLost_data() { saysWhatTheWorkersDid_data(); }

    void neverSaysSomethingWrongWhenRecordsAreLost()
    {
        QFETCH(quint32, seed);
        Churn churn(seed, 32);
        for (int step = 0; step < 1'500; ++step) {
            churn.step();
        }
        churn.finish();
        std::ignore = churn.check();
    }
};

SIGNALBOX_TEST(SnapshotPropertyTest)
#include "snapshot_property_test.moc"
