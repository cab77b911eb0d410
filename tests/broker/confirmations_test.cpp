// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/confirmations.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;

namespace {

QList<quint64> messagesOf(const std::vector<Confirmations::Expected>& all)
{
    QList<quint64> numbers;
    for (const Confirmations::Expected& one : all) {
        numbers += one.message.number();
    }
    return numbers;
}

void expect(Confirmations& confirmations, quint64 message)
{
    confirmations.expect(MessageId(message), {});
}

} // namespace

class ConfirmationsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void confirmsWithThePongToALaterPing()
    {
        Confirmations confirmations;
        QVERIFY(!confirmations.wantsPing());
        expect(confirmations, 1);
        QVERIFY(confirmations.wantsPing());
        confirmations.pinged(10);
        QVERIFY(!confirmations.wantsPing());
        expect(confirmations, 2);
        expect(confirmations, 3);
        confirmations.pinged(11);
        QCOMPARE(messagesOf(confirmations.answered(9)), QList<quint64>());
        QCOMPARE(messagesOf(confirmations.answered(12)), (QList<quint64>{1, 2, 3}));
        QCOMPARE(messagesOf(confirmations.answered(12)), QList<quint64>());
    }

    void confirmsNoMessageBehindThePing()
    {
        Confirmations confirmations;
        expect(confirmations, 1);
        confirmations.pinged(10);
        expect(confirmations, 2);
        QCOMPARE(messagesOf(confirmations.answered(10)), (QList<quint64>{1}));
        QVERIFY(confirmations.wantsPing());
        QCOMPARE(messagesOf(confirmations.takeAll()), (QList<quint64>{2}));
    }

    void hasNoMorePingsOnTheirWayThanTheLimit()
    {
        Confirmations confirmations;
        constexpr quint64 limit = Confirmations::maxPings;
        for (quint64 number = 1; number <= limit; ++number) {
            expect(confirmations, number);
            QVERIFY(confirmations.wantsPing());
            confirmations.pinged(number);
        }
        expect(confirmations, limit + 1);
        expect(confirmations, limit + 2);
        QVERIFY(!confirmations.wantsPing());
        QCOMPARE(messagesOf(confirmations.answered(1)), (QList<quint64>{1}));
        QVERIFY(confirmations.wantsPing());
        confirmations.pinged(limit + 1); // one behind both
        QCOMPARE(confirmations.answered(limit + 1).size(), size_t(limit + 1));
        QVERIFY(confirmations.takeAll().empty());
    }

    void remembersNoMoreMessagesThanTheLimit()
    {
        Confirmations confirmations;
        for (quint64 number = 1; number <= Confirmations::maxMessages + 1; ++number) {
            expect(confirmations, number);
        }
        QCOMPARE(confirmations.takeAll().size(), Confirmations::maxMessages);
    }
};

SIGNALBOX_TEST(ConfirmationsTest)
#include "confirmations_test.moc"
