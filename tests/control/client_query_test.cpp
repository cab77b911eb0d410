// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/client_query.h"

#include "server/control/routes.h"
#include "tests/http/make_request.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::control;
using signalbox::tests::makeGet;

class ClientQueryTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void letsThroughWhatIsAskedFor_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("ids");
        QTest::newRow("all") << QByteArray("") << QByteArray("1 2 3");
        QTest::newRow("user") << QByteArray("user=ann") << QByteArray("1");
        QTest::newRow("user in another case") << QByteArray("user=Ann") << QByteArray("");
        QTest::newRow("no user") << QByteArray("user=") << QByteArray("3");
        QTest::newRow("group") << QByteArray("group=red") << QByteArray("1 2");
        QTest::newRow("default group") << QByteArray("group=") << QByteArray("3");
        QTest::newRow("tag") << QByteArray("tag=vip") << QByteArray("2");
        QTest::newRow("path") << QByteArray("path=/ws") << QByteArray("1 2");
        QTest::newRow("dialect") << QByteArray("dialect=raw") << QByteArray("3");
        QTest::newRow("no subprotocol") << QByteArray("subprotocol=") << QByteArray("1 3");
        QTest::newRow("origin") << QByteArray("origin=http://localhost") << QByteArray("1");
        QTest::newRow("muted") << QByteArray("muted=true") << QByteArray("2");
        QTest::newRow("not muted") << QByteArray("muted=0") << QByteArray("1 3");
        QTest::newRow("test clients") << QByteArray("testClient=true") << QByteArray("3");
        QTest::newRow("something waits") << QByteArray("queued=true") << QByteArray("2");
        QTest::newRow("nothing waits") << QByteArray("queued=false") << QByteArray("1 3");
        QTest::newRow("longest queue") << QByteArray("sort=-queuedBytes") << QByteArray("2 3 1");
        QTest::newRow("most received") << QByteArray("sort=-messagesReceived") << QByteArray("3 2 1");
        QTest::newRow("least sent") << QByteArray("sort=messagesSent") << QByteArray("2 3 1");
        QTest::newRow("most bytes received") << QByteArray("sort=-bytesReceived") << QByteArray("1 3 2");
        QTest::newRow("most bytes sent") << QByteArray("sort=-bytesSent") << QByteArray("3 1 2");
        QTest::newRow("slowest") << QByteArray("sort=-roundTrip") << QByteArray("1 2 3");
        QTest::newRow("text in a group") << QByteArray("search=LUE") << QByteArray("2");
        QTest::newRow("text in the id") << QByteArray("search=c3") << QByteArray("3");
        QTest::newRow("both") << QByteArray("group=red&muted=false") << QByteArray("1");
        QTest::newRow("most in groups") << QByteArray("sort=-groups") << QByteArray("2 1 3");
        QTest::newRow("by user") << QByteArray("sort=user") << QByteArray("3 1 2");
        QTest::newRow("by path, then id") << QByteArray("sort=path") << QByteArray("3 1 2");
        QTest::newRow("newest") << QByteArray("sort=-connectedAt&limit=2") << QByteArray("1 3");
        QTest::newRow("by address") << QByteArray("sort=address") << QByteArray("2 3 1");
        QTest::newRow("by dialect") << QByteArray("sort=-dialect&limit=1") << QByteArray("3");
    }
    void letsThroughWhatIsAskedFor()
    {
        QFETCH(const QByteArray, query);
        const std::vector<ClientRecord> records = someClients();
        std::vector<const ClientRecord*> clients;
        for (const ClientRecord& record : records) {
            clients.push_back(&record);
        }
        const http::Request request = makeGet("/api/v1/clients?" + query);
        const ParameterReader reader(request, matchPath(request.rawPath).route("GET")->parameters);
        const auto read = std::get<ClientQuery>(readClientQuery(reader));
        QList<QByteArray> ids;
        for (const size_t index : choosePage(placesOf(clients, read), read.page).indices) {
            ids.append(QByteArray::number(records[index].info->client.number()));
        }
        QTEST(ids.join(' '), "ids");
    }

    void findsEndsByTheirReason_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("ids");
        QTest::newRow("newest first") << QByteArray("") << QByteArray("2 1");
        QTest::newRow("reason") << QByteArray("reason=slow%20client") << QByteArray("1");
        QTest::newRow("user") << QByteArray("user=bob") << QByteArray("2");
        QTest::newRow("text") << QByteArray("search=TIRED") << QByteArray("2");
        QTest::newRow("by close code") << QByteArray("sort=-closeCode") << QByteArray("1 2");
        QTest::newRow("by user") << QByteArray("sort=user") << QByteArray("1 2");
        QTest::newRow("by id") << QByteArray("sort=id") << QByteArray("1 2");
    }
    void findsEndsByTheirReason()
    {
        QFETCH(const QByteArray, query);
        std::vector<link::ClientEnd> ends(2);
        ends[0].client = ClientId(1);
        ends[0].user = UserName::trusted("ann");
        ends[0].reason = EndReason::SlowClient;
        ends[0].closeCode = 4008;
        ends[1].client = ClientId(2);
        ends[1].user = UserName::trusted("bob");
        ends[1].reason = EndReason::PeerClosed;
        ends[1].closeCode = 1000;
        ends[1].closeReason = "tired";
        ends[1].time = WallTime(std::chrono::seconds(5));
        const http::Request request = makeGet("/api/v1/ended_clients?" + query);
        const ParameterReader reader(request, matchPath(request.rawPath).route("GET")->parameters);
        const auto read = std::get<EndedQuery>(readEndedQuery(reader));
        const std::vector<const link::ClientEnd*> pointers{&ends[0], &ends[1]};
        QList<QByteArray> ids;
        for (const size_t index : choosePage(placesOf(pointers, read), read.page).indices) {
            ids.append(QByteArray::number(ends[index].client.number()));
        }
        QTEST(ids.join(' '), "ids");
    }

    void findsGroupsByTheirSize_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("names");
        QTest::newRow("by name") << QByteArray("") << QByteArray("blue green red");
        QTest::newRow("largest") << QByteArray("sort=-members&limit=1") << QByteArray("green");
        QTest::newRow("smallest, then by name") << QByteArray("sort=members") << QByteArray("blue red green");
        QTest::newRow("text") << QByteArray("search=RE") << QByteArray("green red");
    }
    void findsGroupsByTheirSize()
    {
        QFETCH(const QByteArray, query);
        const std::vector<routing::GroupSize> groups{{GroupName::trusted("red"), 2},
                                                     {GroupName::trusted("blue"), 2},
                                                     {GroupName::trusted("green"), 5}};
        const http::Request request = makeGet("/api/v1/groups?" + query);
        const ParameterReader reader(request, matchPath(request.rawPath).route("GET")->parameters);
        const auto read = std::get<GroupQuery>(readGroupQuery(reader));
        QList<QByteArray> names;
        for (const size_t index : choosePage(placesOf(groups, read), read.page).indices) {
            names.append(groups[index].group.bytes());
        }
        QTEST(names.join(' '), "names");
    }

private:
    static std::vector<ClientRecord> someClients()
    {
        std::vector<link::ClientInfo> infos(3);
        infos[0].client = ClientId(1);
        infos[0].user = UserName::trusted("ann");
        infos[0].groups = {GroupName::trusted("red")};
        infos[0].path = "/ws";
        infos[0].dialect = "envelope";
        infos[0].origin = "http://localhost";
        infos[0].address = "127.0.0.3:1";
        infos[0].connectedAt = WallTime(std::chrono::seconds(30));
        infos[1].client = ClientId(2);
        infos[1].user = UserName::trusted("bob");
        infos[1].groups = {GroupName::trusted("red"), GroupName::trusted("blue")};
        infos[1].tags = {TagName::trusted("vip")};
        infos[1].path = "/ws";
        infos[1].dialect = "envelope";
        infos[1].subprotocol = "chat";
        infos[1].address = "127.0.0.1:1";
        infos[1].connectedAt = WallTime(std::chrono::seconds(10));
        infos[1].mutedUntil = WallTime::max();
        infos[2].client = ClientId(3);
        infos[2].path = "/raw";
        infos[2].dialect = "raw";
        infos[2].address = "127.0.0.2:1";
        infos[2].testClient = true;
        infos[2].connectedAt = WallTime(std::chrono::seconds(20));
        std::vector<ClientRecord> clients(3);
        for (size_t i = 0; i < clients.size(); ++i) {
            clients[i].info = std::make_shared<const link::ClientInfo>(infos[i]);
        }
        clients[0].traffic = {ClientId(1), 1, 9, 900, 20, 0, std::chrono::microseconds(700)};
        clients[1].traffic = {ClientId(2), 2, 3, 30, 10, 4'096, std::chrono::microseconds(90)};
        clients[2].traffic = {ClientId(3), 4, 5, 60, 50, 0};
        return clients;
    }
};

SIGNALBOX_TEST(ClientQueryTest)
#include "client_query_test.moc"
