// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/response.h"

#include "tests/http/make_request.h"
#include "tests/support/test_registry.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

namespace {

using namespace signalbox::http;
using namespace signalbox::tests;

/// The lines of the header, without the status line.
QList<QByteArray> fieldsOf(const QByteArray& bytes)
{
    QByteArray header = bytes.first(bytes.indexOf("\r\n\r\n"));
    QList<QByteArray> fields;
    for (const QByteArray& line : header.replace("\r\n", "\n").split('\n')) {
        fields.append(line);
    }
    return fields.mid(1);
}

class ResponseTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isWrittenWhole()
    {
        const Request request = makeGet("/");
        QCOMPARE(
            serialise({200, {{"Content-Type", "text/plain"}}, "hi"}, &request),
            QByteArray(
                "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: keep-alive\r\n"
                "X-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\nContent-Length: 2\r\n\r\nhi"));
    }

    void closesWhenEitherSideWants_data()
    {
        QTest::addColumn<QByteArray>("version");
        QTest::addColumn<QByteArray>("connection");
        QTest::addColumn<bool>("close");
        QTest::addColumn<QByteArray>("written");
        const QByteArray closes = "Connection: close";
        const QByteArray stays = "Connection: keep-alive";
        QTest::newRow("1.1") << QByteArray("1.1") << QByteArray("x") << false << stays;
        QTest::newRow("1.1, we close") << QByteArray("1.1") << QByteArray("x") << true << closes;
        QTest::newRow("1.1, peer closes") << QByteArray("1.1") << QByteArray("close") << false << closes;
        QTest::newRow("1.0") << QByteArray("1.0") << QByteArray("x") << false << closes;
        QTest::newRow("1.0, keep-alive") << QByteArray("1.0") << QByteArray("keep-alive") << false << stays;
        QTest::newRow("1.0, we close") << QByteArray("1.0") << QByteArray("keep-alive") << true << closes;
    }
    void closesWhenEitherSideWants()
    {
        QFETCH(const QByteArray, version);
        QFETCH(const QByteArray, connection);
        QFETCH(const bool, close);
        QFETCH(const QByteArray, written);
        const Request request =
            makeRequest({"GET / HTTP/" + version, "Host: a", "Connection: " + connection});
        Response response;
        response.close = close;
        const QByteArray bytes = serialise(response, &request);
        QVERIFY(fieldsOf(bytes).contains(written));
        QCOMPARE(closesAfter(response, &request), written.endsWith("close"));
    }

    void closesWithoutARequest()
    {
        QVERIFY(fieldsOf(serialise({}, nullptr)).contains("Connection: close"));
        QVERIFY(closesAfter({}, nullptr));
    }

    void leavesTheBodyOutForHead()
    {
        const Request head = makeRequest({"HEAD / HTTP/1.1", "Host: a"});
        const QByteArray bytes = serialise({200, {}, "hello"}, &head);
        QVERIFY(bytes.endsWith("\r\n\r\n"));
        QVERIFY(fieldsOf(bytes).contains("Content-Length: 5"));
    }

    void hasNoLengthWhereThereIsNoContent()
    {
        const Request request = makeGet("/");
        for (const int status : {204, 304}) {
            const QByteArray bytes = serialise({status, {}, "hello"}, &request);
            QVERIFY(!bytes.contains("Content-Length"));
            QVERIFY(bytes.endsWith("\r\n\r\n"));
        }
    }

    void hasALengthForAnEmptyBody()
    {
        QVERIFY(fieldsOf(serialise({}, nullptr)).contains("Content-Length: 0"));
    }

    void letsNothingBeginAHeaderOfItsOwn()
    {
        Response response;
        response.headers.add("Location", QByteArray("/a\r\nSet-Cookie: x=y\r\n\r\n<script>\0\x7F", 33));
        const QByteArray bytes = serialise(response, nullptr);
        QVERIFY(fieldsOf(bytes).contains("Location: /aSet-Cookie: x=y<script>"));
        QCOMPARE(bytes.count("\r\n\r\n"), qsizetype(1));
        QVERIFY(!bytes.contains('\0'));
    }

    void keepsItsOwnCacheControl()
    {
        const QByteArray bytes = serialise({200, {{"Cache-Control", "no-cache"}}, {}}, nullptr);
        QCOMPARE(bytes.count("Cache-Control"), qsizetype(1));
    }

    void namesTheUpgradeInConnection()
    {
        const Request request = makeGet("/ws");
        const QByteArray bytes = serialise(errorResponse(httpError(Fault::HandshakeVersion)), &request);
        QVERIFY(bytes.startsWith("HTTP/1.1 426 Upgrade Required\r\n"));
        QVERIFY(fieldsOf(bytes).contains("Connection: keep-alive, Upgrade"));
        QVERIFY(fieldsOf(bytes).contains("Sec-WebSocket-Version: 13"));
    }

    void writesErrorsInOneShape()
    {
        for (const Fault fault : allFaults()) {
            const HttpError error = httpError(fault);
            const Response response = errorResponse(error);
            QCOMPARE(response.status, error.status);
            QCOMPARE(response.close, error.closes);
            QCOMPARE(response.headers.value("Content-Type"), QByteArray("application/json"));
            const QJsonObject body =
                QJsonDocument::fromJson(response.body).object()[QStringLiteral("error")].toObject();
            QCOMPARE(body[QStringLiteral("code")].toString().toUtf8(), error.code);
            QCOMPARE(body[QStringLiteral("reason")].toString(), error.reason);
            QCOMPARE(body.size(), qsizetype(2));
        }
        const QByteArray expected = "{\"error\":{\"code\":\"a.b\",\"reason\":\"Say \\\"c\\\".\"}}";
        QCOMPARE(errorResponse(badContent({"a.b", QStringLiteral("Say \"c\".")})).body, expected);
    }

    void writesContinue() { QCOMPARE(continueResponse(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n")); }
};

} // namespace

SIGNALBOX_TEST(ResponseTest)
#include "response_test.moc"
