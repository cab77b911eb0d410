// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/access_policy.h"

#include "tests/http/make_request.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

namespace {

using namespace signalbox::http;
using namespace signalbox::tests;

const LocalEndpoint loopback{QHostAddress(QHostAddress::LocalHost)};
const LocalEndpoint network{QHostAddress(QStringLiteral("192.168.1.20"))};

const AccessPolicy configured({"Broker.Example", "10.0.0.5", "[fd00::5]"},
                              {"https://shop.example", "http://app.localhost:3000",
                               "chrome-extension://abcdef"});

QByteArray codeOf(const std::optional<Refusal>& refusal)
{
    return refusal ? refusal->error.code : QByteArray();
}

Request handshake(const QByteArray& host, const QList<QByteArray>& fields = {})
{
    return makeRequest(
        QList<QByteArray>{"GET /ws HTTP/1.1", "Host: " + host, "Upgrade: websocket", "Connection: Upgrade"} +
        fields);
}

class AccessPolicyTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judgesTheHost_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<QByteArray>("code");
        const QByteArray good;
        const QByteArray refused = "http.host_refused";
        const QByteArray bad = "http.bad_host";
        QTest::newRow("localhost") << QByteArray("localhost") << good;
        QTest::newRow("localhost and port") << QByteArray("localhost:5210") << good;
        QTest::newRow("another port, of a tunnel") << QByteArray("localhost:8443") << good;
        QTest::newRow("in capitals") << QByteArray("LOCALHOST:5210") << good;
        QTest::newRow("dot at the end") << QByteArray("localhost.:5210") << good;
        QTest::newRow("two dots at the end") << QByteArray("localhost..") << refused;
        QTest::newRow("127.0.0.1") << QByteArray("127.0.0.1:5210") << good;
        QTest::newRow("::1") << QByteArray("[::1]:5210") << good;
        QTest::newRow("::1, long") << QByteArray("[0000:0:0:0:0:0:0:0001]") << good;
        QTest::newRow("::1, mapped") << QByteArray("[::ffff:127.0.0.1]") << good;
        QTest::newRow("the local address") << QByteArray("192.168.1.20:5210") << good;
        QTest::newRow("the local address, mapped") << QByteArray("[::ffff:192.168.1.20]") << good;
        QTest::newRow("configured name") << QByteArray("broker.example") << good;
        QTest::newRow("configured name, other case") << QByteArray("BROKER.example:80") << good;
        QTest::newRow("configured IPv4") << QByteArray("10.0.0.5") << good;
        QTest::newRow("configured IPv6") << QByteArray("[FD00:0::5]:1") << good;
        QTest::newRow("rebinding") << QByteArray("evil.example") << refused;
        QTest::newRow("rebinding with our port") << QByteArray("evil.example:5210") << refused;
        QTest::newRow("name that ends like ours") << QByteArray("evil-broker.example") << refused;
        QTest::newRow("name that begins like ours") << QByteArray("localhost.evil.example") << refused;
        QTest::newRow("address that begins a name") << QByteArray("127.0.0.1.evil.example") << refused;
        QTest::newRow("below localhost") << QByteArray("app.localhost") << refused;
        QTest::newRow("another loopback address") << QByteArray("127.0.0.2") << refused;
        QTest::newRow("short address") << QByteArray("127.1") << refused;
        QTest::newRow("number") << QByteArray("2130706433") << refused;
        QTest::newRow("hexadecimal address") << QByteArray("0x7f.0.0.1") << refused;
        QTest::newRow("any address") << QByteArray("0.0.0.0:5210") << refused;
        QTest::newRow("another IPv6") << QByteArray("[::2]") << refused;
        QTest::newRow("empty") << QByteArray() << refused;
        QTest::newRow("port only") << QByteArray(":5210") << bad;
        QTest::newRow("user") << QByteArray("localhost@evil.example") << bad;
        QTest::newRow("list") << QByteArray("localhost, evil.example") << bad;
        QTest::newRow("bad port") << QByteArray("localhost:99999") << bad;
        QTest::newRow("bare IPv6") << QByteArray("::1") << bad;
    }
    void judgesTheHost()
    {
        QFETCH(const QByteArray, host);
        // Pages and sockets alike.
        const auto page = configured.check(makeRequest({"GET / HTTP/1.1", "Host: " + host}), network);
        QTEST(codeOf(page), "code");
        const auto socket = configured.check(handshake(host, {"Origin: https://shop.example"}), network);
        QTEST(codeOf(socket), "code");
        QCOMPARE(page ? page->error.status : 0, socket ? socket->error.status : 0);
    }

    void refusesAHostWith421AndNamesTheSetting()
    {
        const auto refusal = AccessPolicy().check(handshake("evil.example:5210"), loopback);
        QVERIFY(refusal);
        QCOMPARE(refusal->error.status, 421);
        QCOMPARE(refusal->setting, QByteArray("http.allowed_hosts"));
        QCOMPARE(refusal->host, QByteArray("evil.example:5210"));
    }

    void judgesTheAuthorityOfAnAbsoluteTarget()
    {
        const auto request = [](const QByteArray& target, const QByteArray& host) {
            return makeRequest({"GET " + target + " HTTP/1.1", "Host: " + host});
        };
        QCOMPARE(codeOf(AccessPolicy().check(request("http://localhost/", "evil.example"), loopback)),
                 QByteArray());
        QCOMPARE(codeOf(AccessPolicy().check(request("http://evil.example/", "localhost"), loopback)),
                 QByteArray("http.host_refused"));
    }

    void takesHttp10WithoutHost()
    {
        QVERIFY(!AccessPolicy().check(makeRequest({"GET /healthz HTTP/1.0"}), loopback));
    }

    void judgesTheOrigin_data()
    {
        QTest::addColumn<QByteArray>("origin");
        QTest::addColumn<bool>("onLoopback");  // may pass when the connection came in on 127.0.0.1
        QTest::addColumn<bool>("fromNetwork"); // the same on 192.168.1.20
        const auto row = [](const char* name, const char* origin, bool onLoopback, bool fromNetwork) {
            QTest::newRow(name) << QByteArray(origin) << onLoopback << fromNetwork;
        };
        row("loopback name", "http://localhost:3000", true, false);
        row("loopback name, https", "https://localhost", true, false);
        row("loopback name in capitals", "HTTP://LOCALHOST:3000", true, false);
        row("loopback address", "http://127.0.0.1:8080", true, false);
        row("another loopback address", "http://127.8.9.10", true, false);
        row("loopback IPv6", "http://[::1]:3000", true, false);
        row("own page", "http://broker.example:5210", true, true);
        row("own page in capitals", "http://Broker.Example:5210", true, true);
        row("own host, other port", "http://broker.example:5211", false, false);
        row("own host, no port", "http://broker.example", false, false);
        row("own page, https", "https://broker.example:5210", true, true);
        row("own page, other scheme", "ftp://broker.example:5210", false, false);
        row("configured", "https://shop.example", true, true);
        row("configured, default port", "https://shop.example:443", true, true);
        row("configured in capitals", "HTTPS://Shop.Example", true, true);
        row("configured, other scheme", "http://shop.example", false, false);
        row("configured, other port", "https://shop.example:8443", false, false);
        row("configured, below localhost", "http://app.localhost:3000", true, true);
        row("configured extension", "chrome-extension://abcdef", true, true);
        row("foreign", "https://evil.example", false, false);
        row("foreign, ends like a configured one", "https://evilshop.example", false, false);
        row("foreign, below a configured one", "https://a.shop.example", false, false);
        row("foreign, begins like a configured one", "https://shop.example.evil.example", false, false);
        row("foreign, configured one as user", "https://shop.example@evil.example", false, false);
        row("foreign, begins with localhost", "http://localhost.evil.example", false, false);
        row("foreign, begins with an address", "http://127.0.0.1.evil.example", false, false);
        row("below localhost, not configured", "http://other.localhost", false, false);
        row("short loopback address", "http://127.1", false, false);
        row("any address", "http://0.0.0.0:5210", false, false);
        row("null", "null", false, false);
        row("null in capitals", "NULL", false, false);
        row("file", "file://", false, false);
        row("file on localhost", "file://localhost", false, false);
        row("other extension", "chrome-extension://zyxwvu", false, false);
        row("Firefox extension", "moz-extension://6c2c7f8e", false, false);
        row("other scheme on localhost", "app://localhost", false, false);
        row("empty", "", false, false);
        row("host without scheme", "localhost:3000", false, false);
        row("with a path", "http://localhost:3000/", false, false);
        row("two in one header", "http://localhost http://evil.example", false, false);
        row("list in one header", "http://localhost, http://evil.example", false, false);
        row("wildcard", "*", false, false);
    }
    void judgesTheOrigin()
    {
        QFETCH(const QByteArray, origin);
        QFETCH(const bool, onLoopback);
        QFETCH(const bool, fromNetwork);
        const Request request = handshake("broker.example:5210", {"Origin: " + origin});
        const QByteArray refused = "http.origin_refused";
        const auto refusal = configured.check(request, loopback);
        QCOMPARE(codeOf(refusal), onLoopback ? QByteArray() : refused);
        QCOMPARE(codeOf(configured.check(request, network)), fromNetwork ? QByteArray() : refused);
        if (refusal) {
            QCOMPARE(refusal->error.status, 403);
            QCOMPARE(refusal->setting, QByteArray("http.allowed_origins"));
            QCOMPARE(refusal->origin, origin);
        }
    }

    void checksEveryRequestForItsOrigin()
    {
        const Request page = makeGet("/", {"Origin: https://evil.example"});
        QCOMPARE(codeOf(AccessPolicy().check(page, loopback)), QByteArray("http.origin_refused"));
        const Request push = makeRequest({"POST /__broadcastWebSocket.wc HTTP/1.1", "Host: localhost",
                                          "Origin: https://evil.example", "Content-Type: application/json"});
        QCOMPARE(codeOf(AccessPolicy().check(push, loopback)), QByteArray("http.origin_refused"));
        const Request preflight =
            makeRequest({"OPTIONS /__broadcastWebSocket.wc HTTP/1.1", "Host: localhost",
                         "Origin: https://evil.example", "Access-Control-Request-Method: POST"});
        QCOMPARE(codeOf(AccessPolicy().check(preflight, loopback)), QByteArray("http.origin_refused"));
    }

    void refusesTwoOrigins()
    {
        const Request request =
            handshake("localhost", {"Origin: http://localhost", "origin: http://localhost"});
        const auto refusal = AccessPolicy().check(request, loopback);
        QCOMPARE(codeOf(refusal), QByteArray("http.duplicate_origin"));
        QCOMPARE(refusal->error.status, 403);
        QVERIFY(refusal->setting.isEmpty());
    }

    void takesOwnPagesOnDefaultPorts_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<QByteArray>("origin");
        QTest::addColumn<bool>("passes");
        QTest::newRow("http") << QByteArray("broker.example") << QByteArray("http://broker.example") << true;
        QTest::newRow("https") << QByteArray("broker.example") << QByteArray("https://broker.example")
                               << true;
        QTest::newRow("port written out")
            << QByteArray("broker.example:80") << QByteArray("http://broker.example") << true;
        QTest::newRow("other port") << QByteArray("broker.example") << QByteArray("http://broker.example:81")
                                    << false;
        QTest::newRow("IPv6") << QByteArray("[fd00::5]:81") << QByteArray("http://[fd00::5]:81") << true;
    }
    void takesOwnPagesOnDefaultPorts()
    {
        QFETCH(const QByteArray, host);
        QFETCH(const QByteArray, origin);
        QFETCH(const bool, passes);
        QCOMPARE(!configured.check(handshake(host, {"Origin: " + origin}), network), passes);
    }

    void takesNoRebindingPageForItsOwn()
    {
        const Request request = handshake("evil.example:5210", {"Origin: http://evil.example:5210"});
        QCOMPARE(codeOf(AccessPolicy().check(request, loopback)), QByteArray("http.host_refused"));
    }

    void needsNoOriginOnLoopback()
    {
        QVERIFY(!AccessPolicy().check(handshake("localhost"), loopback));
        const LocalEndpoint ipv6{QHostAddress(QHostAddress::LocalHostIPv6)};
        QVERIFY(!AccessPolicy().check(handshake("[::1]"), ipv6));
    }

    void needsAnOriginBeyondLoopbackUnlessToldOtherwise()
    {
        const Request socket = handshake("192.168.1.20");
        const Request push = makeRequest({"POST / HTTP/1.1", "Host: 192.168.1.20"});
        const Request page = makeRequest({"GET / HTTP/1.1", "Host: 192.168.1.20"});
        QCOMPARE(codeOf(AccessPolicy().check(socket, network)), QByteArray("http.origin_required"));
        QCOMPARE(codeOf(AccessPolicy().check(push, network)), QByteArray("http.origin_required"));
        QVERIFY(!AccessPolicy().check(page, network));
        const AccessPolicy lenient({}, {}, AccessPolicy::MissingOrigin::Everywhere);
        QVERIFY(!lenient.check(socket, network));
        QVERIFY(!lenient.check(push, network));
    }

    void takesNobodyForLocalWhomAProxyForwards()
    {
        LocalEndpoint behindProxy = loopback;
        behindProxy.forwardedFor = QHostAddress(QStringLiteral("203.0.113.7"));
        QCOMPARE(codeOf(AccessPolicy().check(handshake("localhost"), behindProxy)),
                 QByteArray("http.origin_required"));
        const Request page = handshake("localhost:5210", {"Origin: http://localhost:3000"});
        QVERIFY(!AccessPolicy().check(page, loopback));
        QCOMPARE(codeOf(AccessPolicy().check(page, behindProxy)), QByteArray("http.origin_refused"));
        behindProxy.forwardedFor = QHostAddress(QHostAddress::LocalHost);
        QVERIFY(!AccessPolicy().check(page, behindProxy));
    }

    void knowsItsOwnPageByTheSchemeThatAProxyTells()
    {
        const Request page = handshake("broker.example", {"Origin: https://broker.example"});
        LocalEndpoint behindProxy = loopback;
        behindProxy.scheme = "https";
        QVERIFY(!configured.check(page, behindProxy));
        behindProxy.scheme = "http";
        QCOMPARE(codeOf(AccessPolicy({"broker.example"}, {}).check(page, behindProxy)),
                 QByteArray("http.origin_refused"));
    }

    void asksPagesForJson_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("origin");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("passes");
        const QByteArray page = "http://localhost:3000";
        const QByteArray none;
        QTest::newRow("JSON") << QByteArray("POST") << page << QByteArray("application/json") << true;
        QTest::newRow("JSON with charset")
            << QByteArray("POST") << page << QByteArray("Application/JSON ; charset=utf-8") << true;
        QTest::newRow("text") << QByteArray("POST") << page << QByteArray("text/plain") << false;
        QTest::newRow("form") << QByteArray("POST") << page << QByteArray("application/x-www-form-urlencoded")
                              << false;
        QTest::newRow("multipart") << QByteArray("POST") << page << QByteArray("multipart/form-data")
                                   << false;
        QTest::newRow("text that names JSON")
            << QByteArray("POST") << page << QByteArray("text/plain;application/json") << false;
        QTest::newRow("longer than JSON")
            << QByteArray("POST") << page << QByteArray("application/jsonp") << false;
        QTest::newRow("no type") << QByteArray("POST") << page << none << false;
        QTest::newRow("PUT") << QByteArray("PUT") << page << none << false;
        QTest::newRow("PATCH") << QByteArray("PATCH") << page << none << false;
        QTest::newRow("DELETE") << QByteArray("DELETE") << page << none << false;
        QTest::newRow("GET") << QByteArray("GET") << page << none << true;
        QTest::newRow("no page, curl's default")
            << QByteArray("POST") << none << QByteArray("application/x-www-form-urlencoded") << true;
        QTest::newRow("no page, no type") << QByteArray("POST") << none << none << true;
    }
    void asksPagesForJson()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, origin);
        QFETCH(const QByteArray, type);
        QFETCH(const bool, passes);
        QList<QByteArray> lines{method + " /__broadcastWebSocket.wc HTTP/1.1", "Host: localhost:5210"};
        if (!origin.isEmpty()) {
            lines.append("Origin: " + origin);
        }
        if (!type.isEmpty()) {
            lines.append("Content-Type: " + type);
        }
        const auto refusal = AccessPolicy().check(makeRequest(lines), loopback);
        QCOMPARE(codeOf(refusal), passes ? QByteArray() : QByteArray("http.json_required"));
        QCOMPARE(refusal ? refusal->error.status : 415, 415);
    }

    void refusesTwoTypes()
    {
        const Request request = makeRequest({"POST / HTTP/1.1", "Host: localhost", "Origin: http://localhost",
                                             "Content-Type: application/json", "Content-Type: text/plain"});
        QCOMPARE(codeOf(AccessPolicy().check(request, loopback)), QByteArray("http.json_required"));
    }

    void takesAnOriginForThisSession()
    {
        const AccessPolicy before;
        const Request request = handshake("localhost", {"Origin: https://shop.example"});
        const AccessPolicy after = before.withOrigin("https://Shop.example:443");
        QVERIFY(before.check(request, loopback));
        QVERIFY(!after.check(request, loopback));
        QVERIFY(after.check(handshake("localhost", {"Origin: https://other.example"}), loopback));
        const AccessPolicy same = before.withOrigin("null");
        QVERIFY(same.check(handshake("localhost", {"Origin: null"}), loopback));
    }

    void leavesOutWhatCannotBeCompared()
    {
        const AccessPolicy policy({"bad host", "*"}, {"null", "*", "file://", "https://*.example"});
        for (const QByteArray& origin :
             {QByteArray("null"), QByteArray("file://"), QByteArray("https://a.example")}) {
            QVERIFY(policy.check(handshake("localhost", {"Origin: " + origin}), loopback));
        }
        QVERIFY(policy.check(handshake("evil.example"), loopback));
        QVERIFY(!AccessPolicy::comparableHost("*"));
    }
};

} // namespace

SIGNALBOX_TEST(AccessPolicyTest)
#include "access_policy_test.moc"
