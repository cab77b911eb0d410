// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/sorted_clients.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace signalbox;
using namespace signalbox::tests;
using namespace Qt::StringLiterals;
using ui::ClientColumn;
using ui::ClientsModel;
using ui::Fan;
using ui::FanPart;
using ui::SortedClients;

namespace {

constexpr quint64 many = 10'000;

[[nodiscard]] QStringList ids(const SortedClients& model)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row) {
        texts += QString::fromLatin1(model.client(model.index(row, 0)).text());
    }
    return texts;
}

[[nodiscard]] link::ClientTraffic queued(quint64 id, qint64 bytes)
{
    return {ClientId(id), id, id * 3, 0, 0, bytes, std::chrono::microseconds(-1)};
}

[[nodiscard]] std::vector<link::ClientInfo> crowd()
{
    std::vector<link::ClientInfo> clients;
    for (quint64 id = 1; id <= many; ++id) {
        clients.push_back(client(id, "user-" + QByteArray::number(id * 7'919 % many),
                                 {"group-" + QByteArray::number(id % 100)}));
    }
    return clients;
}

[[nodiscard]] std::vector<link::ClientTraffic> crowdTraffic(quint64 round)
{
    std::vector<link::ClientTraffic> traffic;
    for (quint64 id = 1; id <= many; ++id) {
        traffic.push_back(queued(id, static_cast<qint64>(id * round % 1'000)));
    }
    return traffic;
}

} // namespace

class SortedClientsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsByNameGroupIdAndPath_data();
    void findsByNameGroupIdAndPath();
    void sortsByAnyColumn_data();
    void sortsByAnyColumn();
    void moveNoRowWhileHeld();
    void putsNewClientsInOrderTogether();
    void putsThoseThatTheMessageMeantFirst();
    void showsOneButPartOfTheFan();
    void doesNotTellAboutEachOfTenThousand();
    void insertsTenThousand();
    void sortsTenThousand();
    void findsAmongTenThousand();
    void measuresTenThousand();
};

void SortedClientsTest::findsByNameGroupIdAndPath_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("nothing") << QString() << QStringList{u"c1"_s, u"c2"_s, u"c3"_s};
    QTest::newRow("name in any case") << QStringLiteral("ANN") << QStringList{u"c1"_s};
    QTest::newRow("group") << QStringLiteral("red") << QStringList{u"c1"_s, u"c2"_s};
    QTest::newRow("id") << QStringLiteral("c3") << QStringList{u"c3"_s};
    QTest::newRow("path") << QStringLiteral("/ws") << QStringList{u"c1"_s, u"c2"_s, u"c3"_s};
    QTest::newRow("two words") << QStringLiteral("red bob") << QStringList{u"c2"_s};
    QTest::newRow("markup") << QStringLiteral("<img") << QStringList{u"c3"_s};
    QTest::newRow("none") << QStringLiteral("zed") << QStringList{};
}

void SortedClientsTest::findsByNameGroupIdAndPath()
{
    QFETCH(const QString, search);
    QFETCH(const QStringList, found);
    ClientsModel clients;
    SortedClients sorted(clients);
    clients.apply({client(1, "Ann", {"red"}), client(2, "bob", {"blue", "red"}), client(3, "<img src=x>")});
    sorted.setSearch(search);
    QCOMPARE(ids(sorted), found);
}

void SortedClientsTest::sortsByAnyColumn_data()
{
    QTest::addColumn<ClientColumn>("column");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("name") << ClientColumn::Name << QStringList{u"c3"_s, u"c2"_s, u"c1"_s};
    QTest::newRow("groups") << ClientColumn::Groups << QStringList{u"c2"_s, u"c1"_s, u"c3"_s};
    QTest::newRow("id, as a number") << ClientColumn::Id << QStringList{u"c1"_s, u"c2"_s, u"c3"_s};
    QTest::newRow("queue, ties by id") << ClientColumn::Queue << QStringList{u"c1"_s, u"c3"_s, u"c2"_s};
    QTest::newRow("address") << ClientColumn::Address << QStringList{u"c1"_s, u"c2"_s, u"c3"_s};
    QTest::newRow("connected for") << ClientColumn::ConnectedFor << QStringList{u"c1"_s, u"c2"_s, u"c3"_s};
}

void SortedClientsTest::sortsByAnyColumn()
{
    QFETCH(const ClientColumn, column);
    QFETCH(const QStringList, expected);
    ClientsModel clients;
    SortedClients sorted(clients);
    const QAbstractItemModelTester tester(&sorted);
    clients.apply({client(1, "cat", {"red"}), client(2, "Bob", {"blue"}), client(3, "ann")});
    clients.measure({queued(2, 50)});
    sorted.sort(static_cast<int>(column), Qt::AscendingOrder);
    QCOMPARE(ids(sorted), expected);
    sorted.sort(static_cast<int>(column), Qt::DescendingOrder);
    QCOMPARE(ids(sorted), QStringList(expected.rbegin(), expected.rend()));
    sorted.sort(-1, Qt::AscendingOrder);
    QCOMPARE(ids(sorted), (QStringList{u"c1"_s, u"c2"_s, u"c3"_s}));
}

void SortedClientsTest::moveNoRowWhileHeld()
{
    ClientsModel clients;
    SortedClients sorted(clients);
    const QAbstractItemModelTester tester(&sorted);
    clients.apply({client(1, "ann"), client(2, "bob"), client(3, "cat")});
    sorted.sort(static_cast<int>(ClientColumn::Queue), Qt::DescendingOrder);
    const QStringList before = ids(sorted);
    sorted.setHeld(true);
    clients.measure({queued(1, 10), queued(2, 50)});
    clients.tick(sampleTime);
    clients.apply({client(4, "dan")});
    QTest::qWait(0);
    sorted.settle();
    QCOMPARE(ids(sorted), before + QStringList{u"c4"_s});
    sorted.setHeld(false);
    QTRY_COMPARE(ids(sorted), (QStringList{u"c2"_s, u"c1"_s, u"c4"_s, u"c3"_s}));
}

void SortedClientsTest::putsNewClientsInOrderTogether()
{
    ClientsModel clients;
    SortedClients sorted(clients);
    sorted.sort(static_cast<int>(ClientColumn::Name), Qt::AscendingOrder);
    QSignalSpy ordered(&sorted, &QAbstractItemModel::layoutChanged);
    clients.apply({client(1, "cat")});
    clients.apply({client(2, "bob")});
    clients.apply({client(3, "ann")});
    QTRY_COMPARE(ids(sorted), (QStringList{u"c3"_s, u"c2"_s, u"c1"_s}));
    QCOMPARE(ordered.size(), 1);
}

void SortedClientsTest::putsThoseThatTheMessageMeantFirst()
{
    ClientsModel clients;
    SortedClients sorted(clients);
    const QAbstractItemModelTester tester(&sorted);
    clients.apply({client(5, "eve"), client(4, "dan"), client(3, "cat"), client(2, "bob"), client(1, "ann")});
    clients.setFan(Fan(fanDetail()));
    QTRY_COMPARE(ids(sorted),
                 (QStringList{u"c2"_s, u"c1"_s, u"c3"_s, u"c4"_s, u"c5"_s})); // waits, got, left out, later
    sorted.sort(static_cast<int>(ClientColumn::Id), Qt::AscendingOrder);
    QCOMPARE(ids(sorted), (QStringList{u"c2"_s, u"c1"_s, u"c3"_s, u"c4"_s, u"c5"_s}));
    sorted.sort(-1, Qt::AscendingOrder);
    clients.setFan({});
    QTRY_COMPARE(ids(sorted), (QStringList{u"c5"_s, u"c4"_s, u"c3"_s, u"c2"_s, u"c1"_s})); // as they came
}

void SortedClientsTest::showsOneButPartOfTheFan()
{
    ClientsModel clients;
    SortedClients sorted(clients);
    clients.apply({client(1, "ann"), client(2, "bob"), client(3, "cat"), client(4, "dan")});
    clients.setFan(Fan(fanDetail()));
    sorted.setParts({FanPart::LeftOut});
    QCOMPARE(ids(sorted), (QStringList{u"c3"_s, u"c4"_s}));
    sorted.setParts({FanPart::LeftOut, FanPart::Waits});
    QCOMPARE(ids(sorted), (QStringList{u"c2"_s, u"c3"_s, u"c4"_s}));
    sorted.setParts({});
    QCOMPARE(sorted.rowCount(), 4);
}

void SortedClientsTest::doesNotTellAboutEachOfTenThousand()
{
    ClientsModel clients;
    SortedClients sorted(clients);
    QSignalSpy inserted(&sorted, &QAbstractItemModel::rowsInserted);
    QSignalSpy changed(&sorted, &QAbstractItemModel::dataChanged);
    clients.apply(crowd());
    QCOMPARE(inserted.size(), 1);
    clients.measure(crowdTraffic(1));
    QCOMPARE(changed.size(), 1);
    clients.tick(sampleTime);
    QCOMPARE(changed.size(), 2);
    clients.apply(crowd());
    QCOMPARE(changed.size(), 3);
}

void SortedClientsTest::insertsTenThousand()
{
    const std::vector<link::ClientInfo> infos = crowd();
    QBENCHMARK
    {
        ClientsModel clients;
        SortedClients sorted(clients);
        clients.apply(infos);
        QCOMPARE(sorted.rowCount(), int(many));
    }
}

void SortedClientsTest::sortsTenThousand()
{
    ClientsModel clients;
    SortedClients sorted(clients);
    clients.apply(crowd());
    auto order = Qt::AscendingOrder;
    QBENCHMARK
    {
        sorted.sort(static_cast<int>(ClientColumn::Name), order);
        order = order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    }
    sorted.sort(static_cast<int>(ClientColumn::Name), Qt::AscendingOrder);
    QCOMPARE(sorted.index(0, 0).data().toString(), QStringLiteral("● user-0"));
}

void SortedClientsTest::findsAmongTenThousand()
{
    ClientsModel clients;
    SortedClients sorted(clients);
    clients.apply(crowd());
    QBENCHMARK
    {
        sorted.setSearch({});
        sorted.setSearch(QStringLiteral("group-42"));
    }
    QCOMPARE(sorted.rowCount(), 100);
}

void SortedClientsTest::measuresTenThousand()
{
    ClientsModel clients;
    SortedClients sorted(clients);
    clients.apply(crowd());
    sorted.sort(static_cast<int>(ClientColumn::Queue), Qt::DescendingOrder);
    quint64 round = 0;
    QBENCHMARK
    {
        ++round;
        clients.measure(crowdTraffic(round));
        clients.tick(sampleTime + std::chrono::seconds(round));
    }
    QVERIFY(clients.at(sorted.mapToSource(sorted.index(0, 0)).row()).traffic.queuedBytes > 0);
}

SIGNALBOX_TEST(SortedClientsTest)
#include "sorted_clients_test.moc"
