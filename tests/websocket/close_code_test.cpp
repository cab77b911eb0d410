// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/websocket/close_code.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::websocket;

class CloseCodeTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatMayTravel_data();
    void knowsWhatMayTravel();
    void letsExactlyTheListedRangesTravel();
    void namesEachCodeThatWeSend_data();
    void namesEachCodeThatWeSend();
};

void CloseCodeTest::knowsWhatMayTravel_data()
{
    QTest::addColumn<quint16>("code");
    QTest::addColumn<bool>("travels");
    QTest::addColumn<QByteArray>("name");
    const auto row = [](quint16 code, bool travels, const char* name) {
        QTest::addRow("%u", code) << code << travels << QByteArray(name);
    };
    row(0, false, "unknown");
    row(999, false, "unknown");
    row(1000, true, "normal");
    row(1003, true, "unsupported data");
    row(1004, false, "unknown");
    row(1005, false, "no status received");
    row(1006, false, "abnormal");
    row(1007, true, "invalid payload");
    row(1014, true, "bad gateway");
    row(1015, false, "TLS handshake failed");
    row(1016, false, "unknown");
    row(2999, false, "unknown");
    row(3000, true, "registered use");
    row(3999, true, "registered use");
    row(4000, true, "private use");
    row(4008, true, "slow client");
    row(4999, true, "private use");
    row(5000, false, "unknown");
    row(65535, false, "unknown");
}

void CloseCodeTest::knowsWhatMayTravel()
{
    QFETCH(quint16, code);
    QTEST(mayBeOnTheWire(code), "travels");
    QTEST(closeCodeName(code).toByteArray(), "name");
}

void CloseCodeTest::letsExactlyTheListedRangesTravel()
{
    int count = 0;
    for (int code = 0; code <= 0xFFFF; ++code) {
        count += mayBeOnTheWire(static_cast<quint16>(code)) ? 1 : 0;
    }
    QCOMPARE(count, 4 + 8 + 2000); // 1000–1003, 1007–1014, 3000–4999
}

void CloseCodeTest::namesEachCodeThatWeSend_data()
{
    QTest::addColumn<quint16>("code");
    for (const quint16 code :
         {close_code::normal, close_code::goingAway, close_code::protocolError, close_code::unsupportedData,
          close_code::invalidPayload, close_code::policyViolation, close_code::messageTooBig,
          close_code::mandatoryExtension, close_code::internalError, close_code::serviceRestart,
          close_code::tryAgainLater, close_code::slowClient}) {
        QTest::addRow("%u", code) << code;
    }
}

void CloseCodeTest::namesEachCodeThatWeSend()
{
    QFETCH(quint16, code);
    QVERIFY(mayBeOnTheWire(code));
    QVERIFY(closeCodeName(code) != "unknown" && closeCodeName(code) != "private use");
}

SIGNALBOX_TEST(CloseCodeTest)
#include "close_code_test.moc"
