// SPDX-License-Identifier: GPL-3.0-or-later
// One worker's part of what the operator does to clients, and what the hub hears of it in what order.
#include "server/broker/client_acts.h"

#include "server/broker/echo_dialect.h"

#include "tests/broker/worker_bench.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;
using tests::FakeStream;
using tests::WorkerBench;

class ClientActsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Settings settings;
        settings.limits.maxGroupsPerClient = 2;
        m_bench.emplace(settings);
        m_echo.emplace(m_bench->context);
        m_clients.emplace(m_bench->context);
        m_acts.emplace(m_bench->context, *m_clients);
    }
    void cleanup()
    {
        m_acts.reset();
        m_clients.reset();
        m_echo.reset();
        m_bench.reset();
    }

    void saysWhatChangedAndThenThatItIsDone()
    {
        m_bench->open(*m_clients, *m_echo);
        m_acts->carryOut({7, link::JoinGroup{ClientId(1), red()}});
        m_bench->mailboxes.hub.drain();
        QCOMPARE(m_bench->hubTasks.size(), size_t(3));
        const auto& changed = std::get<hub_task::ClientChanged>(m_bench->hubTasks[1]);
        QCOMPARE(changed.client->groups, QList{red()});
        const auto& answer = std::get<hub_task::Answer>(m_bench->hubTasks[2]).answer;
        QCOMPARE(answer.command, link::CommandId(7));
        QVERIFY(std::holds_alternative<link::CommandAnswer::Done>(answer.result));
        QCOMPARE(m_bench->takeRecords(), 2); // opened, joined
    }

    void changesNothingWhenTheClientIsInAlready()
    {
        m_bench->open(*m_clients, *m_echo, "ann", "red");
        m_acts->carryOut({1, link::JoinGroup{ClientId(1), red()}});
        QVERIFY(m_bench->toHub<hub_task::ClientChanged>().empty());
        QVERIFY(lastError().isEmpty());
    }

    void countsTheGroupsThatItHasNow()
    {
        m_bench->open(*m_clients, *m_echo);
        for (const char* name : {"a", "b", "c"}) { // the hub may have thought that there was room
            m_acts->carryOut({1, link::JoinGroup{ClientId(1), GroupName::trusted(name)}});
        }
        QCOMPARE(lastError(), QByteArray("group.too_many"));
        QCOMPARE(m_clients->find(ClientId(1))->info().groups.size(), 2);
    }

    void returnsAClientWithoutGroupsToTheDefaultGroup()
    {
        m_bench->open(*m_clients, *m_echo, "ann", "red");
        m_acts->carryOut({1, link::LeaveGroup{ClientId(1), red()}});
        QCOMPARE(m_clients->members().ungrouped().size(), size_t(1));
        QCOMPARE(m_bench->toHub<hub_task::ClientChanged>().at(0).client->groups.size(), 0);
        m_acts->carryOut({2, link::LeaveGroup{ClientId(1), red()}});
        QCOMPARE(lastError(), QByteArray("group.not_member"));
    }

    void givesAndTakesTags()
    {
        m_bench->open(*m_clients, *m_echo);
        const TagName vip = TagName::trusted("vip");
        std::ignore = m_bench->takeRecords();
        m_acts->carryOut({1, link::AddTag{ClientId(1), vip}});
        QCOMPARE(m_clients->members().withTag(vip).size(), size_t(1));
        QCOMPARE(m_bench->toHub<hub_task::ClientChanged>().back().client->tags, QList<TagName>{vip});
        QCOMPARE(m_bench->takeRecords(), 1); // capture knows, too
        m_acts->carryOut({2, link::RemoveTag{ClientId(1), vip}});
        QVERIFY(m_clients->members().withTag(vip).empty());
        m_acts->carryOut({3, link::RemoveTag{ClientId(1), vip}});
        QCOMPARE(lastError(), QByteArray("tag.not_set"));
    }

    void answersForAClientThatEndedOnTheWay()
    {
        FakeStream& ann = m_bench->open(*m_clients, *m_echo, "ann", "red");
        ann.breakOff();
        const ClientId gone(1);
        const std::vector<ClientAct> acts{
            link::DisconnectClient{gone, 1000, {}},
            link::JoinGroup{gone, red()},
            link::LeaveGroup{gone, red()},
            link::MuteClient{gone, WallTime::max()},
            link::FetchClient{gone},
        };
        for (const ClientAct& act : acts) {
            m_bench->hubTasks.clear();
            m_acts->carryOut({1, act});
            QCOMPARE(lastError(), QByteArray("client.not_found"));
        }
    }

    void isDoneWithAGroupThatIsEmptyByNow()
    {
        m_acts->carryOut({1, link::CloseGroup{red(), 1000, {}}});
        m_acts->carryOut({2, link::RemoveGroup{red()}});
        QCOMPARE(m_bench->toHub<hub_task::ActDone>().size(), size_t(2));
    }

    void closesAGroupWithCodeAndReason()
    {
        FakeStream& ann = m_bench->open(*m_clients, *m_echo, "ann", "red");
        FakeStream& bob = m_bench->open(*m_clients, *m_echo, "bob");
        m_acts->carryOut({1, link::CloseGroup{red(), 4001, "bye"}});
        QCOMPARE(ann.written, QByteArray("\x88\x05\x0F\xA1"
                                         "bye"));
        QVERIFY(bob.written.isEmpty());
    }

    void removesAGroupAndKeepsItsClients()
    {
        m_bench->open(*m_clients, *m_echo, "ann", "red");
        m_bench->open(*m_clients, *m_echo, "bob", "red");
        m_acts->carryOut({1, link::RemoveGroup{red()}});
        QVERIFY(m_clients->members().groups().empty());
        QCOMPARE(m_clients->members().size(), qsizetype(2));
        QCOMPARE(m_bench->toHub<hub_task::ClientChanged>().size(), size_t(2));
    }

    void showsTheHandshakeAsItWas()
    {
        m_bench->open(*m_clients, *m_echo);
        m_acts->carryOut({1, link::FetchClient{ClientId(1)}});
        const auto answers = m_bench->toHub<hub_task::Answer>();
        const auto& detail = std::get<link::ClientDetail>(answers.at(0).answer.result);
        QCOMPARE(detail.client, ClientId(1));
        QCOMPARE(detail.handshakeRequest, QByteArray("request"));
        QCOMPARE(detail.handshakeResponse, QByteArray("answer"));
    }

private:
    static GroupName red() { return GroupName::trusted("red"); }

    /// The code of the last answer; empty when it was none.
    QByteArray lastError()
    {
        const auto answers = m_bench->toHub<hub_task::Answer>();
        const auto* const error =
            answers.empty() ? nullptr : std::get_if<Error>(&answers.back().answer.result);
        return error != nullptr ? error->code : QByteArray();
    }

    std::optional<WorkerBench> m_bench;
    std::optional<EchoDialect> m_echo;
    std::optional<ClientTable> m_clients;
    std::optional<ClientActs> m_acts;
};

SIGNALBOX_TEST(ClientActsTest)
#include "client_acts_test.moc"
