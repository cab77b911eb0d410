// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/xsockets_desk.h"

#include "server/broker/xsockets_questions.h"

#include "tests/broker/worker_bench.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;
using namespace std::chrono_literals;
using tests::WorkerBench;

class XSocketsDeskTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void restoresWhatAClientHadSet()
    {
        XSocketsDesk desk(m_bench.clock, m_bench.settings);
        const link::ClientInfo client = clientOf("pi");
        desk.opened(client);
        std::ignore = desk.answer(xsockets_question::SetProperty{"pi", {"chat", "name"}, "1"});
        desk.ended(client);
        m_bench.clock.advance(29s);
        desk.tick();
        const xsockets::PropertyValues expected{{{"chat", "name"}, "1"}};
        QCOMPARE(std::get<xsockets::PropertyValues>(desk.answer(xsockets_question::Restore{"pi"})), expected);
        m_bench.clock.advance(30s);
        desk.tick();
        QVERIFY(std::get<xsockets::PropertyValues>(desk.answer(xsockets_question::Restore{"pi"})).isEmpty());
    }

    void storesForWhoeverIsConnected()
    {
        XSocketsDesk desk(m_bench.clock, m_bench.settings);
        QVERIFY(std::holds_alternative<Error>(desk.answer(xsockets_question::Store{"pi", "k", "1"})));
        desk.opened(clientOf("pi"));
        desk.opened(clientOf("")); // of another dialect
        QCOMPARE(std::get<QByteArray>(desk.answer(xsockets_question::Store{"pi", "k", "1"})),
                 QByteArray("1"));
        QCOMPARE(std::get<QByteArray>(desk.answer(xsockets_question::Read{"pi", "k"})), QByteArray("1"));
        std::ignore = desk.answer(xsockets_question::Remove{"pi", "k"});
        QCOMPARE(std::get<QByteArray>(desk.answer(xsockets_question::Read{"pi", "k"})), QByteArray("null"));
        std::ignore = desk.answer(xsockets_question::Store{"pi", "k", "1"});
        std::ignore = desk.answer(xsockets_question::Clear{"pi"});
        QCOMPARE(std::get<QByteArray>(desk.answer(xsockets_question::Read{"pi", "k"})), QByteArray("null"));
    }

    void waitsForAFormerConnectionThatIsStillThere()
    {
        std::vector<quint64> answered;
        XSocketsResumed last;
        XSocketsDesk desk(m_bench.clock, m_bench.settings, [&](int, quint64 ticket, XSocketsAnswer answer) {
            answered.push_back(ticket);
            if (auto* const resumed = std::get_if<XSocketsResumed>(&answer)) {
                last = std::move(*resumed);
            }
        });
        desk.opened(clientOf("pi"));
        desk.opened(clientOf("pi"));
        desk.ask(0, 1, xsockets_question::Resume{"pi", "chat"});
        QVERIFY(answered.empty());
        desk.ask(0, 0, xsockets_question::Leave{"pi", {{"chat", {"red"}, {}, 0}}, 0, 0});
        QCOMPARE(answered, (std::vector<quint64>{1}));
        QCOMPARE(last.topics, QList<QByteArray>{"red"});
        desk.ask(0, 2, xsockets_question::Resume{"pi", "chat"}); // two windows of one browser
        m_bench.clock.advance(2s);
        desk.tick();
        QCOMPARE(answered, (std::vector<quint64>{1, 2}));
        QVERIFY(last.topics.isEmpty());
        desk.ended(clientOf("pi"));
        desk.ask(0, 3, xsockets_question::Resume{"pi", "chat"}); // it is alone
        QCOMPARE(answered.size(), size_t(3));
    }

    void bringsEachAnswerToWhoeverAsked()
    {
        XSocketsQuestions questions(m_bench.context);
        QByteArray first;
        QByteArray second;
        const auto into = [](QByteArray& value) {
            return [&value](const XSocketsAnswer& answer) { value = std::get<QByteArray>(answer); };
        };
        questions.ask(xsockets_question::Read{"pi", "a"}, into(first));
        questions.tell(xsockets_question::Clear{"pi"});
        questions.ask(xsockets_question::Read{"pi", "b"}, into(second));
        const auto asked = m_bench.toHub<hub_task::AskXSockets>();
        QCOMPARE(asked.size(), size_t(3));
        QCOMPARE(asked[1].ticket, quint64(0));
        questions.answered(asked[2].ticket, QByteArray("2"));
        questions.answered(asked[0].ticket, QByteArray("1"));
        questions.answered(asked[0].ticket, QByteArray("3")); // nobody waits for it
        QCOMPARE(first, QByteArray("1"));
        QCOMPARE(second, QByteArray("2"));
    }

private:
    static link::ClientInfo clientOf(const QByteArray& persistentId)
    {
        link::ClientInfo client;
        client.persistentId = persistentId;
        return client;
    }

    WorkerBench m_bench;
};

SIGNALBOX_TEST(XSocketsDeskTest)
#include "xsockets_desk_test.moc"
