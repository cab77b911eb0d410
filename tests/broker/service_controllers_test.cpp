// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/service_controllers.h"

#include "tests/broker/xsockets_bench.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;
using namespace signalbox::tests;

class ServiceControllersTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_tasks.clear();
        m_bench = std::make_unique<XSocketsBench>();
        m_bench->bench.mailboxes.services.setReader([this](std::vector<ServicesTask>&& tasks) {
            std::move(tasks.begin(), tasks.end(), std::back_inserter(m_tasks));
        });
    }
    void cleanup() { m_bench.reset(); }

    void tellsTheScriptInOrder()
    {
        setRoutes(false);
        say(R"({"C":"room","T":"foo","D":"1"})");
        say(R"({"C":"room","T":"set_Age","D":"30"})");
        say(R"({"C":"chat","T":"foo","D":"1"})"); // of no script
        say(R"({"C":"room","T":"3"})");
        QCOMPARE(m_tasks.size(), 4U);
        const auto& opened = std::get<services_task::ControllerOpened>(m_tasks[0]);
        QCOMPARE(opened.service, QByteArray("room.js"));
        QVERIFY(opened.client.hasController);
        QCOMPARE(std::get<services_task::ControllerCalled>(m_tasks[1]).message.topic, QByteArray("foo"));
        QCOMPARE(std::get<services_task::PropertySet>(m_tasks[2]).property.name, QByteArray("age"));
        QCOMPARE(std::get<services_task::ControllerClosed>(m_tasks[3]).service, QByteArray("room.js"));
        QCOMPARE(m_bench->bench.toWorker<worker_task::Deliver>().size(),
                 1U); // what no script has is published
    }

    void holdsBackWhatIsSaidUntilTheClientIsLetIn()
    {
        setRoutes(true);
        say(R"({"C":"room","T":"foo","D":"1"})");
        say(R"({"C":"room","T":"bar","D":"2"})");
        QCOMPARE(m_tasks.size(), 1U);
        QVERIFY(std::holds_alternative<services_task::AuthorizationAsked>(m_tasks[0]));
        QVERIFY(XSocketsBench::take(*m_client).empty()); // it has not even been opened
        answer({});
        QCOMPARE(m_tasks.size(), 4U);
        QCOMPARE(std::get<services_task::ControllerCalled>(m_tasks[2]).message.topic, QByteArray("foo"));
        QCOMPARE(std::get<services_task::ControllerCalled>(m_tasks[3]).message.topic, QByteArray("bar"));
        QCOMPARE(XSocketsBench::take(*m_client).front().topic, QByteArray("2"));
        say(R"({"C":"room","T":"foo","D":"3"})");
        QCOMPARE(m_tasks.size(), 5U);
    }

    void closesAClientThatIsNotLetIn()
    {
        setRoutes(true);
        say(R"({"C":"room","T":"foo","D":"1"})");
        answer(Error{"service.not_authorized", QStringLiteral("no")});
        QVERIFY(m_client->written.contains("service.not_authorized"));
        QVERIFY(m_client->written.contains(R"("T":"0")"));
        QVERIFY(!m_bench->clients.find(ClientId(1))->connection().isOpen());
        QCOMPARE(m_tasks.size(), 1U);
    }

    void boundsWhatWaits()
    {
        setRoutes(true);
        for (int i = 0; i < 65; ++i) {
            say(R"({"C":"room","T":"foo","D":"1"})");
        }
        m_bench->clients.find(ClientId(1))->connection().flush();
        const auto told = XSocketsBench::take(*m_client);
        QCOMPARE(told.size(), 1U);
        QVERIFY(told.front().data.contains("service.busy"));
        answer({});
        QCOMPARE(m_tasks.size(), 66U); // asked, opened, 64 calls
    }

private:
    void setRoutes(bool authorizes)
    {
        http::ServiceRoute route{"room.js", {}, {}, {}};
        route.controller = "room";
        route.authorizes = authorizes;
        m_bench->controllers.setRoutes({route});
        m_client = &m_bench->open(false);
    }
    void say(const QByteArray& text)
    {
        m_client->receive(websocket::Opcode::Text, text);
        m_bench->bench.mailboxes.services.drain();
    }
    void answer(std::optional<Error> refusal)
    {
        m_bench->dialect.admitted(*m_bench->clients.find(ClientId(1)),
                                  {ClientId(1), "room", std::move(refusal)});
        m_bench->bench.mailboxes.services.drain();
    }

    std::unique_ptr<XSocketsBench> m_bench;
    std::vector<ServicesTask> m_tasks;
    FakeStream* m_client = nullptr;
};

SIGNALBOX_TEST(ServiceControllersTest)
#include "service_controllers_test.moc"
