// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/managed_desk.h"

#include "tests/support/manual_clock.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;
using signalbox::tests::ManualClock;

class ManagedDeskTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk.emplace(m_clock, 1, [this](ClientId client) { m_closed.append(client); });
    }

    void spendsATokenOnce()
    {
        const auto reserved = std::get<managed::Reservation>(
            m_desk->answer(managed_question::Reserve{{TagName::trusted("a")}}));
        QVERIFY(isNo(m_desk->answer(managed_question::Reserve{}))); // no room for another
        const auto redeemed =
            std::get<managed::Reservation>(m_desk->answer(managed_question::Redeem{reserved.id}));
        QCOMPARE(redeemed.tags.size(), 1);
        QVERIFY(isNo(m_desk->answer(managed_question::Redeem{reserved.id})));
    }

    void tellsOfOpenSocketsAndClosesThem()
    {
        link::ClientInfo info;
        info.client = ClientId(4);
        info.socketId = "id4";
        m_desk->opened(info);
        QCOMPARE(
            std::get<managed_answer::Clients>(m_desk->answer(managed_question::Find{{"id4", "id5"}})).ids,
            QList<QByteArray>{"c4"});
        QCOMPARE(std::get<managed::OpenSocket>(m_desk->answer(managed_question::Describe{"id4"})).client,
                 ClientId(4));
        QVERIFY(isNo(m_desk->answer(managed_question::Describe{"id5"})));
        QVERIFY(std::holds_alternative<managed_answer::Done>(m_desk->answer(managed_question::Close{"id4"})));
        QCOMPARE(m_closed, QList<ClientId>{ClientId(4)});
        m_desk->ended(ClientId(4));
        QVERIFY(isNo(m_desk->answer(managed_question::Close{"id4"})));
        QVERIFY(std::get<QList<managed::OpenSocket>>(m_desk->answer(managed_question::List{})).isEmpty());
    }

    void takesAReservationBack()
    {
        const auto reserved = std::get<managed::Reservation>(m_desk->answer(managed_question::Reserve{}));
        QVERIFY(std::holds_alternative<managed_answer::Done>(
            m_desk->answer(managed_question::Close{reserved.id})));
        QVERIFY(isNo(m_desk->answer(managed_question::Redeem{reserved.id})));
    }

private:
    static bool isNo(const ManagedAnswer& answer)
    {
        return std::holds_alternative<managed_answer::No>(answer);
    }

    ManualClock m_clock;
    QList<ClientId> m_closed;
    std::optional<ManagedDesk> m_desk;
};

SIGNALBOX_TEST(ManagedDeskTest)
#include "managed_desk_test.moc"
