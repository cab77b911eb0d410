// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/control_desk.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;

class ControlDeskTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = {};
        for (quint64 i = 1; i <= 10'000; ++i) {
            link::ClientInfo info;
            info.client = ClientId(i);
            info.user = UserName::trusted("user" + QByteArray::number(i * 7'919 % 10'000));
            info.groups = {GroupName::trusted("group" + QByteArray::number(i % 100))};
            info.path = "/ws";
            info.dialect = "envelope";
            info.address = "127.0.0.1:" + QByteArray::number(i);
            info.userAgent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36";
            m_directory.opened(static_cast<int>(i % 3), std::make_shared<const link::ClientInfo>(info));
        }
    }

    void listsTenThousandClientsByPage()
    {
        control::ClientQuery query;
        query.page.sort = "user";
        query.page.limit = 1'000;
        QList<QByteArray> users;
        for (int page = 0; page < 10; ++page) {
            const auto listed = std::get<control_answer::Clients>(m_desk.answer(query));
            QCOMPARE(listed.total, 10'000);
            QCOMPARE(listed.items.size(), size_t(1'000));
            for (const control::ClientRecord& client : listed.items) {
                users.append(client.info->user.bytes());
            }
            query.page.offset += 1'000;
        }
        QVERIFY(std::is_sorted(users.begin(), users.end()));
        QCOMPARE(QSet<QByteArray>(users.begin(), users.end()).size(), 10'000);
    }

    void startsFromTheSmallestIndexThatServes_data()
    {
        QTest::addColumn<QByteArray>("user");
        QTest::addColumn<QByteArray>("group");
        QTest::addColumn<int>("total");
        QTest::newRow("group") << QByteArray() << QByteArray("group7") << 100;
        QTest::newRow("user") << QByteArray("user7919") << QByteArray() << 1;
        QTest::newRow("both") << QByteArray("user7919") << QByteArray("group1") << 1;
        QTest::newRow("not both") << QByteArray("user7919") << QByteArray("group2") << 0;
    }
    void startsFromTheSmallestIndexThatServes()
    {
        QFETCH(const QByteArray, user);
        QFETCH(const QByteArray, group);
        control::ClientQuery query;
        if (!user.isEmpty()) {
            query.filter.user = user;
        }
        if (!group.isEmpty()) {
            query.filter.group = group;
        }
        QTEST(static_cast<int>(std::get<control_answer::Clients>(m_desk.answer(query)).total), "total");
    }

    void ordersByTrafficAsLastMeasured()
    {
        m_directory.measured({traffic(7, 300), traffic(9, 500), traffic(20'000, 900)});
        control::ClientQuery query;
        query.page.sort = "queuedBytes";
        query.page.descending = true;
        query.page.limit = 2;
        const auto listed = std::get<control_answer::Clients>(m_desk.answer(query));
        QCOMPARE(listed.items.at(0).info->client, ClientId(9));
        QCOMPARE(listed.items.at(1).traffic.queuedBytes, qint64(300));
        const auto one =
            std::get<control::ClientRecord>(m_desk.answer(control_question::ReadClient{ClientId(7)}));
        QCOMPARE(one.traffic.queuedBytes, qint64(300));
    }

    void saysWhatIsNotThere()
    {
        const auto codeOf = [this](const ControlQuestion& question) {
            return std::get<Error>(m_desk.answer(question)).code;
        };
        link::ClientEnd end;
        end.client = ClientId(5);
        m_directory.ended(end);
        QCOMPARE(codeOf(control_question::FindClient{ClientId(5)}), QByteArray("client.ended"));
        QCOMPARE(codeOf(control_question::FindClient{ClientId(20'000)}), QByteArray("client.not_found"));
        QCOMPARE(codeOf(control_question::ReadClient{ClientId(5)}), QByteArray("client.ended"));
        QCOMPARE(codeOf(control_question::FindEnded{ClientId(6)}), QByteArray("client.not_found"));
        QCOMPARE(codeOf(control_question::FindGroup{GroupName::trusted("none")}),
                 QByteArray("group.not_found"));
        QCOMPARE(codeOf(control_question::ListMembers{GroupName::trusted("none"), {}}),
                 QByteArray("group.not_found"));
        QCOMPARE(std::get<link::ClientEnd>(m_desk.answer(control_question::FindEnded{ClientId(5)})).client,
                 ClientId(5));
        QCOMPARE(std::get<link::ClientInfo>(m_desk.answer(control_question::FindClient{ClientId(6)})).client,
                 ClientId(6));
    }

    void knowsGroupsAndTheirMembers()
    {
        using Clients = control_answer::Clients;
        QCOMPARE(std::get<control_answer::Groups>(m_desk.answer(control_question::ListGroups{})).total, 100);
        QCOMPARE(std::get<routing::GroupSize>(m_desk.answer(control_question::FindGroup{})).members, 0);
        QCOMPARE(std::get<Clients>(m_desk.answer(control_question::ListMembers{})).total, 0);
        const GroupName group = GroupName::trusted("group1");
        QCOMPARE(std::get<routing::GroupSize>(m_desk.answer(control_question::FindGroup{group})).members,
                 100);
        QCOMPARE(std::get<Clients>(m_desk.answer(control_question::ListMembers{group, {}})).total, 100);
    }

    void passesOnWhatTheHubKnows()
    {
        const auto statistics =
            std::get<control_answer::Statistics>(m_desk.answer(control_question::Statistics{}));
        QCOMPARE(statistics.sums.clients, 42);
        QCOMPARE(statistics.groups, 100);
        QVERIFY(
            std::get<link::ListenersChanged>(m_desk.answer(control_question::Listeners{})).listeners.empty());
        QCOMPARE(std::get<control_answer::Ended>(m_desk.answer(control_question::ListEnded{})).total, 0);
    }

private:
    static link::ClientTraffic traffic(quint64 client, qint64 queuedBytes)
    {
        link::ClientTraffic traffic;
        traffic.client = ClientId(client);
        traffic.queuedBytes = queuedBytes;
        return traffic;
    }

    Directory m_directory;
    Listeners m_listeners{{}, nullptr};
    ControlDesk m_desk{{m_directory, m_listeners, [] {
                            link::Statistics statistics;
                            statistics.clients = 42;
                            return statistics;
                        }}};
};

SIGNALBOX_TEST(ControlDeskTest)
#include "control_desk_test.moc"
