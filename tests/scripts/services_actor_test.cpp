// SPDX-License-Identifier: GPL-3.0-or-later
// The services thread's work with a real process, between the mailboxes of a worker and of the hub.
#include "server/broker/services_actor.h"

#include "tests/broker/worker_bench.h"
#include "tests/support/test_registry.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;
using namespace signalbox::tests;
using namespace Qt::StringLiterals;

class ServicesActorTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Settings settings;
        settings.services.callTimeout = std::chrono::seconds(20);
        m_bench = std::make_unique<WorkerBench>(settings);
        m_folder = std::make_unique<QTemporaryDir>();
    }
    void cleanup()
    {
        m_actor.reset();
        m_bench.reset();
    }

    void aClientThatIsBeingClosedIsNotHeard()
    {
        start("let heard = 0; service({ basePath: 'a', upgradePath: 'ws',\n"
              "onOpen(client) { client.closeConnection(); }, onPong() { heard += 1; },\n"
              "onTextMessage() { heard += 1; }, resources: { 'GET /heard': () => String(heard) } })");
        post(services_task::ClientOpened{0, "a.js", {ClientId(1), {}, {}, {}}, {}});
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->toHub<hub_task::ServiceAct>().size(), 1U, 20'000);
        post(services_task::PongCame{ClientId(1), "late"});
        post(services_task::MessageCame{ClientId(1), "late", false});
        QCOMPARE(ask("/heard"), QByteArray("0"));
    }

private:
    void start(const QByteArray& source)
    {
        QFile file(m_folder->filePath(u"a.js"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(source);
        file.close();
        m_actor = std::make_unique<ServicesActor>(
            m_bench->settings, ServicePlace{m_folder->path(), QStringLiteral(SIGNALBOX_EXECUTABLE)},
            m_bench->clock, m_bench->mailboxes);
    }
    void post(ServicesTask task) { m_bench->mailboxes.services.post(std::move(task)); }
    QByteArray ask(const QByteArray& path)
    {
        post(services_task::RequestCame{0, ++m_ticket, "a.js", {"GET", path}, {}});
        const auto answered = [this] {
            const auto answers = m_bench->toWorker<worker_task::ServiceAnswer>();
            return !answers.empty() && answers.back().ticket == m_ticket;
        };
        if (!QTest::qWaitFor(answered, 20'000)) {
            return "no answer";
        }
        const auto outcome = m_bench->toWorker<worker_task::ServiceAnswer>().back().outcome;
        const auto* const response = std::get_if<services::ScriptResponse>(&outcome);
        return response != nullptr ? response->body : std::get<Error>(outcome).code;
    }

    std::unique_ptr<WorkerBench> m_bench;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ServicesActor> m_actor;
    quint64 m_ticket = 0;
};

SIGNALBOX_TEST(ServicesActorTest)
#include "services_actor_test.moc"
