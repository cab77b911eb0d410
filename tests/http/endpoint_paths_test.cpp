// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/endpoint_paths.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

namespace {

using namespace signalbox::http;
using signalbox::EndpointSwitches;

class EndpointPathsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatIsBuiltIn_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("dialect");
        const auto row = [](const char* path, EndpointKind kind, const char* dialect = "") {
            QTest::newRow(path) << QByteArray(path) << int(kind) << QByteArray(dialect);
        };
        using enum EndpointKind;
        row("/", Root, "envelope");
        row("//", Root, "envelope");
        row("/ws", Socket, "envelope");
        row("/ws/", Socket, "envelope");
        row("//ws", Socket, "envelope");
        row("/WS", NotFound);
        row("/wss", NotFound);
        row("/app/ws", NotFound);
        row("/echo", Socket, "echo");
        row("/raw", Socket, "raw");
        row("/v1", Managed);
        row("//v1//messages/", Managed);
        row("/v1/nothing", NotFound);
        row("/api/v1", Control);
        row("/api/v1/", Control);
        row("/api/v1/groups/a/b/__broadcastWebSocket.wc", Control);
        row("/api/v12", NotFound);
        row("/app/api/v1", NotFound);
        row("/echo/a", NotFound);
        row("/__initializeSocket.wc", Socket, "envelope");
        row("/__INITIALIZESOCKET.WC", Socket, "envelope");
        row("/app/__initializesocket.wc", Socket, "envelope");
        row("/__broadcastWebSocket.wc", Broadcast);
        row("/__broadcastwebsocket.wc", Broadcast);
        row("/__broadcastsocket.wc", Broadcast);
        row("/__BroadcastSocket.WC", Broadcast);
        row("/app/__broadcastWebSocket.wc", Broadcast);
        row("/a/b//c/__broadcastsocket.wc/", Broadcast);
        row("/__broadcastWebSocket.wcx", NotFound);
        row("/x__broadcastWebSocket.wc", NotFound);
        row("/__broadcastWebSocket.wc/more", NotFound);
        row("/healthz", Health);
        row("/metrics", Metrics);
        row("/readyz", Readiness);
        row("/signalbox.js", StaticFile);
        row("/signalbox.d.ts", StaticFile);
        row("/webconnection-websocket.js", StaticFile);
        row("/demo", DemoRedirect);
        row("/demo/", StaticFile);
        row("/demo/index.html", StaticFile);
        row("/demo/chat.js", StaticFile);
        row("//demo//chat.css", StaticFile);
        row("/demo/../signalbox.js", NotFound);
        row("/demo/secret", NotFound);
        row("/status.html", NotFound);
        row("/status.css", StaticFile);
        row("*", NotFound);
        row("", NotFound);
        row("/unknown", NotFound);
    }
    void findsWhatIsBuiltIn()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, dialect);
        const EndpointMatch match = EndpointPaths().match(path);
        QTEST(int(match.kind), "kind");
        QCOMPARE(match.endpoint.dialect, dialect);
        QCOMPARE(acceptsUpgrade(match.kind), !dialect.isEmpty());
    }

    void givesThePathWithoutRepeatedSlashes()
    {
        QCOMPARE(EndpointPaths().match("//demo//").path, QByteArray("/demo/"));
        QCOMPARE(EndpointPaths().match("//ws//").path, QByteArray("/ws"));
    }

    void findsWhatIsConfigured_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("dialect");
        QTest::newRow("path") << QByteArray("/mychat") << QByteArray("envelope");
        QTest::newRow("slash at the end") << QByteArray("/mychat/") << QByteArray("envelope");
        QTest::newRow("other case") << QByteArray("/MyChat") << QByteArray();
        QTest::newRow("longer") << QByteArray("/mychats") << QByteArray();
        QTest::newRow("below") << QByteArray("/mychat/a") << QByteArray();
        QTest::newRow("base path") << QByteArray("/test/websocket") << QByteArray("echo");
        QTest::newRow("base path, more slashes") << QByteArray("/test//websocket") << QByteArray("echo");
        QTest::newRow("path without its base path") << QByteArray("/websocket") << QByteArray();
        QTest::newRow("built in, overridden") << QByteArray("/ws") << QByteArray("raw");
        QTest::newRow("built in, still there") << QByteArray("/echo") << QByteArray("echo");
    }
    void findsWhatIsConfigured()
    {
        QFETCH(const QByteArray, path);
        const EndpointPaths paths({{"/mychat", "envelope", {"chat"}, {}},
                                   {"websocket", "echo", {}, "/test/"},
                                   {"/ws", "raw", {}, {}}});
        QTEST(paths.match(path).endpoint.dialect, "dialect");
    }

    void givesTheSubprotocols()
    {
        const EndpointPaths paths({{"/mychat", "envelope", {"chat", "superchat"}, {}}});
        QCOMPARE(paths.match("/mychat").endpoint.subprotocols, (QList<QByteArray>{"chat", "superchat"}));
    }

    void namesTheMethods()
    {
        QCOMPARE(allowedMethods(EndpointMatch{EndpointKind::Broadcast, {}, {}}), QByteArray("POST"));
        QCOMPARE(allowedMethods(EndpointMatch{EndpointKind::Socket, {}, {}}), QByteArray("GET"));
        QCOMPARE(allowedMethods(EndpointMatch{EndpointKind::Root, {}, {}}), QByteArray("GET, HEAD"));
        QCOMPARE(allowedMethods(EndpointMatch{EndpointKind::StaticFile, {}, {}}), QByteArray("GET, HEAD"));
    }

    void doesNotFindWhatIsSwitchedOff_data()
    {
        QTest::addColumn<bool EndpointSwitches::*>("switched");
        QTest::addColumn<QByteArrayList>("paths");
        const auto row = [](const char* name, bool EndpointSwitches::*switched, const QByteArrayList& paths) {
            QTest::newRow(name) << switched << paths;
        };
        row("envelope", &EndpointSwitches::envelope, {"/ws", "/app/__initializeSocket.wc", "upgrade /"});
        row("raw", &EndpointSwitches::raw, {"/raw"});
        row("echo", &EndpointSwitches::echo, {"/echo"});
        row("broadcast", &EndpointSwitches::broadcast,
            {"/__broadcastWebSocket.wc", "/app/__broadcastsocket.wc"});
        row("control", &EndpointSwitches::control, {"/api/v1", "/api/v1/clients"});
        row("managed", &EndpointSwitches::managed, {"/v1", "/v1/messages", "/v1/sockets/a"});
        row("status", &EndpointSwitches::status, {"/", "/status.css", "/status.js"});
        row("demo", &EndpointSwitches::demo, {"/demo", "/demo/", "/demo/chat.js"});
        row("scripts", &EndpointSwitches::scripts, {"/signalbox.js", "/webconnection-websocket.js"});
        row("health", &EndpointSwitches::health, {"/healthz", "/readyz"});
        row("metrics", &EndpointSwitches::metrics, {"/metrics"});
    }

    void doesNotFindWhatIsSwitchedOff()
    {
        QFETCH(bool EndpointSwitches::*, switched);
        QFETCH(QByteArrayList, paths);
        EndpointSwitches switches;
        switches.*switched = false;
        const QByteArrayList all{"/ws",
                                 "/app/__initializeSocket.wc",
                                 "upgrade /",
                                 "/raw",
                                 "/echo",
                                 "/__broadcastWebSocket.wc",
                                 "/",
                                 "/app/__broadcastsocket.wc",
                                 "/status.css",
                                 "/status.js",
                                 "/demo",
                                 "/demo/",
                                 "/healthz",
                                 "/metrics",
                                 "/demo/chat.js",
                                 "/readyz",
                                 "/signalbox.js",
                                 "/webconnection-websocket.js",
                                 "/v1",
                                 "/api/v1",
                                 "/api/v1/clients",
                                 "/v1/messages",
                                 "/v1/sockets/a"};
        for (const QByteArray& path : all) {
            const bool upgrade = path.startsWith("upgrade ");
            const Purpose purpose = upgrade ? Purpose::Handshake : Purpose::Request;
            const EndpointKind kind =
                EndpointPaths({}, switches).match(upgrade ? QByteArrayView("/") : path, purpose).kind;
            QVERIFY2((kind == EndpointKind::NotFound) == paths.contains(path), path.constData());
        }
        // A configured endpoint has no switch: it is there because somebody wanted it.
        QCOMPARE(EndpointPaths({{"/mine", "echo", {}, {}}}, switches).match("/mine").kind,
                 EndpointKind::Socket);
    }
};

} // namespace

SIGNALBOX_TEST(EndpointPathsTest)
#include "endpoint_paths_test.moc"
