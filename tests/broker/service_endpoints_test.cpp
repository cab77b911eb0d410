// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/service_endpoints.h"

#include "tests/broker/worker_bench.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

#include <memory>

using namespace signalbox;
using namespace signalbox::broker;
using namespace signalbox::tests;

class ServiceEndpointsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<WorkerBench>();
        m_tasks.clear();
        m_replies.clear();
        m_bench->mailboxes.services.setReader([this](std::vector<ServicesTask>&& tasks) {
            std::move(tasks.begin(), tasks.end(), std::back_inserter(m_tasks));
        });
        m_endpoints = std::make_unique<ServiceEndpoints>(m_bench->context);
    }

    void asksTheServiceAndAnswersWithWhatItSays()
    {
        serve("HEAD");
        const auto asked = std::get<services_task::RequestCame>(m_tasks.at(0));
        QCOMPARE(asked.service, QByteArray("a.js"));
        QCOMPARE(asked.request.parameters, (QList<services::NamedText>{{"id", "7"}}));
        QVERIFY(m_replies.empty());
        services::ScriptResponse script{201, {{"X-Mine", "1"}, {"content-length", "9"}}, "made"};
        m_endpoints->answered({asked.ticket, script});
        const auto& response = std::get<http::Response>(m_replies.at(0));
        QCOMPARE(response.status, 201);
        QCOMPARE(response.body, QByteArray("made"));
        QCOMPARE(response.headers.value("X-Mine"), QByteArray("1"));
        QVERIFY(!response.headers.contains("Content-Length")); // the broker's to say
    }

    void refusesAMethodThatNoResourceHas()
    {
        serve("POST");
        QVERIFY(m_tasks.empty());
        const auto& error = std::get<http::HttpError>(m_replies.at(0));
        QCOMPARE(error.status, 405);
    }

    void refusesAnImageOfAnotherSite()
    {
        http::Request request;
        request.method = "GET";
        request.headers.add("Sec-Fetch-Site", "cross-site");
        serve(request);
        QVERIFY(m_tasks.empty());
        QCOMPARE(std::get<http::HttpError>(m_replies.at(0)).status, 403);
    }

    void saysWhyThereIsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<int>("status");
        QTest::newRow("threw") << QByteArray("service.failed") << 500;
        QTest::newRow("stopped") << QByteArray("service.stopped") << 504;
        QTest::newRow("disabled") << QByteArray("service.disabled") << 503;
        QTest::newRow("busy") << QByteArray("service.busy") << 503;
    }
    void saysWhyThereIsNoAnswer()
    {
        QFETCH(const QByteArray, code);
        QFETCH(const int, status);
        serve("GET");
        const worker_task::ServiceAnswer answer{std::get<services_task::RequestCame>(m_tasks.at(0)).ticket,
                                                Error{code, QStringLiteral("no")}};
        m_endpoints->answered(answer);
        m_endpoints->answered(answer); // nobody waits any more
        QCOMPARE(m_replies.size(), size_t(1));
        QCOMPARE(std::get<http::HttpError>(m_replies.front()).status, status);
        QCOMPARE(std::get<http::HttpError>(m_replies.front()).code, code);
    }

private:
    void serve(const QByteArray& method)
    {
        http::Request request;
        request.method = method;
        serve(request);
    }
    void serve(const http::Request& request)
    {
        const http::ServiceTarget target{"a.js", false, {{"GET", "/x/{id}", {{"id", "7"}}}}};
        m_endpoints->serve(target, request,
                           [this](const HttpEndpoints::Reply& reply) { m_replies.push_back(reply); });
        m_bench->mailboxes.services.drain();
    }

    std::unique_ptr<WorkerBench> m_bench;
    std::unique_ptr<ServiceEndpoints> m_endpoints;
    std::vector<ServicesTask> m_tasks;
    std::vector<HttpEndpoints::Reply> m_replies;
};

SIGNALBOX_TEST(ServiceEndpointsTest)
#include "service_endpoints_test.moc"
