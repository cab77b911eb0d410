// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/service_clients.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;
using namespace std::chrono_literals;

class ServiceClientsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clients = {};
        open(ann, "a.js");
        open(bob, "b.js");
    }

    void hearsNothingOfAClientThatIsBeingClosed()
    {
        QVERIFY(m_clients.heard(ann, m_begin) != nullptr);
        m_clients.closing(ann);
        QVERIFY(m_clients.heard(ann, m_begin) == nullptr);
        QVERIFY(!m_clients.isOpen(ann));
        QVERIFY(m_clients.find(ann) != nullptr); // its end is still to come
        QVERIFY(m_clients.of("a.js").empty());
        QCOMPARE(m_clients.take(ann)->service, QByteArray("a.js"));
        QVERIFY(!m_clients.take(ann));
    }

    void knowsWhoseClientsTheyAre()
    {
        open(ClientId(3), "a.js");
        QCOMPARE(m_clients.of("a.js"), (std::vector<ClientId>{ann, ClientId(3)}));
        QCOMPARE(m_clients.infos("b.js").size(), 1);
    }

    void findsWhoIsSilentOnceUntilItIsHeard()
    {
        QVERIFY(!m_clients.nextIdle());
        m_clients.setIdleLimit("a.js", 10s);
        QCOMPARE(*m_clients.nextIdle(), m_begin + 10s);
        m_clients.heard(ann, m_begin + 4s);
        QVERIFY(m_clients.takeIdle(m_begin + 10s).empty());
        QCOMPARE(*m_clients.nextIdle(), m_begin + 14s);
        QCOMPARE(m_clients.takeIdle(m_begin + 14s), std::vector<ClientId>{ann});
        QVERIFY(!m_clients.nextIdle());
        m_clients.heard(ann, m_begin + 20s);
        QCOMPARE(*m_clients.nextIdle(), m_begin + 30s);
    }

    void looksAtNobodyWhoHasGone()
    {
        m_clients.setIdleLimit("a.js", 10s);
        m_clients.setIdleLimit("b.js", 20s);
        m_clients.closing(ann);
        (void)m_clients.take(bob);
        QVERIFY(!m_clients.nextIdle());
        open(ClientId(3), "a.js");
        m_clients.setIdleLimit("a.js", 5s);
        QCOMPARE(*m_clients.nextIdle(), m_begin + 5s);
        m_clients.setIdleLimit("a.js", 0s);
        QVERIFY(!m_clients.nextIdle());
    }

private:
    void open(ClientId client, const QByteArray& service)
    {
        m_clients.opened({0, service, {client, {}, {}, {}}, m_begin});
    }

    const ClientId ann{1};
    const ClientId bob{2};
    const SteadyTime m_begin = SteadyTime() + 1h;
    ServiceClients m_clients;
};

SIGNALBOX_TEST(ServiceClientsTest)
#include "service_clients_test.moc"
