// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo.h"

#include "tests/support/running_broker.h"
#include "tests/support/test_registry.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::app;

class DemoTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reportsThatEveryClientHasTheBroadcast()
    {
        tests::RunningBroker broker({}, 2);
        Demo demo(broker.link(), Demo::Mode::Once);
        QSignalSpy finished(&demo, &Demo::finished);
        demo.start(broker.url({}));
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 15'000);
        const QString report = finished[0][1].toString();
        QVERIFY2(finished[0][0].toBool(), qPrintable(report));
        QVERIFY2(report.contains(u"3 recipients, 3 sent"), qPrintable(report));
        QVERIFY2(report.contains(u"3 of 3 clients have it"), qPrintable(report));
    }

    void reportsFailureWhenTheBrokerIsGone()
    {
        tests::RunningBroker broker;
        const QUrl url = broker.url({});
        broker.broker().stop();
        QTRY_VERIFY(broker.hasStopped());
        Demo demo(broker.link(), Demo::Mode::Once);
        QSignalSpy finished(&demo, &Demo::finished);
        demo.start(url);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
        QVERIFY(!finished[0][0].toBool());
        QVERIFY2(finished[0][1].toString().contains(u"0 of 3 clients connected"),
                 qPrintable(finished[0][1].toString()));
    }
};

SIGNALBOX_TEST(DemoTest)
#include "demo_test.moc"
