// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/handshake.h"

#include "tests/http/make_request.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;

class HandshakeTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhoConnectsAndWhatIsSpoken()
    {
        const auto read = readHandshake(
            request("/x?userId=ann&groupId=red&tags=a,b",
                    {"Sec-WebSocket-Protocol: one, two", "User-Agent: probe", "Origin: http://localhost"}),
            {"/x", "raw", {"two", "one"}, {}}, {});
        const auto& handshake = std::get<Handshake>(read);
        QCOMPARE(handshake.dialect, QByteArray("raw"));
        QCOMPARE(handshake.subprotocol, QByteArray("one")); // the client's order
        QCOMPARE(handshake.info.user.bytes(), QByteArray("ann"));
        QCOMPARE(handshake.info.groups.size(), 1);
        QCOMPARE(handshake.info.tags.size(), 2);
        QCOMPARE(handshake.info.path, QByteArray("/x"));
        QCOMPARE(handshake.info.userAgent, QByteArray("probe"));
        QVERIFY(handshake.info.socketId.isEmpty());
    }

    void refusesWhatIsNone()
    {
        const http::Endpoint endpoint{"/x", "envelope", {}, {}};
        const auto noUpgrade = readHandshake(tests::makeGet("/x"), endpoint, {});
        QVERIFY(std::holds_alternative<http::HttpError>(noUpgrade));
        const auto twoUsers = readHandshake(request("/x?user=a&user=b", {}), endpoint, {});
        QCOMPARE(std::get<http::HttpError>(twoUsers).code, QByteArray("user.ambiguous"));
    }

private:
    static http::Request request(const QByteArray& target, const QList<QByteArray>& fields)
    {
        return tests::makeGet(target, QList<QByteArray>{"Upgrade: websocket", "Connection: Upgrade",
                                                        "Sec-WebSocket-Version: 13",
                                                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="} +
                                          fields);
    }
};

SIGNALBOX_TEST(HandshakeTest)
#include "handshake_test.moc"
