// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/format/meaning.h"
#include "ui/models/clients_model.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace signalbox;
using namespace signalbox::tests;
using ui::ClientColumn;
using ui::ClientsModel;

namespace {

[[nodiscard]] QModelIndex cell(const ClientsModel& model, int row, ClientColumn column)
{
    return model.index(row, static_cast<int>(column));
}

[[nodiscard]] QString text(const ClientsModel& model, int row, ClientColumn column)
{
    return cell(model, row, column).data().toString();
}

[[nodiscard]] link::ClientTraffic traffic(quint64 id, quint64 received, quint64 sent, qint64 queued = 0)
{
    return {ClientId(id), received, sent, 0, 0, queued, std::chrono::microseconds(-1)};
}

} // namespace

class ClientsModelTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void insertsABatchAsOneRange();
    void replacesAKnownClientInPlace();
    void removesScatteredClientsByRanges();
    void removesManyScatteredClients();
    void ignoresTheEndOfAnUnknownClient();
    void showsWhatWaits();
    void makesRatesOfWhatPassedInASecond();
    void keepsOneMinuteOfAClient();
    void marksMutedAndTestClientsWithAGlyphAndAWord();
    void saysHowLongAClientHasBeenThere();
    void namesAClientWithoutAUserByWhatIsKnown();
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
    QCOMPARE(text(model, 1, ClientColumn::Name), QStringLiteral("● bob"));
}

void ClientsModelTest::replacesAKnownClientInPlace()
{
    ClientsModel model;
    const QAbstractItemModelTester tester(&model);
    model.apply({client(1, "ann"), client(2, "bob")});
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.apply({client(1, "ann", {"red"})});
    QCOMPARE(inserted.size(), 0);
    QCOMPARE(text(model, 0, ClientColumn::Groups), QStringLiteral("red"));
    model.apply({client(3, "cat"), client(3, "cat", {"blue"})}); // twice in one batch
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(text(model, 2, ClientColumn::Groups), QStringLiteral("blue"));
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
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.measure({traffic(1, 0, 1'204, 9'626)});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(text(model, 0, ClientColumn::Name), QStringLiteral("◐ ann"));
    QCOMPARE(text(model, 0, ClientColumn::Queue), QStringLiteral("9.4 KB"));
    QCOMPARE(text(model, 0, ClientColumn::Sent), QStringLiteral("1,204"));
    QCOMPARE(cell(model, 0, ClientColumn::Queue).data(ui::meaningRole).value<ui::Meaning>(),
             ui::Meaning::Warning);
    const double bar = cell(model, 0, ClientColumn::Queue).data(ui::barRole).toDouble();
    QVERIFY2(bar > 0.0 && bar < 0.5, qPrintable(QString::number(bar))); // of 64 KB at least
    QVERIFY(!cell(model, 0, ClientColumn::Sent).data(ui::barRole).isValid());
}

void ClientsModelTest::makesRatesOfWhatPassedInASecond()
{
    ClientsModel model;
    const QAbstractItemModelTester tester(&model);
    model.apply({client(1, "ann"), client(2, "bob")});
    model.measure({traffic(1, 100, 200)});
    model.tick(sampleTime);
    QCOMPARE(text(model, 0, ClientColumn::ReceivedRate), QStringLiteral("0")); // what came before is no rate
    model.measure({traffic(1, 110, 230)});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.tick(sampleTime + std::chrono::milliseconds(500)); // too soon
    QCOMPARE(changed.size(), 0);
    model.tick(sampleTime + std::chrono::seconds(2));
    QCOMPARE(changed.size(), 1); // once for all clients
    QCOMPARE(text(model, 0, ClientColumn::ReceivedRate), QStringLiteral("5.0"));
    QCOMPARE(text(model, 0, ClientColumn::SentRate), QStringLiteral("15"));
    QCOMPARE(model.rate(ClientId(1)), 20.0);
    QCOMPARE(model.rate(ClientId(9)), 0.0);
    QCOMPARE(model.at(0).trail->rates(), std::deque<double>{20.0});
    model.tick(sampleTime + std::chrono::seconds(3));
    QCOMPARE(text(model, 0, ClientColumn::SentRate), QStringLiteral("0"));
}

void ClientsModelTest::keepsOneMinuteOfAClient()
{
    ClientsModel model;
    model.apply({client(1, "ann")});
    for (quint64 second = 0; second <= 70; ++second) {
        model.measure({traffic(1, second * second, 0, static_cast<qint64>(second))});
        model.tick(sampleTime + std::chrono::seconds(second));
    }
    const std::deque<double> queues = model.at(0).trail->queues();
    QCOMPARE(queues.size(), ui::TrafficTrail::length);
    QCOMPARE(queues.front(), 11.0);
    QCOMPARE(queues.back(), 70.0);
    QCOMPARE(model.at(0).trail->rates().back(), 139.0);
}

void ClientsModelTest::marksMutedAndTestClientsWithAGlyphAndAWord()
{
    ClientsModel model;
    model.tick(sampleTime);
    link::ClientInfo muted = client(1, "ann");
    muted.mutedUntil = sampleTime + std::chrono::seconds(5);
    link::ClientInfo test = client(2, "tester 1");
    test.testClient = true;
    test.mutedUntil = WallTime::max();
    model.apply({muted, test});
    QCOMPARE(text(model, 0, ClientColumn::Name), QStringLiteral("● ann  ⊘ muted"));
    QCOMPARE(text(model, 1, ClientColumn::Name), QStringLiteral("● tester 1  ⊘ muted  ◇ test"));
    QCOMPARE(cell(model, 1, ClientColumn::Name).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("client tester 1 c2, groups: (no group), 0 bytes waiting, muted, test client"));
    model.tick(sampleTime + std::chrono::seconds(6)); // the mute of the first has ended
    QCOMPARE(text(model, 0, ClientColumn::Name), QStringLiteral("● ann"));
}

void ClientsModelTest::saysHowLongAClientHasBeenThere()
{
    ClientsModel model;
    model.apply({client(1, "ann")});
    model.tick(sampleTime + std::chrono::milliseconds(12'400));
    QCOMPARE(text(model, 0, ClientColumn::ConnectedFor), QStringLiteral("12 s"));
    model.tick(sampleTime + std::chrono::minutes(125));
    QCOMPARE(text(model, 0, ClientColumn::ConnectedFor), QStringLiteral("2 h 5 min"));
}

void ClientsModelTest::namesAClientWithoutAUserByWhatIsKnown()
{
    ClientsModel model;
    link::ClientInfo info = client(1, {});
    info.path = "/chat.html";
    info.userAgent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36";
    model.apply({info});
    QCOMPARE(text(model, 0, ClientColumn::Name), QStringLiteral("● Chrome, /chat.html"));
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
