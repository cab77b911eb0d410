// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/format/meaning.h"
#include "ui/models/clients_model.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace signalbox;
using namespace signalbox::tests;
using ui::ClientsModel;

class ClientsModelTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void insertsABatchAsOneRange();
    void replacesAKnownClientInPlace();
    void removesScatteredClientsByRanges();
    void removesManyScatteredClients();
    void ignoresTheEndOfAnUnknownClient();
    void showsWhatWaits();
    void showsHostileNamesAsText_data();
    void showsHostileNamesAsText();
};

void ClientsModelTest::insertsABatchAsOneRange()
{
    ClientsModel model;
    const QAbstractItemModelTester tester(&model);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.apply({client(1, "ann"), client(2, "bob"), client(3, "cat")});
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(1, ClientsModel::NameColumn).data().toString(), QStringLiteral("● bob"));
}

void ClientsModelTest::replacesAKnownClientInPlace()
{
    ClientsModel model;
    const QAbstractItemModelTester tester(&model);
    model.apply({client(1, "ann"), client(2, "bob")});
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.apply({client(1, "ann", {"red"})});
    QCOMPARE(inserted.size(), 0);
    QCOMPARE(model.index(0, ClientsModel::GroupsColumn).data().toString(), QStringLiteral("red"));
    model.apply({client(3, "cat"), client(3, "cat", {"blue"})}); // twice in one batch
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(2, ClientsModel::GroupsColumn).data().toString(), QStringLiteral("blue"));
}

void ClientsModelTest::removesScatteredClientsByRanges()
{
    ClientsModel model;
    const QAbstractItemModelTester tester(&model);
    model.apply({client(1, "a"), client(2, "b"), client(3, "c"), client(4, "d"), client(5, "e")});
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    model.remove({ended(2), ended(5), ended(3)});
    QCOMPARE(removed.size(), 2);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.rowOf(ClientId(1)), 0);
    QCOMPARE(model.rowOf(ClientId(4)), 1);
    QCOMPARE(model.rowOf(ClientId(3)), -1);
    QVERIFY(model.find(ClientId(5)) == nullptr);
}

void ClientsModelTest::removesManyScatteredClients()
{
    ClientsModel model;
    const QAbstractItemModelTester tester(&model);
    std::vector<link::ClientInfo> infos;
    std::vector<link::ClientEnd> ends;
    for (quint64 id = 1; id <= 400; ++id) {
        infos.push_back(client(id, "u"));
        if (id % 2 == 0) {
            ends.push_back(ended(id));
        }
    }
    model.apply(infos);
    model.remove(ends);
    QCOMPARE(model.rowCount(), 200);
    QCOMPARE(model.rowOf(ClientId(399)), 199);
}

void ClientsModelTest::ignoresTheEndOfAnUnknownClient()
{
    ClientsModel model;
    const QAbstractItemModelTester tester(&model);
    model.remove({ended(9)});
    model.apply({client(1, "ann")});
    model.remove({ended(9)});
    QCOMPARE(model.rowCount(), 1);
}

void ClientsModelTest::showsWhatWaits()
{
    ClientsModel model;
    const QAbstractItemModelTester tester(&model);
    model.apply({client(1, "ann")});
    link::ClientTraffic traffic;
    traffic.client = ClientId(1);
    traffic.queuedBytes = 9'626;
    traffic.messagesSent = 1'204;
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.measure({traffic});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.index(0, ClientsModel::NameColumn).data().toString(), QStringLiteral("◐ ann"));
    QCOMPARE(model.index(0, ClientsModel::QueueColumn).data().toString(), QStringLiteral("9.4 KB"));
    QCOMPARE(model.index(0, ClientsModel::SentColumn).data().toString(), QStringLiteral("1,204"));
    QCOMPARE(model.index(0, ClientsModel::QueueColumn).data(ui::meaningRole).value<ui::Meaning>(),
             ui::Meaning::Warning);
}

void ClientsModelTest::showsHostileNamesAsText_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QString>("expected");
    QTest::newRow("markup") << QByteArray("<img src=x>") << QStringLiteral("● <img src=x>");
    QTest::newRow("right to left") << QByteArray("שלום") << QStringLiteral("● \u2068שלום\u2069");
    QTest::newRow("bidirectional override") << QByteArray("a\xE2\x80\xAE"
                                                          "b")
                                            << QStringLiteral("● a\\u{202e}b");
    QTest::newRow("line break") << QByteArray("a\nb") << QStringLiteral("● a\\u{a}b");
}

void ClientsModelTest::showsHostileNamesAsText()
{
    QFETCH(const QByteArray, user);
    QFETCH(const QString, expected);
    ClientsModel model;
    model.apply({client(1, user), client(2, QByteArray(5'000, 'x'))});
    QCOMPARE(model.index(0, 0).data().toString(), expected);
    const QString tip = model.index(0, 0).data(Qt::ToolTipRole).toString();
    QVERIFY2(!tip.contains(QStringLiteral("<img")), qPrintable(tip));
    const QString huge = model.index(1, 0).data().toString();
    QVERIFY(huge.size() < 310);
    QVERIFY(huge.contains(u'…'));
}

SIGNALBOX_TEST(ClientsModelTest)
#include "clients_model_test.moc"
