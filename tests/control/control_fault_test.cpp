// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/control_fault.h"

#include "server/http/response.h"
#include "tests/support/test_registry.h"

#include <QtCore/QSet>
#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::control;

class ControlFaultTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesEveryFaultACodeOfItsOwnAndASentence()
    {
        QSet<QByteArray> codes;
        for (const ControlFault fault : allControlFaults()) {
            const http::HttpError error =
                controlError(fault, QStringLiteral("limit"), QStringLiteral("a number"));
            QVERIFY2(error.reason.endsWith(u'.') && !error.reason.contains(u'%'), error.code.constData());
            QVERIFY(http::reasonPhrase(error.status) != QByteArrayView("Unknown"));
            QCOMPARE(statusOf(error.code), error.status);
            QCOMPARE(error.headers.contains("WWW-Authenticate"), error.status == 401);
            codes.insert(error.code);
        }
        QCOMPARE(codes.size(), static_cast<qsizetype>(allControlFaults().size()));
    }

    void hasTheShapeOfEveryErrorOfOurs()
    {
        QCOMPARE(http::errorResponse(controlError(ControlFault::TooManyConsoles), "/api/v1/console").body,
                 QByteArray(R"({"error":{"code":"control.too_many_consoles",)"
                            R"("reason":"As many consoles are attached as may be."}})"));
    }

    void knowsTheStatusOfWhatTheBrokerRefuses_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<int>("status");
        QTest::newRow("nobody there") << QByteArray("client.not_found") << 404;
        QTest::newRow("no longer there") << QByteArray("client.ended") << 404;
        QTest::newRow("no group") << QByteArray("group.not_found") << 404;
        QTest::newRow("full") << QByteArray("group.too_many") << 409;
        QTest::newRow("cannot be") << QByteArray("client.bad_close_code") << 422;
        QTest::newRow("no name") << QByteArray("group.name_too_long") << 400;
        QTest::newRow("no envelope") << QByteArray("envelope.not_json") << 400;
        QTest::newRow("of a later version") << QByteArray("client.something_new") << 422;
    }
    void knowsTheStatusOfWhatTheBrokerRefuses()
    {
        QFETCH(const QByteArray, code);
        const http::HttpError error = refusalOf({code, QStringLiteral("Words.")});
        QTEST(error.status, "status");
        QCOMPARE(error.code, code);
        QVERIFY(!error.closes);
    }
};

SIGNALBOX_TEST(ControlFaultTest)
#include "control_fault_test.moc"
