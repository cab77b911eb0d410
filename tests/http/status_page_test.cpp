// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/status_page.h"

#include "tests/http/make_request.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

namespace {

using namespace signalbox::http;
using namespace signalbox::tests;

const BrokerStatus status{"0.1.0", 3, 2, {"ws://127.0.0.1:5210", "ws://[::1]:5210"}};

class StatusPageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void choosesByAccept_data()
    {
        QTest::addColumn<QByteArray>("accept");
        QTest::addColumn<bool>("json");
        QTest::newRow("none") << QByteArray() << false;
        QTest::newRow("anything") << QByteArray("*/*") << false;
        QTest::newRow("JSON") << QByteArray("application/json") << true;
        QTest::newRow("JSON in capitals") << QByteArray("Application/JSON;charset=utf-8") << true;
        QTest::newRow("JSON, else anything") << QByteArray("application/json, */*;q=0.5") << true;
        QTest::newRow("browser") << QByteArray(
                                        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                                 << false;
        QTest::newRow("HTML rather than JSON") << QByteArray("text/html, application/json;q=0.9") << false;
        QTest::newRow("JSON rather than HTML")
            << QByteArray("text/html;q=0.5, application/json; q=0.9") << true;
        QTest::newRow("no JSON") << QByteArray("application/json;q=0") << false;
        QTest::newRow("longer type") << QByteArray("application/jsonx") << false;
    }
    void choosesByAccept()
    {
        QFETCH(const QByteArray, accept);
        const Request request = accept.isEmpty() ? makeGet("/") : makeGet("/", {"Accept: " + accept});
        QTEST(prefersJson(request), "json");
    }

    void answersWithJson()
    {
        const Response response = statusPage(makeGet("/", {"Accept: application/json"}), status, "<p></p>");
        const QByteArray expected =
            "{\"name\":\"Signalbox\",\"version\":\"0.1.0\",\"clients\":3,\"groups\":2,"
            "\"listeners\":[\"ws://127.0.0.1:5210\",\"ws://[::1]:5210\"]}";
        QCOMPARE(response.body, expected);
        QCOMPARE(response.headers.value("Content-Type"), QByteArray("application/json"));
        QCOMPARE(response.headers.value("Vary"), QByteArray("Accept"));
    }

    void fillsTheTemplate()
    {
        const Response response = statusPage(
            makeGet("/"), status, "<p>{{version}}|{{clients}}|{{groups}}|{{listeners}}|{{other}}|{{open");
        QCOMPARE(response.body, QByteArray("<p>0.1.0|3|2|ws://127.0.0.1:5210, ws://[::1]:5210||{{open"));
        QCOMPARE(response.headers.value("Content-Type"), QByteArray("text/html; charset=utf-8"));
        QVERIFY(response.headers.contains("Content-Security-Policy"));
    }

    void escapesValuesAndFillsThemOnce()
    {
        const BrokerStatus hostile{"<script>\"&{{clients}}", 1, 1, {}};
        QCOMPARE(statusPage(makeGet("/"), hostile, "{{version}}").body,
                 QByteArray("&lt;script&gt;&quot;&amp;{{clients}}"));
    }

    void answersWithJsonWhereThereIsNoTemplate()
    {
        QVERIFY(statusPage(makeGet("/"), status, {}).body.startsWith('{'));
    }

    void tellsItsHealth()
    {
        QCOMPARE(healthAnswer().status, 200);
        QCOMPARE(healthAnswer().body, QByteArray("{\"status\":\"ok\"}"));
    }

    void tellsWhetherItIsReady_data()
    {
        QTest::addColumn<int>("readiness");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("ready") << int(Readiness::Ready) << 200 << QByteArray("ready");
        QTest::newRow("starting") << int(Readiness::Starting) << 503 << QByteArray("starting");
        QTest::newRow("draining") << int(Readiness::Draining) << 503 << QByteArray("draining");
    }
    void tellsWhetherItIsReady()
    {
        QFETCH(const int, readiness);
        QFETCH(const QByteArray, word);
        const Response response = readinessAnswer(static_cast<Readiness>(readiness));
        QTEST(response.status, "code");
        QCOMPARE(response.body, "{\"status\":\"" + word + "\"}");
        QCOMPARE(response.headers.contains("Retry-After"), response.status == 503);
    }
};

} // namespace

SIGNALBOX_TEST(StatusPageTest)
#include "status_page_test.moc"
