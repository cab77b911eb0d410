// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/cors.h"

#include "tests/http/make_request.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

namespace {

using namespace signalbox::http;
using namespace signalbox::tests;

const AccessPolicy policy({}, {"https://shop.example"});

Request preflight(const QByteArray& origin)
{
    return makeRequest({"OPTIONS /__broadcastWebSocket.wc HTTP/1.1", "Host: localhost", "Origin: " + origin,
                        "Access-Control-Request-Method: POST",
                        "Access-Control-Request-Headers: content-type"});
}

class CorsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsAPreflight()
    {
        QVERIFY(isPreflight(preflight("https://shop.example")));
        QVERIFY(!isPreflight(makeRequest({"OPTIONS * HTTP/1.1", "Host: localhost"})));
        QVERIFY(!isPreflight(makeGet("/", {"Origin: https://a", "Access-Control-Request-Method: POST"})));
    }

    void permitsAConfiguredOrigin()
    {
        const Response response = preflightResponse(preflight("https://shop.example"), policy, "POST");
        QCOMPARE(response.status, 204);
        QCOMPARE(response.headers.value("Access-Control-Allow-Origin"), QByteArray("https://shop.example"));
        QCOMPARE(response.headers.value("Access-Control-Allow-Methods"), QByteArray("POST"));
        QCOMPARE(response.headers.value("Access-Control-Allow-Headers"),
                 QByteArray("Content-Type, Authorization"));
        QCOMPARE(response.headers.value("Vary"), QByteArray("Origin"));
        QVERIFY(!response.headers.contains("Access-Control-Allow-Credentials"));
    }

    void permitsNobodyElse()
    {
        for (const QByteArray& origin :
             {QByteArray("http://localhost:3000"), QByteArray("http://localhost"),
              QByteArray("https://shop.example.evil.example"), QByteArray("null")}) {
            const Response response = preflightResponse(preflight(origin), policy, "POST");
            QCOMPARE(response.status, 405);
            QCOMPARE(response.headers.value("Allow"), QByteArray("POST"));
            QVERIFY(!response.headers.contains("Access-Control-Allow-Origin"));
        }
    }

    void letsConfiguredPagesReadAnswers()
    {
        const HeaderList headers = corsHeaders(makeGet("/", {"Origin: https://shop.example"}), policy);
        QCOMPARE(headers.value("Access-Control-Allow-Origin"), QByteArray("https://shop.example"));
        QCOMPARE(headers.value("Vary"), QByteArray("Origin"));
        QVERIFY(corsHeaders(makeGet("/", {"Origin: http://localhost"}), policy).isEmpty());
        QVERIFY(corsHeaders(makeGet("/"), policy).isEmpty());
    }
};

} // namespace

SIGNALBOX_TEST(CorsTest)
#include "cors_test.moc"
