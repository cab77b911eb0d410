// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/http_error.h"

#include "tests/support/test_registry.h"

#include <QtCore/QSet>
#include <QtTest/QTest>

namespace {

using namespace signalbox;
using namespace signalbox::http;

class HttpErrorTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasCodeReasonAndPhraseForEveryFault()
    {
        QSet<QByteArray> codes;
        for (const Fault fault : allFaults()) {
            const HttpError error = httpError(fault);
            QVERIFY2(error.status >= 400 && error.status < 600, error.code);
            QVERIFY2(error.code.startsWith("http.") || error.code.startsWith("handshake."), error.code);
            QVERIFY2(error.reason.endsWith(u'.') || error.reason.endsWith(u'?'), error.code);
            QVERIFY2(reasonPhrase(error.status) != QByteArrayView("Unknown"), error.code);
            QVERIFY2(!codes.contains(error.code), error.code);
            codes.insert(error.code);
        }
        QVERIFY(codes.size() > 40);
    }

    void givesTheDocumentedStatus_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<int>("status");
        QTest::newRow("host") << int(Fault::HostRefused) << 421;
        QTest::newRow("origin") << int(Fault::OriginRefused) << 403;
        QTest::newRow("path") << int(Fault::NotFound) << 404;
        QTest::newRow("method") << int(Fault::MethodNotAllowed) << 405;
        QTest::newRow("version") << int(Fault::HandshakeVersion) << 426;
        QTest::newRow("missing key") << int(Fault::HandshakeMissingKey) << 400;
        QTest::newRow("bad key") << int(Fault::HandshakeBadKey) << 400;
        QTest::newRow("header") << int(Fault::HeaderTooLarge) << 431;
        QTest::newRow("target") << int(Fault::TargetTooLong) << 414;
        QTest::newRow("body") << int(Fault::BodyTooLarge) << 413;
        QTest::newRow("type") << int(Fault::JsonRequired) << 415;
        QTest::newRow("full") << int(Fault::TooManyClients) << 503;
        QTest::newRow("time") << int(Fault::RequestTimeout) << 408;
        QTest::newRow("HTTP version") << int(Fault::UnsupportedHttpVersion) << 505;
    }
    void givesTheDocumentedStatus()
    {
        QFETCH(const int, fault);
        QTEST(httpError(static_cast<Fault>(fault)).status, "status");
    }

    void carriesTheHeadersThatTheStatusAsksFor()
    {
        QCOMPARE(httpError(Fault::HandshakeVersion).headers.value("Sec-WebSocket-Version"), QByteArray("13"));
        QCOMPARE(httpError(Fault::HandshakeVersion).headers.value("Upgrade"), QByteArray("websocket"));
        QCOMPARE(httpError(Fault::UpgradeRequired).headers.value("Upgrade"), QByteArray("websocket"));
        QCOMPARE(httpError(Fault::HandshakeMethod).headers.value("Allow"), QByteArray("GET"));
        QCOMPARE(methodNotAllowed("GET, HEAD").headers.value("Allow"), QByteArray("GET, HEAD"));
        QVERIFY(httpError(Fault::TooManyClients).headers.contains("Retry-After"));
        QVERIFY(httpError(Fault::ShuttingDown).headers.contains("Retry-After"));
    }

    void closesAfterFaultsOfFraming()
    {
        for (const Fault fault :
             {Fault::ConflictingLengths, Fault::BadChunk, Fault::BodyTooLarge, Fault::BadHeader,
              Fault::DuplicateContentLength, Fault::UnsupportedTransferEncoding}) {
            QVERIFY2(httpError(fault).closes, httpError(fault).code);
        }
        QVERIFY(!httpError(Fault::NotFound).closes);
    }

    void passesTheCodeOfBadContentOn()
    {
        const HttpError error = badContent({"envelope.not_json", QStringLiteral("Not an envelope.")});
        QCOMPARE(error.status, 400);
        QCOMPARE(error.code, QByteArray("envelope.not_json"));
        QCOMPARE(error.reason, QStringLiteral("Not an envelope."));
        QVERIFY(!error.closes);
    }
};

} // namespace

SIGNALBOX_TEST(HttpErrorTest)
#include "http_error_test.moc"
