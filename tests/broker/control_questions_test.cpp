// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/control_questions.h"

#include "tests/broker/worker_bench.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;
using tests::WorkerBench;

class ControlQuestionsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void giveEachAnswerToWhoeverAsked()
    {
        WorkerBench bench;
        ControlQuestions questions(bench.context);
        QList<qint64> groups;
        const auto note = [&groups](const ControlAnswer& answer) {
            groups += std::get<control_answer::Statistics>(answer).groups;
        };
        questions.ask(control_question::Statistics(), note);
        questions.ask(control_question::Statistics(), note);
        const auto asked = bench.toHub<hub_task::AskControl>();
        QCOMPARE(asked.size(), size_t(2));
        QVERIFY(asked[0].ticket != asked[1].ticket);
        questions.answered(asked[1].ticket, control_answer::Statistics{{}, 2});
        questions.answered(asked[0].ticket, control_answer::Statistics{{}, 1});
        QCOMPARE(groups, QList<qint64>({2, 1}));
    }

    void areAnsweredOnce()
    {
        WorkerBench bench;
        ControlQuestions questions(bench.context);
        int answers = 0;
        questions.ask(control_question::Statistics(), [&answers](const ControlAnswer&) { ++answers; });
        const quint64 ticket = bench.toHub<hub_task::AskControl>().front().ticket;
        questions.answered(ticket + 1, control_answer::Statistics()); // nobody asked for that
        QCOMPARE(answers, 0);
        questions.answered(ticket, control_answer::Statistics());
        questions.answered(ticket, control_answer::Statistics());
        QCOMPARE(answers, 1);
    }

    void tellWhoeverAskedOverHttpWhatWentWrong()
    {
        WorkerBench bench;
        ControlQuestions questions(bench.context);
        int values = 0;
        int status = 0;
        const ControlQuestions::Answer answer = [&status](HttpEndpoints::Reply reply) {
            status = std::get<http::HttpError>(reply).status;
        };
        questions.ask<control_answer::Statistics>(control_question::FindClient{ClientId(7)}, answer,
                                                  [&values](const control_answer::Statistics&) { ++values; });
        questions.answered(bench.toHub<hub_task::AskControl>().front().ticket,
                           Error{"client.not_found", QStringLiteral("Gone.")});
        QCOMPARE(status, 404);
        QCOMPARE(values, 0);
    }
};

SIGNALBOX_TEST(ControlQuestionsTest)
#include "control_questions_test.moc"
