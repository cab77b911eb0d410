// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/traffic_round.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;

class TrafficRoundTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersWhenEveryWorkerHasReported()
    {
        int begun = 0;
        int answered = 0;
        TrafficRound round(2, [&begun] { ++begun; });
        round.await([&answered] { ++answered; });
        QCOMPARE(begun, 1);
        round.reported();
        QCOMPARE(answered, 0);
        round.reported();
        QCOMPARE(answered, 1);
        QCOMPARE(begun, 1);
    }

    void asksAgainForThoseWhoCameMeanwhile()
    {
        int begun = 0;
        QList<int> answered;
        TrafficRound round(1, [&begun] { ++begun; });
        round.await([&answered] { answered.append(1); });
        round.await([&answered] { answered.append(2); });
        round.await([&answered] { answered.append(3); });
        QCOMPARE(begun, 1);
        round.reported();
        QCOMPARE(answered, QList<int>{1});
        QCOMPARE(begun, 2); // once for both
        round.reported();
        QCOMPARE(answered, (QList<int>{1, 2, 3}));
        QCOMPARE(begun, 2);
    }

    void mayBeAskedFromWithinAnAnswer()
    {
        int begun = 0;
        int answered = 0;
        TrafficRound round(1, [&begun] { ++begun; });
        round.await([&] { round.await([&answered] { ++answered; }); });
        round.reported();
        QCOMPARE(begun, 2);
        round.reported();
        QCOMPARE(answered, 1);
    }
};

SIGNALBOX_TEST(TrafficRoundTest)
#include "traffic_round_test.moc"
