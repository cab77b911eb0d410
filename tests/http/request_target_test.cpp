// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/request_target.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

namespace {

using namespace signalbox::http;

class RequestTargetTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("rawPath");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("authority");
        const QByteArray none;
        QTest::newRow("root") << QByteArray("/") << QByteArray("/") << QByteArray("/") << none;
        QTest::newRow("path") << QByteArray("/ws") << QByteArray("/ws") << QByteArray("/ws") << none;
        QTest::newRow("encoded") << QByteArray("/%77s") << QByteArray("/%77s") << QByteArray("/ws") << none;
        QTest::newRow("plus in a path")
            << QByteArray("/a+b") << QByteArray("/a+b") << QByteArray("/a+b") << none;
        QTest::newRow("query") << QByteArray("/ws?a=b") << QByteArray("/ws") << QByteArray("/ws") << none;
        QTest::newRow("question mark in the query")
            << QByteArray("/ws?a=?") << QByteArray("/ws") << QByteArray("/ws") << none;
        QTest::newRow("two slashes are no authority")
            << QByteArray("//evil.example/ws") << QByteArray("//evil.example/ws")
            << QByteArray("//evil.example/ws") << none;
        QTest::newRow("absolute form") << QByteArray("http://localhost:5210/ws") << QByteArray("/ws")
                                       << QByteArray("/ws") << QByteArray("localhost:5210");
        QTest::newRow("absolute form without path") << QByteArray("http://localhost") << QByteArray("/")
                                                    << QByteArray("/") << QByteArray("localhost");
        QTest::newRow("absolute form, query only") << QByteArray("WS://localhost?a=b") << QByteArray("/")
                                                   << QByteArray("/") << QByteArray("localhost");
        QTest::newRow("absolute form, wss")
            << QByteArray("wss://[::1]/x") << QByteArray("/x") << QByteArray("/x") << QByteArray("[::1]");
    }
    void reads()
    {
        QFETCH(const QByteArray, target);
        const auto parsed = parseTarget(target, "GET");
        QVERIFY(std::holds_alternative<RequestTarget>(parsed));
        QTEST(std::get<RequestTarget>(parsed).rawPath, "rawPath");
        QTEST(std::get<RequestTarget>(parsed).path, "path");
        QTEST(std::get<RequestTarget>(parsed).authority, "authority");
    }

    void readsTheQuery_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("parameters"); // name=value;name=value
        QTest::newRow("empty") << QByteArray() << QByteArray();
        QTest::newRow("one") << QByteArray("a=b") << QByteArray("a=b;");
        QTest::newRow("repeated") << QByteArray("g=a&g=b") << QByteArray("g=a;g=b;");
        QTest::newRow("no value") << QByteArray("a&b=") << QByteArray("a=;b=;");
        QTest::newRow("no name") << QByteArray("=b") << QByteArray("=b;");
        QTest::newRow("empty pairs") << QByteArray("&&a=b&") << QByteArray("a=b;");
        QTest::newRow("equals in the value") << QByteArray("a=b=c") << QByteArray("a=b=c;");
        QTest::newRow("encoded separators") << QByteArray("a%3D=%26") << QByteArray("a==&;");
        QTest::newRow("plus is a space") << QByteArray("user=Rick+S%2B") << QByteArray("user=Rick S+;");
        QTest::newRow("UTF-8") << QByteArray("u=%C3%BC") << QByteArray("u=\xC3\xBC;");
    }
    void readsTheQuery()
    {
        QFETCH(const QByteArray, query);
        const auto parsed = parseTarget(QByteArray("/ws?" + query), "GET");
        QVERIFY(std::holds_alternative<RequestTarget>(parsed));
        QByteArray text;
        for (const QueryParameter& parameter : std::get<RequestTarget>(parsed).query) {
            text += parameter.name + '=' + parameter.value + ';';
        }
        QTEST(text, "parameters");
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("fault");
        const int bad = int(Fault::BadTarget);
        const int encoding = int(Fault::BadPercentEncoding);
        QTest::newRow("relative") << QByteArray("ws") << bad;
        QTest::newRow("authority form") << QByteArray("localhost:5210") << bad;
        QTest::newRow("asterisk with GET") << QByteArray("*") << bad;
        QTest::newRow("fragment") << QByteArray("/ws#a") << bad;
        QTest::newRow("other scheme") << QByteArray("ftp://localhost/") << bad;
        QTest::newRow("no authority") << QByteArray("http:///ws") << bad;
        QTest::newRow("user information") << QByteArray("http://me@localhost/ws") << bad;
        QTest::newRow("bad port") << QByteArray("http://localhost:x/ws") << bad;
        QTest::newRow("bad encoding in the path") << QByteArray("/%zz") << encoding;
        QTest::newRow("NUL in the path") << QByteArray("/a%00") << encoding;
        QTest::newRow("bad encoding in a name") << QByteArray("/ws?%=a") << encoding;
        QTest::newRow("bad encoding in a value") << QByteArray("/ws?a=%1") << encoding;
        QTest::newRow("NUL in a value") << QByteArray("/ws?a=%00") << encoding;
    }
    void refuses()
    {
        QFETCH(const QByteArray, target);
        const auto parsed = parseTarget(target, "GET");
        QVERIFY(std::holds_alternative<Fault>(parsed));
        QTEST(int(std::get<Fault>(parsed)), "fault");
    }

    void takesAnAsteriskWithOptions()
    {
        const auto parsed = parseTarget("*", "OPTIONS");
        QVERIFY(std::holds_alternative<RequestTarget>(parsed));
        QCOMPARE(std::get<RequestTarget>(parsed).path, QByteArray("*"));
    }
};

} // namespace

SIGNALBOX_TEST(RequestTargetTest)
#include "request_target_test.moc"
