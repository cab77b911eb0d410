// SPDX-License-Identifier: GPL-3.0-or-later
// Clients that come, go and change groups at a real broker while messages pass: what the window is told of
// who got each, and why, is what was delivered.
#include "server/broker/broker.h"

#include "tests/support/raw_peer.h"
#include "tests/support/running_broker.h"
#include "tests/support/test_registry.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>
#include <QtWebSockets/QWebSocket>

#include <set>

using namespace signalbox;
using namespace Qt::StringLiterals;
using tests::RawPeer;
using tests::RunningBroker;

namespace {

using Clients = std::set<quint64>;

/// Random comings, goings, acts and messages from all three sides.
class Churn final {
public:
    Churn(RunningBroker& broker, quint32 seed)
        : m_broker(broker)
        , m_random(seed)
        , m_http(broker.url({}))
    {
    }

    void step()
    {
        switch (m_random.bounded(8)) {
        case 0:
        case 1:
            open();
            break;
        case 2:
            close();
            break;
        case 3:
            changeGroups();
            break;
        case 4:
        case 5:
            sendFromAClient();
            break;
        case 6:
            m_http.post("/__broadcastWebSocket.wc", envelope());
            break;
        case 7:
            sendAsOperator();
            break;
        }
        if (m_random.bounded(3) == 0) {
            QCoreApplication::processEvents();
        }
    }

private:
    QString name(const QString& kind) { return kind + QString::number(m_random.bounded(3)); }

    void open()
    {
        if (m_sockets.size() > 12) {
            return;
        }
        QString path = u"/ws?userId="_s + name(u"user"_s);
        path += m_random.bounded(2) == 0 ? u"&groupId="_s + name(u"group"_s) : QString();
        path += m_random.bounded(2) == 0 ? u"&tags="_s + name(u"tag"_s) : QString();
        m_sockets.push_back(std::make_unique<QWebSocket>());
        m_sockets.back()->open(m_broker.url(path));
    }

    void close()
    {
        if (!m_sockets.empty()) {
            m_sockets.erase(m_sockets.begin() + m_random.bounded(static_cast<int>(m_sockets.size())));
        }
    }

    void changeGroups()
    {
        if (m_broker.clients().isEmpty()) {
            return;
        }
        const QList<ClientId> ids = m_broker.clients().keys();
        const ClientId client = ids[m_random.bounded(static_cast<int>(ids.size()))];
        const auto group = GroupName::trusted(name(u"group"_s).toUtf8());
        if (m_random.bounded(2) == 0) {
            m_broker.link().send(link::JoinGroup{client, group});
        } else {
            m_broker.link().send(link::LeaveGroup{client, group});
        }
    }

    Recipients recipients()
    {
        Recipients all;
        for (int count = m_random.bounded(3); count > 0; --count) {
            switch (m_random.bounded(5)) {
            case 0:
                all.push_back({RecipientType::Group, name(u"group"_s).toUtf8()});
                break;
            case 1:
                all.push_back({RecipientType::User, name(u"user"_s).toUtf8()});
                break;
            case 2:
                all.push_back({RecipientType::Tag, name(u"tag"_s).toUtf8()});
                break;
            case 3:
                all.push_back({RecipientType::AllButUser, name(u"user"_s).toUtf8()});
                break;
            case 4:
                all.push_back({RecipientType::All, {}});
                break;
            }
        }
        return all;
    }

    QByteArray envelope()
    {
        QByteArrayList entries;
        for (const Recipient& one : recipients()) {
            entries += R"({"type":")" + recipientTypeName(one.type).toByteArray() + R"(","value":")" +
                       one.value + R"("})";
        }
        return R"({"action":"say","recipients":[)" + entries.join(',') + "]}";
    }

    void sendFromAClient()
    {
        if (!m_sockets.empty()) {
            m_sockets[static_cast<size_t>(m_random.bounded(static_cast<int>(m_sockets.size())))]
                ->sendTextMessage(QString::fromUtf8(envelope()));
        }
    }

    void sendAsOperator()
    {
        if (m_random.bounded(2) == 0) {
            m_broker.link().send(link::SendMessage{envelope(), true});
        } else {
            m_broker.link().send(link::SendPayload{recipients(), "raw", true, true});
        }
    }

    RunningBroker& m_broker;
    QRandomGenerator m_random;
    RawPeer m_http;
    std::vector<std::unique_ptr<QWebSocket>> m_sockets;
};

} // namespace

class RoutingSnapshotTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatWasDelivered_data()
    {
        QTest::addColumn<int>("workers");
        QTest::newRow("1 worker") << 1;
        QTest::newRow("3 workers") << 3;
    }

    void saysWhatWasDelivered()
    {
        QFETCH(int, workers);
        RunningBroker broker({}, workers);
        std::ignore = broker.url({});
        // When the answer to a command is here, capture is on; nothing is known of what was before.
        std::ignore = broker.ask(link::PreviewRecipients{});
        Churn churn(broker, static_cast<quint32>(workers));
        for (int step = 0; step < 600; ++step) {
            churn.step();
        }
        const auto last = std::get<Receipt>(broker.ask(link::SendMessage{R"({"action":"last"})"}));
        QTRY_VERIFY(hasRow(broker, last.message));
        const int snapshots = checkAll(broker);
        QVERIFY2(snapshots > 40, qPrintable(QString::number(snapshots)));
    }

    void knowsThoseWhoWereThereBeforeTheWindowWas()
    {
        RunningBroker broker({}, 2, RunningBroker::Attach::No);
        QVERIFY(!broker.url({}).isEmpty());
        QWebSocket ann;
        ann.open(broker.url(u"/ws?groupId=red&tags=vip"_s));
        QTRY_COMPARE(ann.state(), QAbstractSocket::ConnectedState);
        broker.link().attach();
        // Capture goes on a little after attach(): the first messages may have no row, or pass unexplained.
        const auto routing = [&]() -> std::optional<link::RoutingSnapshot> {
            std::ignore = broker.ask(
                link::SendMessage{R"({"action":"say","recipients":[{"type":"tag","value":"vip"}]})"});
            const auto row = std::find_if(broker.rows().rbegin(), broker.rows().rend(),
                                          [](const auto& found) { return !found.message.isNull(); });
            return row == broker.rows().rend() ? std::nullopt : detailOf(broker, row->message).routing;
        };
        QTRY_VERIFY(routing().has_value());
        const auto found = routing();
        QCOMPARE(found->population.size(), size_t(1));
        QCOMPARE(found->population[0].groups, (QList<GroupName>{GroupName::trusted("red")}));
        QCOMPARE(found->population[0].tags, (QList<TagName>{TagName::trusted("vip")}));
        QCOMPARE(found->decisions[0].verdict, Verdict::Reached);
    }

private:
    static bool hasRow(const RunningBroker& broker, MessageId message)
    {
        return std::any_of(broker.rows().begin(), broker.rows().end(),
                           [message](const link::FrameRow& row) { return row.message == message; });
    }

    static link::FrameDetail detailOf(RunningBroker& broker, MessageId message)
    {
        const auto row = std::find_if(broker.rows().begin(), broker.rows().end(),
                                      [message](const auto& found) { return found.message == message; });
        return std::get<link::FrameDetail>(broker.ask(link::FetchFrame{row->number}));
    }

    /// How many messages were explained; a wrong explanation fails the test.
    static int checkAll(RunningBroker& broker)
    {
        int snapshots = 0;
        std::set<quint64> numbers;
        for (const link::FrameRow& row : broker.rows()) {
            if (!row.message.isNull()) {
                numbers.insert(row.number);
            }
        }
        for (const quint64 number : numbers) {
            const auto detail = std::get<link::FrameDetail>(broker.ask(link::FetchFrame{number}));
            if (!detail.routing) {
                continue;
            }
            ++snapshots;
            Clients delivered;
            for (const Delivery& delivery : detail.deliveries) {
                delivered.insert(delivery.client.number());
            }
            Clients reached;
            for (const Decision& decision : detail.routing->decisions) {
                if (decision.verdict == Verdict::Reached) {
                    reached.insert(decision.client.number());
                }
            }
            [&] { QCOMPARE(reached, delivered); }();
        }
        return snapshots;
    }
};

SIGNALBOX_TEST(RoutingSnapshotTest)
#include "routing_snapshot_test.moc"
