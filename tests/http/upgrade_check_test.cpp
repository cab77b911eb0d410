// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/upgrade_check.h"

#include "tests/http/make_request.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

namespace {

using namespace signalbox::http;
using namespace signalbox::tests;

const QByteArray upgrade = "Upgrade: websocket";
const QByteArray connection = "Connection: Upgrade";
const QByteArray version = "Sec-WebSocket-Version: 13";
const QByteArray key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";

/// A good handshake with `replaced` standing for `field`, or without it.
Request handshake(const QByteArray& field = {}, const QList<QByteArray>& replaced = {})
{
    QList<QByteArray> lines{"GET /ws HTTP/1.1", "Host: localhost"};
    for (const QByteArray& good : {upgrade, connection, version, key}) {
        if (good == field) {
            lines += replaced;
        } else {
            lines.append(good);
        }
    }
    if (field.isEmpty()) {
        lines += replaced;
    }
    return makeRequest(lines);
}

class UpgradeCheckTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesAGoodHandshake_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QList<QByteArray>>("replaced");
        using Lines = QList<QByteArray>;
        QTest::newRow("plain") << QByteArray() << Lines();
        QTest::newRow("upgrade in capitals") << upgrade << Lines{"UPGRADE: WebSocket"};
        QTest::newRow("list of upgrades") << upgrade << Lines{"Upgrade: h2c, websocket"};
        QTest::newRow("Firefox's connection") << connection << Lines{"Connection: keep-alive, Upgrade"};
        QTest::newRow("two connections")
            << connection << Lines{"Connection: keep-alive", "Connection: upgrade"};
        QTest::newRow("extensions")
            << QByteArray() << Lines{"Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits"};
        QTest::newRow("length 0") << QByteArray() << Lines{"Content-Length: 0"};
        QTest::newRow("key of other bits") << key << Lines{"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=="};
        QTest::newRow("line of 8190 bytes") << QByteArray() << Lines{"Cookie: " + QByteArray(8182, 'c')};
    }
    void takesAGoodHandshake()
    {
        QFETCH(const QByteArray, field);
        QFETCH(const QList<QByteArray>, replaced);
        const auto checked = checkUpgrade(handshake(field, replaced));
        QVERIFY(std::holds_alternative<UpgradeOffer>(checked));
        QVERIFY(std::get<UpgradeOffer>(checked).subprotocols.isEmpty());
        QCOMPARE(std::get<UpgradeOffer>(checked).key.size(), qsizetype(24));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QList<QByteArray>>("replaced");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<int>("status");
        using Lines = QList<QByteArray>;
        const auto row = [](const char* name, const QByteArray& field, const Lines& replaced,
                            const char* code, int status = 400) {
            QTest::newRow(name) << field << replaced << QByteArray(code) << status;
        };
        row("no upgrade", upgrade, {}, "handshake.upgrade_header");
        row("another upgrade", upgrade, {"Upgrade: h2c"}, "handshake.upgrade_header");
        row("longer upgrade", upgrade, {"Upgrade: websockets"}, "handshake.upgrade_header");
        row("no connection", connection, {}, "handshake.connection_header");
        row("another connection", connection, {"Connection: keep-alive"}, "handshake.connection_header");
        row("no version", version, {}, "handshake.version", 426);
        row("version 8", version, {"Sec-WebSocket-Version: 8"}, "handshake.version", 426);
        row("version 14", version, {"Sec-WebSocket-Version: 14"}, "handshake.version", 426);
        row("version 013", version, {"Sec-WebSocket-Version: 013"}, "handshake.version", 426);
        row("list of versions", version, {"Sec-WebSocket-Version: 13, 8"}, "handshake.version", 426);
        row("two versions", version, {version, "Sec-WebSocket-Version: 8"}, "handshake.duplicate_version");
        row("no key", key, {}, "handshake.missing_key");
        row("two keys", key, {key, key}, "handshake.duplicate_key");
        row("empty key", key, {"Sec-WebSocket-Key:"}, "handshake.bad_key");
        row("short key", key, {"Sec-WebSocket-Key: short"}, "handshake.bad_key");
        row("15 bytes", key, {"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAA"}, "handshake.bad_key");
        row("17 bytes", key, {"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAAA="}, "handshake.bad_key");
        row("18 bytes", key, {"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAAAA"}, "handshake.bad_key");
        row("no padding", key, {"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ"}, "handshake.bad_key");
        row("space inside", key, {"Sec-WebSocket-Key: dGhlIHNhbXBs ZSBub25jZQ=="}, "handshake.bad_key");
        row("not base64", key, {"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZ!=="}, "handshake.bad_key");
        row("base64 for URLs", key, {"Sec-WebSocket-Key: -_hlIHNhbXBsZSBub25jZQ=="}, "handshake.bad_key");
        row("empty subprotocols", {}, {"Sec-WebSocket-Protocol:"}, "handshake.bad_subprotocols");
        row("empty element", {}, {"Sec-WebSocket-Protocol: a,,b"}, "handshake.bad_subprotocols");
        row("comma at the end", {}, {"Sec-WebSocket-Protocol: a,"}, "handshake.bad_subprotocols");
        row("no token", {}, {"Sec-WebSocket-Protocol: a b"}, "handshake.bad_subprotocols");
        row("URL", {}, {"Sec-WebSocket-Protocol: http://a"}, "handshake.bad_subprotocols");
        row("twice", {}, {"Sec-WebSocket-Protocol: a, b, a"}, "handshake.duplicate_subprotocol");
        row("twice in two fields", {}, {"Sec-WebSocket-Protocol: a", "Sec-WebSocket-Protocol: a"},
            "handshake.duplicate_subprotocol");
        row("line of 8191 bytes", {}, {"Cookie: " + QByteArray(8183, 'c')}, "handshake.line_too_long", 431);
    }
    void refuses()
    {
        QFETCH(const QByteArray, field);
        QFETCH(const QList<QByteArray>, replaced);
        const auto checked = checkUpgrade(handshake(field, replaced));
        QVERIFY(std::holds_alternative<Fault>(checked));
        const HttpError error = httpError(std::get<Fault>(checked));
        QTEST(error.code, "code");
        QTEST(error.status, "status");
    }

    void readsTheSubprotocols()
    {
        const auto checked =
            checkUpgrade(handshake({}, {"Sec-WebSocket-Protocol: signalbox.v1,chat ,\tXSocketsNET",
                                        "sec-websocket-protocol: Chat"}));
        QVERIFY(std::holds_alternative<UpgradeOffer>(checked));
        QCOMPARE(std::get<UpgradeOffer>(checked).subprotocols,
                 (QList<QByteArray>{"signalbox.v1", "chat", "XSocketsNET", "Chat"}));
    }

    void refusesOtherMethods()
    {
        const Request request =
            makeRequest({"POST /ws HTTP/1.1", "Host: a", upgrade, connection, version, key});
        const auto checked = checkUpgrade(request);
        QCOMPARE(std::get<Fault>(checked), Fault::HandshakeMethod);
        QCOMPARE(httpError(Fault::HandshakeMethod).status, 405);
    }

    void refusesHttp10()
    {
        const Request request =
            makeRequest({"GET /ws HTTP/1.0", "Host: a", upgrade, connection, version, key});
        QCOMPARE(std::get<Fault>(checkUpgrade(request)), Fault::HandshakeHttpVersion);
    }

    void refusesABody()
    {
        const Request request = makeRequest(
            {"GET /ws HTTP/1.1", "Host: a", upgrade, connection, version, key, "Content-Length: 1"}, "x");
        QCOMPARE(std::get<Fault>(checkUpgrade(request)), Fault::HandshakeBody);
    }

    void refusesATargetThatQtWouldDrop()
    {
        const auto ofLineSize = [](qsizetype size) {
            return makeRequest({"GET /" + QByteArray(size - 14, 'a') + " HTTP/1.1", "Host: a", upgrade,
                                connection, version, key});
        };
        QVERIFY(std::holds_alternative<UpgradeOffer>(checkUpgrade(ofLineSize(8190))));
        QCOMPARE(std::get<Fault>(checkUpgrade(ofLineSize(8191))), Fault::TargetTooLong);
    }

    void asksAPlainRequestToUpgrade()
    {
        QCOMPARE(std::get<Fault>(checkUpgrade(makeGet("/ws"))), Fault::UpgradeRequired);
        QCOMPARE(httpError(Fault::UpgradeRequired).status, 426);
    }
};

} // namespace

SIGNALBOX_TEST(UpgradeCheckTest)
#include "upgrade_check_test.moc"
