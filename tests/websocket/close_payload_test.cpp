// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/websocket/close_payload.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::websocket;

class ClosePayloadTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsCodeAndReason_data();
    void readsCodeAndReason();
    void refusesWhatRfc6455Forbids_data();
    void refusesWhatRfc6455Forbids();
    void judgesEveryCodeLikeTheCloseCodeTable();
    void writesCodeAndReason();
    void writesNothingForNoStatus();
    void cutsALongReasonAfterAWholeCharacter_data();
    void cutsALongReasonAfterAWholeCharacter();
};

namespace {

QByteArray withCode(int code, const QByteArray& reason = {})
{
    return QByteArray(1, static_cast<char>(code >> 8)) + static_cast<char>(code & 0xFF) + reason;
}

} // namespace

void ClosePayloadTest::readsCodeAndReason_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<quint16>("code");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("empty") << QByteArray() << quint16(1005) << QByteArray();
    QTest::newRow("code alone") << withCode(1000) << quint16(1000) << QByteArray();
    QTest::newRow("code and reason") << withCode(4321, "bye") << quint16(4321) << QByteArray("bye");
    QTest::newRow("reason in UTF-8") << withCode(3000, "tschüß") << quint16(3000) << QByteArray("tschüß");
    QTest::newRow("longest reason") << withCode(1001, QByteArray(123, 'r')) << quint16(1001)
                                    << QByteArray(123, 'r');
}

void ClosePayloadTest::readsCodeAndReason()
{
    QFETCH(QByteArray, payload);
    QFETCH(quint16, code);
    QFETCH(QByteArray, reason);
    const auto parsed = parseClosePayload(payload);
    QVERIFY(std::holds_alternative<ClosePayload>(parsed));
    QCOMPARE(std::get<ClosePayload>(parsed).code, code);
    QCOMPARE(std::get<ClosePayload>(parsed).reason, reason);
}

void ClosePayloadTest::refusesWhatRfc6455Forbids_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<ProtocolFault>("fault");
    QTest::newRow("one byte") << QByteArray("\x03") << ProtocolFault::CloseCodeCut;
    QTest::newRow("code 0") << withCode(0) << ProtocolFault::CloseCodeNotAllowed;
    QTest::newRow("code 1005") << withCode(1005) << ProtocolFault::CloseCodeNotAllowed;
    QTest::newRow("code 1006 with a reason") << withCode(1006, "gone") << ProtocolFault::CloseCodeNotAllowed;
    QTest::newRow("code 5000") << withCode(5000) << ProtocolFault::CloseCodeNotAllowed;
    QTest::newRow("reason cut inside a character")
        << withCode(1000, "\xE2\x82") << ProtocolFault::CloseReasonNotUtf8;
    QTest::newRow("reason with a surrogate")
        << withCode(1000, "\xED\xA0\x80") << ProtocolFault::CloseReasonNotUtf8;
    QTest::newRow("bad code before bad reason")
        << withCode(999, "\xFF") << ProtocolFault::CloseCodeNotAllowed;
}

void ClosePayloadTest::refusesWhatRfc6455Forbids()
{
    QFETCH(QByteArray, payload);
    const auto parsed = parseClosePayload(payload);
    QVERIFY(std::holds_alternative<ProtocolFault>(parsed));
    QTEST(std::get<ProtocolFault>(parsed), "fault");
}

void ClosePayloadTest::judgesEveryCodeLikeTheCloseCodeTable()
{
    for (int code = 0; code <= 0xFFFF; ++code) {
        const auto parsed = parseClosePayload(withCode(code));
        QCOMPARE(std::holds_alternative<ClosePayload>(parsed), mayBeOnTheWire(static_cast<quint16>(code)));
    }
}

void ClosePayloadTest::writesCodeAndReason()
{
    QCOMPARE(encodeClosePayload(1001, "going away"), withCode(1001, "going away"));
    QCOMPARE(encodeClosePayload(4008), withCode(4008));
}

void ClosePayloadTest::writesNothingForNoStatus()
{
    QCOMPARE(encodeClosePayload(close_code::noStatusReceived, "ignored"), QByteArray());
}

void ClosePayloadTest::cutsALongReasonAfterAWholeCharacter_data()
{
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<QByteArray>("kept");
    const QByteArray euro("\xE2\x82\xAC");     // three bytes
    const QByteArray face("\xF0\x9F\x98\x80"); // four bytes
    QTest::newRow("123 bytes fit") << QByteArray(123, 'a') << QByteArray(123, 'a');
    QTest::newRow("124 bytes") << QByteArray(124, 'a') << QByteArray(123, 'a');
    QTest::newRow("last character fits") << QByteArray(120, 'a') + euro << QByteArray(120, 'a') + euro;
    QTest::newRow("one byte of it over") << QByteArray(121, 'a') + euro << QByteArray(121, 'a');
    QTest::newRow("two bytes of it over") << QByteArray(122, 'a') + euro << QByteArray(122, 'a');
    QTest::newRow("all of it over") << QByteArray(123, 'a') + euro << QByteArray(123, 'a');
    QTest::newRow("four-byte characters") << face.repeated(40) << face.repeated(30);
}

void ClosePayloadTest::cutsALongReasonAfterAWholeCharacter()
{
    QFETCH(QByteArray, reason);
    QFETCH(QByteArray, kept);
    QCOMPARE(encodeClosePayload(1000, reason), withCode(1000, kept));
    QVERIFY(std::holds_alternative<ClosePayload>(parseClosePayload(encodeClosePayload(1000, reason))));
}

SIGNALBOX_TEST(ClosePayloadTest)
#include "close_payload_test.moc"
