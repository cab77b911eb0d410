// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/static_files.h"

#include "tests/http/make_request.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

namespace {

using namespace signalbox::http;
using namespace signalbox::tests;

class StaticFilesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void servesAListedFile_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("mediaType");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("script") << QByteArray("/signalbox.js") << QByteArray("text/javascript; charset=utf-8")
                                << QByteArray("export const answer = 42;\n");
        QTest::newRow("page") << QByteArray("/demo/") << QByteArray("text/html; charset=utf-8")
                              << QByteArray("<p>demo</p>\n");
        QTest::newRow("page by name")
            << QByteArray("/demo/index.html") << QByteArray("text/html; charset=utf-8")
            << QByteArray("<p>demo</p>\n");
        QTest::newRow("style") << QByteArray("/demo/chat.css") << QByteArray("text/css; charset=utf-8")
                               << QByteArray("body { margin: 0; }\n");
    }
    void servesAListedFile()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, content);
        const Response response = m_files.answer(makeGet(path), path);
        QCOMPARE(response.status, 200);
        QTEST(response.headers.value("Content-Type"), "mediaType");
        QVERIFY(response.body.endsWith(content));
        QVERIFY(response.headers.value("ETag").startsWith('"'));
        QCOMPARE(response.headers.value("Cache-Control"), QByteArray("no-cache"));
    }

    void servesNothingElse_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("unknown") << QByteArray("/secret");
        QTest::newRow("traversal") << QByteArray("/demo/../signalbox.js");
        QTest::newRow("traversal to the disk") << QByteArray("/../../../../etc/passwd");
        QTest::newRow("another resource") << QByteArray("/../qt-project.org");
        QTest::newRow("other case") << QByteArray("/Signalbox.js");
        QTest::newRow("folder") << QByteArray("/demo");
        QTest::newRow("template") << QByteArray("/status.html");
        QTest::newRow("listed, but not built in") << QByteArray("/demo/chat.js");
    }
    void servesNothingElse()
    {
        QFETCH(const QByteArray, path);
        QCOMPARE(m_files.answer(makeGet("/"), path).status, 404);
    }

    void answersWithNotModified_data()
    {
        QTest::addColumn<QByteArray>("condition"); // TAG stands for the file's
        QTest::addColumn<int>("status");
        QTest::newRow("same") << QByteArray("TAG") << 304;
        QTest::newRow("weak") << QByteArray("W/TAG") << 304;
        QTest::newRow("list") << QByteArray("\"a\", TAG") << 304;
        QTest::newRow("any") << QByteArray("*") << 304;
        QTest::newRow("other") << QByteArray("\"a\"") << 200;
        QTest::newRow("empty") << QByteArray("\"\"") << 200;
    }
    void answersWithNotModified()
    {
        QFETCH(QByteArray, condition);
        const QByteArray path = "/signalbox.js";
        const QByteArray tag = m_files.answer(makeGet(path), path).headers.value("ETag");
        condition.replace("TAG", tag);
        const Response response = m_files.answer(makeGet(path, {"If-None-Match: " + condition}), path);
        QTEST(response.status, "status");
        QCOMPARE(response.body.isEmpty(), response.status == 304);
        QCOMPARE(response.headers.value("ETag"), tag);
    }

    void tagsDifferentFilesDifferently()
    {
        const auto tagOf = [this](const QByteArray& path) {
            return m_files.answer(makeGet(path), path).headers.value("ETag");
        };
        QVERIFY(tagOf("/signalbox.js") != tagOf("/demo/chat.css"));
        QCOMPARE(tagOf("/demo/"), tagOf("/demo/index.html"));
    }

    void takesGetAndHeadOnly()
    {
        const Request post = makeRequest({"POST /signalbox.js HTTP/1.1", "Host: a"});
        const Response response = m_files.answer(post, "/signalbox.js");
        QCOMPARE(response.status, 405);
        QCOMPARE(response.headers.value("Allow"), QByteArray("GET, HEAD"));
        const Request head = makeRequest({"HEAD /signalbox.js HTTP/1.1", "Host: a"});
        QCOMPARE(m_files.answer(head, "/signalbox.js").status, 200);
    }

    void sharesTheClientWithOtherPages()
    {
        QCOMPARE(m_files.answer(makeGet("/signalbox.js"), "/signalbox.js")
                     .headers.value("Access-Control-Allow-Origin"),
                 QByteArray("*"));
        QVERIFY(!m_files.answer(makeGet("/demo/"), "/demo/").headers.contains("Access-Control-Allow-Origin"));
    }

    void guardsPages()
    {
        const QByteArray policy =
            m_files.answer(makeGet("/demo/"), "/demo/").headers.value("Content-Security-Policy");
        QVERIFY(policy.contains("default-src 'self'"));
        QVERIFY(policy.contains("frame-ancestors 'none'"));
    }

    void givesTheStatusTemplate() { QVERIFY(m_files.statusTemplate().contains("{{version}}")); }

    void namesWhatIsMissing()
    {
        QVERIFY(m_files.missing().contains("/demo/chat.js"));
        QVERIFY(!m_files.missing().contains("/signalbox.js"));
    }

    void hasEveryFileInTheProgram()
    {
        const StaticFiles files(QStringLiteral(":/signalbox/web"));
        QCOMPARE(files.missing(), QList<QByteArray>());
        for (const QByteArray& name :
             {QByteArray("version"), QByteArray("clients"), QByteArray("groups"), QByteArray("listeners")}) {
            QVERIFY2(files.statusTemplate().contains("{{" + name + "}}"), name);
        }
    }

    void redirectsToTheFolder()
    {
        const Response response = demoRedirect();
        QCOMPARE(response.status, 308);
        QCOMPARE(response.headers.value("Location"), QByteArray("demo/"));
    }

private:
    StaticFiles m_files{QStringLiteral(":/http-test")};
};

} // namespace

SIGNALBOX_TEST(StaticFilesTest)
#include "static_files_test.moc"
