// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/managed/socket_registry.h"

#include "server/core/random_token.h"
#include "tests/support/manual_clock.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::managed;
using signalbox::tests::ManualClock;
using namespace std::chrono_literals;

class SocketRegistryTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock.emplace();
        m_registry.emplace(2, &randomToken);
    }

    void opensOnceWithinFiveMinutes()
    {
        const auto first = reserve();
        QVERIFY(isRandomToken(first->id));
        QCOMPARE(first->expiresAt, m_clock->wallNow() + 5min);
        m_clock->advance(4min + 59s);
        const auto redeemed = m_registry->redeem(first->id, m_clock->steadyNow());
        QCOMPARE(redeemed->tags, (QList<TagName>{TagName::trusted("red")}));
        QVERIFY(!m_registry->redeem(first->id, m_clock->steadyNow()));
        QVERIFY(!m_registry->redeem("unknown", m_clock->steadyNow()));
        const auto second = reserve();
        m_clock->advance(5min);
        QVERIFY(!m_registry->redeem(second->id, m_clock->steadyNow()));
    }

    void makesRoomWhenReservationsExpire()
    {
        QVERIFY(reserve());
        QVERIFY(reserve());
        QVERIFY(!reserve());
        m_clock->advance(5min);
        QVERIFY(reserve());
    }

    void takesAReservationBack()
    {
        const auto reserved = reserve();
        QVERIFY(m_registry->revoke(reserved->id, m_clock->steadyNow()));
        QVERIFY(!m_registry->revoke(reserved->id, m_clock->steadyNow()));
        QVERIFY(!m_registry->redeem(reserved->id, m_clock->steadyNow()));
    }

    void knowsWhatIsOpen()
    {
        open(7, "b");
        open(3, "a");
        open(5, {}); // no client of this API
        QCOMPARE(m_registry->all().size(), 2);
        QCOMPARE(m_registry->all().first().id, QByteArray("a"));
        QCOMPARE(m_registry->find("b")->client, ClientId(7));
        m_registry->ended(ClientId(7));
        m_registry->ended(ClientId(5));
        QVERIFY(m_registry->find("b") == nullptr);
        QCOMPARE(m_registry->all().size(), 1);
    }

private:
    std::optional<Reservation> reserve()
    {
        return m_registry->reserve({TagName::trusted("red")}, m_clock->wallNow(), m_clock->steadyNow());
    }

    void open(quint64 client, const QByteArray& id)
    {
        link::ClientInfo info;
        info.client = ClientId(client);
        info.socketId = id;
        m_registry->opened(info);
    }

    std::optional<ManualClock> m_clock;
    std::optional<SocketRegistry> m_registry;
};

SIGNALBOX_TEST(SocketRegistryTest)
#include "socket_registry_test.moc"
