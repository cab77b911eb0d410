// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/handshake_reader.h"

#include "server/broker/service_dialect.h"
#include "server/broker/xsockets_state.h"
#include "tests/http/make_request.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;

class HandshakeReaderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_settings = {};
        m_reader.emplace(m_settings);
    }

    void choosesTheDialect_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("offered");
        QTest::addColumn<QByteArray>("dialect");
        QTest::addColumn<QByteArray>("subprotocol");
        const auto row = [](const char* name, const char* target, const char* offered, const char* dialect,
                            const char* subprotocol) {
            QTest::newRow(name) << QByteArray(target) << QByteArray(offered) << QByteArray(dialect)
                                << QByteArray(subprotocol);
        };
        row("the path alone", "/here", "", "envelope", "");
        row("a subprotocol of the path", "/here", "other, theirs", "envelope", "theirs");
        row("one that nobody speaks", "/here", "other", "envelope", "");
        row("raw", "/here", "raw", "raw", "raw");
        row("raw has a case", "/here", "RAW", "envelope", "");
        row("XSockets", "/here", "XSocketsNET", "xsockets", "XSocketsNET");
        row("XSockets before raw", "/here", "raw, XSocketsNET", "xsockets", "XSocketsNET");
        row("of a script that decodes it", "/here", "decoded", "scripted", "decoded");
        row("of a script that does not", "/here", "spoken", "xsockets", "spoken");
        row("a script's before raw", "/here", "raw, decoded", "scripted", "decoded");
        row("a token before everything", "/here?token=t", "XSocketsNET, decoded", "raw", "");
    }
    void choosesTheDialect()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, offered);
        giveServices();
        const auto read = m_reader->read(handshake(target, offered), here({"theirs"}));
        QVERIFY(std::holds_alternative<Handshake>(read));
        QTEST(std::get<Handshake>(read).dialect, "dialect");
        QTEST(std::get<Handshake>(read).subprotocol, "subprotocol");
    }

    void leavesASubprotocolToThePathThatSpeaksIt_data()
    {
        QTest::addColumn<QByteArray>("subprotocol");
        for (const char* name : {"XSocketsNET", "decoded", "raw"}) {
            QTest::newRow(name) << QByteArray(name);
        }
    }
    void leavesASubprotocolToThePathThatSpeaksIt()
    {
        QFETCH(QByteArray, subprotocol);
        giveServices();
        const auto read = m_reader->read(handshake("/here", subprotocol), here({subprotocol}));
        QCOMPARE(std::get<Handshake>(read).dialect, QByteArray("envelope"));
        QCOMPARE(std::get<Handshake>(read).subprotocol, subprotocol);
    }

    void knowsNoSubprotocolThatIsSwitchedOff()
    {
        m_settings.builtIn.xsockets = false;
        m_settings.builtIn.raw = false;
        m_settings.builtIn.services = false;
        giveServices();
        for (const char* subprotocol : {"XSocketsNET", "decoded", "raw"}) {
            const auto read = m_reader->read(handshake("/here", subprotocol), here({}));
            QCOMPARE(std::get<Handshake>(read).dialect, QByteArray("envelope"));
            QVERIFY(std::get<Handshake>(read).subprotocol.isEmpty());
        }
    }

    void forgetsTheScriptsBefore()
    {
        giveServices();
        m_reader->setServices({});
        const auto read = m_reader->read(handshake("/here", "decoded"), here({}));
        QCOMPARE(std::get<Handshake>(read).dialect, QByteArray("envelope"));
    }

    void takesTheFirstScriptOfASubprotocol()
    {
        m_reader->setServices(
            {serviceRoute("first.js", "same", true), serviceRoute("second.js", "same", true)});
        const auto read = m_reader->read(handshake("/here", "same"), here({}));
        QCOMPARE(stateOf(read).decoder, QByteArray("first.js"));
    }

    void letsClientsConnectOnlyWhereTheyCan()
    {
        http::EndpointMatch nowhere;
        nowhere.path = "/nowhere";
        const auto byPath = m_reader->read(handshake("/nowhere", ""), nowhere);
        QCOMPARE(std::get<http::HttpError>(byPath).status, 404);
        const auto bySubprotocol = m_reader->read(handshake("/nowhere", "raw"), nowhere); // any path will do
        QCOMPARE(std::get<Handshake>(bySubprotocol).dialect, QByteArray("raw"));
    }

    void passesOnWhatIsWrongWithAHandshake()
    {
        const auto read = m_reader->read(tests::makeGet("/here"), here({}));
        QCOMPARE(std::get<http::HttpError>(read).status, 426);
    }

    void tellsWhoComesBack()
    {
        const QByteArray id = "0f8fad5b-d9cb-469f-a165-70867728950e";
        const auto back = m_reader->read(handshake("/here?persistentid=" + id, "XSocketsNET"), here({}));
        QVERIFY(std::get<Handshake>(back).comesBack);
        QCOMPARE(std::get<Handshake>(back).info.persistentId, id);
        const auto first = m_reader->read(handshake("/here", "XSocketsNET"), here({}));
        QVERIFY(!std::get<Handshake>(first).comesBack);
        QCOMPARE(std::get<Handshake>(first).info.persistentId.size(), 36);
        const auto other = m_reader->read(handshake("/here?persistentid=" + id, ""), here({}));
        QVERIFY(!std::get<Handshake>(other).comesBack);
        QVERIFY(std::get<Handshake>(other).info.persistentId.isEmpty());
    }

    void keepsTheRequestForControllersAlone()
    {
        const http::Request request = handshake("/here?a=1", "XSocketsNET");
        QVERIFY(stateOf(m_reader->read(request, here({}))).request.query.isEmpty());
        http::ServiceRoute route = serviceRoute("chat.js", {}, false);
        route.controller = "chat";
        m_reader->setServices({route});
        QCOMPARE(stateOf(m_reader->read(request, here({}))).request.query.size(), 1);
    }

    void tellsTheServiceOfAPath()
    {
        http::EndpointMatch match = here({});
        match.endpoint.dialect = "service";
        match.service.service = "chat.js";
        const auto read = m_reader->read(handshake("/here", ""), match);
        const auto& state = static_cast<const ServiceClient&>(*std::get<Handshake>(read).state);
        QCOMPARE(state.service, QByteArray("chat.js"));
    }

private:
    static http::EndpointMatch here(const QList<QByteArray>& subprotocols)
    {
        return {http::EndpointKind::Socket, {"/here", "envelope", subprotocols, {}}, "/here"};
    }

    static http::ServiceRoute serviceRoute(const QByteArray& service, const QByteArray& subprotocol,
                                           bool translates)
    {
        http::ServiceRoute route;
        route.service = service;
        route.subprotocol = subprotocol;
        route.translates = translates;
        return route;
    }

    void giveServices()
    {
        m_reader->setServices(
            {serviceRoute("decoder.js", "decoded", true), serviceRoute("speaker.js", "spoken", false)});
    }

    static http::Request handshake(const QByteArray& target, const QByteArray& offered)
    {
        QList<QByteArray> fields{"Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13",
                                 "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="};
        if (!offered.isEmpty()) {
            fields += "Sec-WebSocket-Protocol: " + offered;
        }
        return tests::makeGet(target, fields);
    }

    static const XSocketsState& stateOf(const std::variant<Handshake, http::HttpError>& read)
    {
        return static_cast<const XSocketsState&>(*std::get<Handshake>(read).state);
    }

    Settings m_settings;
    std::optional<HandshakeReader> m_reader;
};

SIGNALBOX_TEST(HandshakeReaderTest)
#include "handshake_reader_test.moc"
