// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/webhook/answer.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::webhook;
using namespace std::chrono_literals;

class AnswerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhetherToTryAgain_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("200") << 200 << Verdict::Taken << QByteArray();
        QTest::newRow("204") << 204 << Verdict::Taken << QByteArray();
        QTest::newRow("301") << 301 << Verdict::Refused << QByteArray("webhook.redirected");
        QTest::newRow("304") << 304 << Verdict::Refused << QByteArray("webhook.redirected");
        QTest::newRow("400") << 400 << Verdict::Refused << QByteArray("webhook.refused");
        QTest::newRow("401") << 401 << Verdict::Refused << QByteArray("webhook.refused");
        QTest::newRow("408") << 408 << Verdict::Refused << QByteArray("webhook.refused");
        QTest::newRow("429") << 429 << Verdict::Again << QByteArray("webhook.failed");
        QTest::newRow("500") << 500 << Verdict::Again << QByteArray("webhook.failed");
        QTest::newRow("503") << 503 << Verdict::Again << QByteArray("webhook.failed");
    }
    void saysWhetherToTryAgain()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        const Answer answer{status, TransportFault::None, {}};
        QTEST(answer.verdict(), "verdict");
        if (!code.isEmpty()) {
            QCOMPARE(answer.error().code, code);
            QVERIFY(answer.error().message.contains(QString::number(status)));
        }
    }

    void triesAgainWhateverFailedOnTheWay_data()
    {
        QTest::addColumn<TransportFault>("fault");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("timeout") << TransportFault::TimedOut << QByteArray("webhook.timeout");
        QTest::newRow("not reached") << TransportFault::NotReached << QByteArray("webhook.not_reached");
        QTest::newRow("TLS") << TransportFault::TlsFailed << QByteArray("webhook.tls_failed");
        QTest::newRow("untrusted") << TransportFault::TlsUntrusted << QByteArray("webhook.tls_failed");
        QTest::newRow("expired") << TransportFault::TlsExpired << QByteArray("webhook.tls_failed");
        QTest::newRow("another name") << TransportFault::TlsOtherName << QByteArray("webhook.tls_failed");
        QTest::newRow("not HTTP") << TransportFault::NotHttp << QByteArray("webhook.not_http");
    }
    void triesAgainWhateverFailedOnTheWay()
    {
        QFETCH(TransportFault, fault);
        const Answer answer{0, fault, {}};
        QCOMPARE(answer.verdict(), Verdict::Again);
        QTEST(answer.error().code, "code");
    }

    void readsRetryAfter_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<qint64>("milliseconds"); // -1: nothing
        QTest::newRow("none") << QByteArray() << qint64(-1);
        QTest::newRow("seconds") << QByteArray("7") << qint64(7000);
        QTest::newRow("zero") << QByteArray("0") << qint64(0);
        QTest::newRow("too many digits") << QByteArray("99999999999999999999") << qint64(24) * 3'600'000;
        QTest::newRow("negative") << QByteArray("-7") << qint64(-1);
        QTest::newRow("a fraction") << QByteArray("1.5") << qint64(-1);
        QTest::newRow("a date") << QByteArray("Tue, 14 Nov 2023 22:13:50 GMT") << qint64(30'000);
        QTest::newRow("a date that is past") << QByteArray("Tue, 14 Nov 2023 22:00:00 GMT") << qint64(0);
        QTest::newRow("nonsense") << QByteArray("soon") << qint64(-1);
    }
    void readsRetryAfter()
    {
        QFETCH(QByteArray, header);
        QFETCH(qint64, milliseconds);
        const WallTime now{1'700'000'000s}; // 22:13:20
        const auto delay = Answer{429, TransportFault::None, header}.wantedDelay(now);
        QCOMPARE(delay ? qint64(delay->count()) : qint64(-1), milliseconds);
    }
};

SIGNALBOX_TEST(AnswerTest)
#include "answer_test.moc"
