// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/local_link.h"

#include "tests/support/test_registry.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;

class LocalLinkTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_toHub.clear();
        m_toCapture.clear();
        m_events.clear();
        m_mailboxes.emplace();
        m_mailboxes->hub.setReader([this](std::vector<HubTask>&& tasks) {
            std::move(tasks.begin(), tasks.end(), std::back_inserter(m_toHub));
        });
        m_mailboxes->capture.setReader([this](std::vector<recording::CaptureTask>&& tasks) {
            std::move(tasks.begin(), tasks.end(), std::back_inserter(m_toCapture));
        });
        m_link.emplace(*m_mailboxes);
        connect(&*m_link, &link::BrokerLink::eventsArrived, this,
                [this](const std::vector<link::Event>& events) { m_events = events; });
    }
    void cleanup()
    {
        m_link.reset();
        m_mailboxes.reset();
    }

    void attachesOnceAndDetachesOnce()
    {
        m_link->detach();
        m_link->attach();
        m_link->attach();
        m_link->detach();
        m_link->detach();
        drain();
        QCOMPARE(m_toHub.size(), size_t(2));
        QVERIFY(std::holds_alternative<hub_task::Attach>(m_toHub[0]));
        QVERIFY(std::holds_alternative<hub_task::Detach>(m_toHub[1]));
        QCOMPARE(m_toCapture.size(), size_t(2));
        QVERIFY(std::holds_alternative<recording::AttachConsumer>(m_toCapture[0]));
        QVERIFY(std::holds_alternative<recording::DetachConsumer>(m_toCapture[1]));
    }

    void numbersCommandsAndSendsEachToItsThread()
    {
        m_link->attach();
        drain();
        m_toHub.clear();
        m_toCapture.clear();
        QCOMPARE(m_link->send(link::StopListening{}), link::CommandId(1));
        QCOMPARE(m_link->send(link::FetchFrame{7}), link::CommandId(2));
        drain();
        QCOMPARE(std::get<hub_task::Command>(m_toHub.at(0)).id, link::CommandId(1));
        QCOMPARE(std::get<recording::FetchFrame>(m_toCapture.at(0)).command, link::CommandId(2));
    }

    void hasTestClientsConnectedInThisThreadAndNoted()
    {
        std::vector<link::Command> carriedOut;
        m_link->setTestClients([&](const link::Command& command) {
            carriedOut.push_back(command);
            return Result<void>();
        });
        const link::CommandId id = m_link->send(link::ConnectTestClients{3, "guest", {}});
        QCOMPARE(std::get<link::ConnectTestClients>(carriedOut.at(0)).count, 3);
        drain();
        QCOMPARE(std::get<hub_task::Command>(m_toHub.at(0)).id, id); // which answers
    }

    void answersForTestClientsThatCannotBe_data()
    {
        QTest::addColumn<bool>("handled");
        QTest::addColumn<QByteArray>("error");
        QTest::newRow("refused") << true << QByteArray("test_clients.too_many");
        QTest::newRow("nobody to ask") << false << QByteArray("command.not_supported");
    }

    void answersForTestClientsThatCannotBe()
    {
        QFETCH(bool, handled);
        if (handled) {
            m_link->setTestClients([](const link::Command&) {
                return Result<void>(Error{"test_clients.too_many", QStringLiteral("too many")});
            });
        }
        std::ignore = m_link->send(link::DisconnectTestClients{});
        QVERIFY(m_events.empty()); // never from inside send()
        QTRY_COMPARE(m_events.size(), size_t(1));
        QTEST(std::get<Error>(std::get<link::CommandAnswer>(m_events[0]).result).code, "error");
        drain();
        QVERIFY(m_toHub.empty());
    }

    void answersAFetchWhileNobodyIsAttached()
    {
        const link::CommandId id = m_link->send(link::FetchFrame{7});
        QVERIFY(m_events.empty()); // never from inside send()
        QTRY_COMPARE(m_events.size(), size_t(1));
        const auto& answer = std::get<link::CommandAnswer>(m_events[0]);
        QCOMPARE(answer.command, id);
        QCOMPARE(std::get<Error>(answer.result).code, QByteArray("link.not_attached"));
        drain();
        QVERIFY(m_toCapture.empty());
    }

    void confirmsTheBatchesThatTheWindowHasTaken()
    {
        m_link->attach();
        for (int i = 0; i < 3; ++i) {
            m_mailboxes->link.post(link::FramesCaptured{});
        }
        m_mailboxes->link.post(link::Statistics{});
        QTRY_COMPARE(m_events.size(), size_t(4));
        drain();
        QCOMPARE(m_toCapture.size(), size_t(2));
        QCOMPARE(std::get<recording::ConfirmBatches>(m_toCapture[1]).batches, 3);
    }

private:
    void drain()
    {
        m_mailboxes->hub.drain();
        m_mailboxes->capture.drain();
    }

    std::vector<HubTask> m_toHub;
    std::vector<recording::CaptureTask> m_toCapture;
    std::vector<link::Event> m_events;
    std::optional<Mailboxes> m_mailboxes;
    std::optional<LocalLink> m_link;
};

SIGNALBOX_TEST(LocalLinkTest)
#include "local_link_test.moc"
