// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/request_judge.h"

#include "tests/http/make_request.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;
using tests::makeGet;
using tests::makeRequest;

class RequestJudgeTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judgesHostThenPathThenMethod()
    {
        const Settings settings;
        const RequestJudge judge(settings);
        QVERIFY(!judge.judge(makeGet("/healthz"), local));
        QCOMPARE(judge.judge(makeGet("/nowhere"), local)->status, 404);
        QCOMPARE(judge.judge(makeRequest({"DELETE /v1/messages HTTP/1.1", "Host: localhost"}), local)
                     ->headers.value("Allow"),
                 QByteArray("POST"));
        QCOMPARE(judge.judge(makeRequest({"GET /nowhere HTTP/1.1", "Host: evil.example"}), local)->status,
                 421);
    }

    void allowsAnOriginFromThenOn()
    {
        const Settings settings;
        RequestJudge judge(settings);
        const http::Request page = makeGet("/healthz", {"Origin: https://shop.example"});
        QCOMPARE(judge.checkAccess(page, local)->status, 403);
        judge.allow({{}, {"https://shop.example"}});
        QVERIFY(!judge.checkAccess(page, local));
    }

    void findsConfiguredEndpoints()
    {
        Settings settings;
        settings.endpoints.push_back({"/plain", EndpointDialect::Raw, {}, "/app"});
        QCOMPARE(RequestJudge(settings).match(makeGet("/app/plain")).endpoint.dialect, QByteArray("raw"));
    }

private:
    const http::LocalEndpoint local{QHostAddress(QHostAddress::LocalHost)};
};

SIGNALBOX_TEST(RequestJudgeTest)
#include "request_judge_test.moc"
