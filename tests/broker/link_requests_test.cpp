// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/link_requests.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::broker;

class LinkRequestsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_toHub.clear();
        m_toCapture.clear();
        m_told.clear();
        m_mailboxes.emplace();
        m_mailboxes->hub.setReader([this](std::vector<HubTask>&& tasks) {
            std::move(tasks.begin(), tasks.end(), std::back_inserter(m_toHub));
        });
        m_mailboxes->capture.setReader([this](std::vector<recording::CaptureTask>&& tasks) {
            std::move(tasks.begin(), tasks.end(), std::back_inserter(m_toCapture));
        });
        m_requests.emplace(*m_mailboxes, link::LinkId(6), "127.0.0.1:9",
                           [this](link::Event event) { m_told.push_back(std::move(event)); });
    }
    void cleanup()
    {
        m_requests.reset();
        m_mailboxes.reset();
    }

    void attachesOnceWithWhatIsWished()
    {
        QVERIFY(m_requests->attach(false, {false, true, u"opcode==ping"_s}));
        QVERIFY(m_requests->attach(true, {}));
        drain();
        QCOMPARE(m_toHub.size(), size_t(1));
        const auto& toHub = std::get<hub_task::Attach>(m_toHub[0]);
        QCOMPARE(toHub.link, link::LinkId(6));
        QCOMPARE(toHub.peer, QByteArray("127.0.0.1:9"));
        QVERIFY(!toHub.state);
        QCOMPARE(m_toCapture.size(), size_t(1));
        const auto& toCapture = std::get<recording::AttachConsumer>(m_toCapture[0]);
        QCOMPARE(toCapture.consumer, recording::ConsumerId(7)); // 1 is the window of this process
        QCOMPARE(toCapture.filter.text(), u"opcode == ping"_s);
        QVERIFY(toCapture.wishes.payloads && !toCapture.wishes.keptRows);
    }

    void isNotAttachedWithAFilterThatHasAFault()
    {
        const Result<void> attached = m_requests->attach(true, {true, false, u"opcod == ping"_s});
        QCOMPARE(attached.error().code, QByteArray("filter.unknown_field"));
        m_requests->takeConfirmation(1);
        m_requests->detach();
        drain();
        QVERIFY(m_toHub.empty() && m_toCapture.empty());
    }

    void namesCommandsAfterTheLink()
    {
        QVERIFY(m_requests->attach(true, {}));
        m_requests->perform(3, link::StopListening{});
        m_requests->perform(4, link::FilterFrames{u"fin"_s});
        m_requests->perform(5, link::CancelSearch{4});
        drain();
        const link::CommandId filter = link::commandOf(link::LinkId(6), 4);
        QCOMPARE(std::get<hub_task::Command>(m_toHub.at(1)).id, link::commandOf(link::LinkId(6), 3));
        QCOMPARE(std::get<recording::FilterConsumer>(m_toCapture.at(1)).command, filter);
        QCOMPARE(std::get<recording::CancelSearch>(m_toCapture.at(2)).command, filter);
        QCOMPARE(m_told.size(), size_t(2)); // both are answered with Done
        QCOMPARE(std::get<link::CommandAnswer>(m_told[0]).command, link::CommandId(4));
    }

    void answersWhatNobodyCanCarryOut_data()
    {
        QTest::addColumn<int>("command");
        QTest::addColumn<QByteArray>("error");
        QTest::newRow("frames of one that is not attached") << 0 << QByteArray("link.not_attached");
        QTest::newRow("test clients") << 1 << QByteArray("command.not_supported");
    }

    void answersWhatNobodyCanCarryOut()
    {
        QFETCH(int, command);
        m_requests->perform(8, command == 0 ? link::Command(link::SearchFrames{})
                                            : link::Command(link::DisconnectTestClients{}));
        QCOMPARE(m_told.size(), size_t(1));
        const auto& answer = std::get<link::CommandAnswer>(m_told[0]);
        QCOMPARE(answer.command, link::CommandId(8));
        QTEST(std::get<Error>(answer.result).code, "error");
        drain();
        QVERIFY(m_toHub.empty() && m_toCapture.empty());
    }

private:
    void drain()
    {
        m_mailboxes->hub.drain();
        m_mailboxes->capture.drain();
    }

    std::vector<HubTask> m_toHub;
    std::vector<recording::CaptureTask> m_toCapture;
    std::vector<link::Event> m_told;
    std::optional<Mailboxes> m_mailboxes;
    std::optional<LinkRequests> m_requests;
};

SIGNALBOX_TEST(LinkRequestsTest)
#include "link_requests_test.moc"
