// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/xsockets_state.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;

class XSocketsStateTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheSubprotocolAmongOthersInItsOwnCase()
    {
        QVERIFY(offersXSockets(request("/", {}, "XSocketsNET")));
        QVERIFY(offersXSockets(request("/", {}, "chat, XSocketsNET")));
        QVERIFY(!offersXSockets(request("/", {}, "xsocketsnet")));
        QVERIFY(!offersXSockets(request("/", {}, "XSocketsNET2")));
    }

    void takesTheControllerFromThePath_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("controller");
        QTest::newRow("root") << QByteArray("/") << QByteArray("generic");
        QTest::newRow("a name") << QByteArray("/Chat") << QByteArray("chat");
        QTest::newRow("below a base path") << QByteArray("/app/chat") << QByteArray("chat");
        QTest::newRow("a slash at the end") << QByteArray("/app/") << QByteArray("generic");
        QTest::newRow("one of ours") << QByteArray("/ws") << QByteArray("generic");
    }

    void takesTheControllerFromThePath()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, controller);
        QCOMPARE(makeXSocketsState(request(path), m_settings)->conversation.defaultController(), controller);
    }

    void takesThePersistentIdInAnyCaseOfItsName_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char* name : {"PersistentId", "persistentid", "persistentId", "PERSISTENTID"}) {
            QTest::newRow(name) << QByteArray(name);
        }
    }

    void takesThePersistentIdInAnyCaseOfItsName()
    {
        QFETCH(QByteArray, name);
        const QByteArray id = "0f8fad5b-d9cb-469f-a165-70867728950e";
        const auto state = makeXSocketsState(request("/", {{name, id.toUpper()}}), m_settings);
        QCOMPARE(state->persistentId, id);
        QVERIFY(state->toldOfBadId);
    }

    void makesAnIdWhereThereIsNone()
    {
        for (const QByteArray value : {"", "null", "undefined"}) {
            const auto state = makeXSocketsState(request("/", {{"persistentid", value}}), m_settings);
            QCOMPARE(state->persistentId.size(), 36);
            QVERIFY(state->toldOfBadId);
        }
        QVERIFY(!makeXSocketsState(request("/", {{"persistentid", "17"}}), m_settings)->toldOfBadId);
    }

    void takesQosAndCsOfTheQuery()
    {
        const auto plain = makeXSocketsState(request("/"), m_settings);
        QVERIFY(!plain->acknowledges);
        QVERIFY(!plain->isClean);
        const auto both = makeXSocketsState(request("/", {{"QoS", "1"}, {"CS", "1"}}), m_settings);
        QVERIFY(both->acknowledges);
        QVERIFY(both->isClean);
        QVERIFY(!makeXSocketsState(request("/", {{"qos", "0"}}), m_settings)->acknowledges);
    }

private:
    static http::Request request(const QByteArray& path, const QList<http::QueryParameter>& query = {},
                                 const QByteArray& subprotocols = "XSocketsNET")
    {
        http::Request handshake;
        handshake.path = path;
        handshake.query = query;
        handshake.headers.add("Sec-WebSocket-Protocol", subprotocols);
        return handshake;
    }

    Settings m_settings;
};

SIGNALBOX_TEST(XSocketsStateTest)
#include "xsockets_state_test.moc"
