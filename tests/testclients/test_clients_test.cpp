// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/testclients/test_clients.h"

#include "tests/support/running_broker.h"
#include "tests/support/test_registry.h"

#include <QtNetwork/QHostAddress>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::testclients;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::RunningBroker;

using Done = link::CommandAnswer::Done;

class TestClientsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_broker.emplace();
        m_clients.emplace(m_broker->link());
        m_broker->broker().setTestClients(
            [this](const link::Command& command) { return m_clients->carryOut(command); });
        QVERIFY(!m_broker->url({}).isEmpty());
    }
    void cleanup()
    {
        m_clients.reset();
        m_broker.reset();
    }

    void connectsClientsWithNumberedNamesInAGroup()
    {
        QVERIFY(isDone(m_broker->ask(link::ConnectTestClients{3, "guest", "red"})));
        QTRY_COMPARE(names(), (QList<QByteArray>{"guest 1", "guest 2", "guest 3"}));
        for (const link::ClientInfo& client : m_broker->clients()) {
            QVERIFY(client.testClient);
            QCOMPARE(client.groups, QList{GroupName::trusted("red")});
        }
        QVERIFY(isDone(m_broker->ask(link::ConnectTestClients{1, "guest", {}})));
        QTRY_COMPARE(names().size(), 4); // the numbers go on
        QVERIFY(names().contains("guest 4"));
        QTRY_COMPARE(acts(), 2);
    }

    void closesThemAll()
    {
        for (const auto behaviour : {Behaviour::Quiet, Behaviour::SlowReader, Behaviour::Drops}) {
            QVERIFY(isDone(m_broker->ask(link::ConnectTestClients{2, "guest", {}, behaviour, 100ms})));
        }
        QTRY_COMPARE(names().size(), 6);
        QVERIFY(isDone(m_broker->ask(link::DisconnectTestClients{})));
        QTRY_COMPARE(m_clients->count(), 0);
        QTRY_COMPARE(names().size(), 0);
    }

    void endsThoseThatWaitToo()
    {
        QVERIFY(isDone(m_broker->ask(link::ConnectTestClients{500, "guest", {}})));
        QVERIFY(m_clients->count() == 500);
        QVERIFY(isDone(m_broker->ask(link::DisconnectTestClients{})));
        QTRY_COMPARE(m_clients->count(), 0);
        QTRY_COMPARE(names().size(), 0);
    }

    void takesFiveHundred()
    {
        QVERIFY(isDone(m_broker->ask(link::ConnectTestClients{500, "guest", {}, Behaviour::Echo})));
        QTRY_COMPARE_WITH_TIMEOUT(names().size(), 500, 60'000);
        QVERIFY(isDone(m_broker->ask(link::DisconnectTestClients{})));
        QTRY_COMPARE_WITH_TIMEOUT(names().size(), 0, 60'000);
        QTRY_COMPARE(m_clients->count(), 0);
    }

    void talkWhateverThisThreadDoes()
    {
        QTcpSocket listener;
        listener.connectToHost(QHostAddress::LocalHost, static_cast<quint16>(m_broker->url({}).port()));
        listener.write("GET /ws?groupId=red HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                       "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                       "Sec-WebSocket-Version: 13\r\n\r\n");
        QVERIFY(listener.waitForReadyRead());
        std::ignore =
            m_broker->link().send(link::ConnectTestClients{5, "guest", "red", Behaviour::Chatter, 100ms});
        QByteArray heard;
        while (!heard.contains("guest 5 says hello")) { // no event loop of this thread turns here
            QVERIFY(listener.waitForReadyRead());
            heard += listener.readAll();
        }
    }

    void endsWhatTheOperatorDisconnects()
    {
        QVERIFY(isDone(m_broker->ask(link::ConnectTestClients{1, "guest", {}, Behaviour::Drops, 10s})));
        QTRY_COMPARE(names().size(), 1);
        QVERIFY(isDone(m_broker->ask(link::DisconnectClient{ClientId(1), 4000, "enough"})));
        QTRY_COMPARE(m_clients->count(), 0);
    }

    void endsWithTheBroker()
    {
        QVERIFY(isDone(m_broker->ask(link::ConnectTestClients{5, "guest", {}})));
        QTRY_COMPARE(names().size(), 5);
        m_broker->broker().stop();
        QTRY_VERIFY(m_broker->hasStopped());
        QTRY_COMPARE(m_clients->count(), 0);
    }

    void refusesWhatCannotBe_data()
    {
        QTest::addColumn<link::ConnectTestClients>("wanted");
        QTest::addColumn<QByteArray>("error");
        const auto row = [](const char* name, const link::ConnectTestClients& wanted, const char* error) {
            QTest::newRow(name) << wanted << QByteArray(error);
        };
        row("none", {0, "a", {}}, "test_clients.bad_count");
        row("negative", {-1, "a", {}}, "test_clients.bad_count");
        row("501", {501, "a", {}}, "test_clients.bad_count");
        row("500 beside one", {500, "a", {}}, "test_clients.too_many");
        row("no name", {1, {}, {}}, "test_clients.bad_name");
        row("a name too long with its number", {1, QByteArray(125, 'x'), {}}, "test_clients.bad_name");
        row("a name with a line break", {1, "a\nb", {}}, "test_clients.bad_name");
        row("a group that is not UTF-8", {1, "a", "\xFF"}, "test_clients.bad_group");
        row("99 ms", {1, "a", {}, Behaviour::Chatter, 99ms}, "test_clients.bad_interval");
        row("a negative interval", {1, "a", {}, Behaviour::Chatter, -1ms}, "test_clients.bad_interval");
        row("2 h", {1, "a", {}, Behaviour::Chatter, 2h}, "test_clients.bad_interval");
    }

    void refusesWhatCannotBe()
    {
        QFETCH(link::ConnectTestClients, wanted);
        QVERIFY(isDone(m_broker->ask(link::ConnectTestClients{1, "guest", {}})));
        QTEST(code(m_broker->ask(wanted)), "error");
        QCOMPARE(m_clients->count(), 1);
        QVERIFY(isDone(m_broker->ask(link::StopListening{})));
        QTRY_COMPARE(acts(), 2); // what was refused is no row
    }

    void refusesThemWhileTheBrokerDoesNotListen()
    {
        QVERIFY(isDone(m_broker->ask(link::StopListening{})));
        QCOMPARE(code(m_broker->ask(link::ConnectTestClients{1, "guest", {}})),
                 QByteArray("test_clients.not_listening"));
    }

private:
    static bool isDone(const link::CommandAnswer::Result& answer)
    {
        return std::holds_alternative<Done>(answer);
    }
    static QByteArray code(const link::CommandAnswer::Result& answer)
    {
        const auto* const error = std::get_if<Error>(&answer);
        return error != nullptr ? error->code : QByteArray();
    }
    [[nodiscard]] QList<QByteArray> names() const
    {
        QList<QByteArray> users;
        for (const link::ClientInfo& client : m_broker->clients()) {
            users += client.user.bytes();
        }
        std::sort(users.begin(), users.end());
        return users;
    }
    [[nodiscard]] qsizetype acts() const
    {
        return std::count_if(m_broker->rows().begin(), m_broker->rows().end(), [](const link::FrameRow& row) {
            return row.kind == link::RowKind::OperatorAct;
        });
    }

    std::optional<RunningBroker> m_broker;
    std::optional<TestClients> m_clients;
};

SIGNALBOX_TEST(TestClientsTest)
#include "test_clients_test.moc"
