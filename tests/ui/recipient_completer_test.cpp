// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/clients_model.h"
#include "ui/models/recipient_completer.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace signalbox;
using namespace signalbox::tests;
using ui::RecipientCompleter;

class RecipientCompleterTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        link::ClientInfo tagged = client(5, "cat", {"blue"});
        tagged.tags = {TagName::trusted("red-team")};
        m_clients.apply(
            {client(3, "ann", {"red"}), client(4, "bob", {"red", "blue"}), tagged, client(7, {})});
    }
    void cleanup() { m_clients.remove({ended(3), ended(4), ended(5), ended(7)}); }
    void offersEverythingForNothing();
    void putsWhatIsMeantFirst();
    void obeysPrefixesAndTheMinus();
    void knowsTheTypeOfAName();
    void seesNewClientsWhenToldTo();
    void showsHostileNamesAsText();
    void answersWithinTwentyMillisecondsForTenThousandClients();

private:
    [[nodiscard]] static QStringList texts(const RecipientCompleter& completer)
    {
        QStringList texts;
        for (int row = 0; row < completer.rowCount(); ++row) {
            texts += completer.index(row, 0).data().toString();
        }
        return texts;
    }

    ui::ClientsModel m_clients;
};

void RecipientCompleterTest::offersEverythingForNothing()
{
    RecipientCompleter completer(m_clients);
    const QAbstractItemModelTester tester(&completer);
    completer.complete({});
    QCOMPARE(texts(completer),
             (QStringList{QStringLiteral("everyone · 4 clients"), QStringLiteral("group blue · 2 clients"),
                          QStringLiteral("group red · 2 clients"), QStringLiteral("user ann · 1 client"),
                          QStringLiteral("user bob · 1 client"), QStringLiteral("user cat · 1 client"),
                          QStringLiteral("tag red-team · 1 client"), QStringLiteral("client c3 · ann"),
                          QStringLiteral("client c4 · bob"), QStringLiteral("client c5 · cat"),
                          QStringLiteral("client c7 · /ws")}));
    QVERIFY(completer.recipient(1) == (Recipient{RecipientType::Group, "blue"}));
}

void RecipientCompleterTest::putsWhatIsMeantFirst()
{
    RecipientCompleter completer(m_clients);
    completer.complete(QStringLiteral("RED"));
    QCOMPARE(texts(completer), (QStringList{QStringLiteral("group red · 2 clients"),
                                            QStringLiteral("tag red-team · 1 client")}));
    completer.complete(QStringLiteral("team"));
    QCOMPARE(completer.rowCount(), 1);
    completer.complete(QStringLiteral("nothing"));
    QCOMPARE(completer.rowCount(), 0);
}

void RecipientCompleterTest::obeysPrefixesAndTheMinus()
{
    RecipientCompleter completer(m_clients);
    completer.complete(QStringLiteral("user:b"));
    QCOMPARE(texts(completer), QStringList{QStringLiteral("user bob · 1 client")});
    completer.complete(QStringLiteral("-"));
    QCOMPARE(completer.rowCount(), 7); // three users, four clients
    QVERIFY(completer.recipient(0) == (Recipient{RecipientType::AllButUser, "ann"}));
    QCOMPARE(completer.index(0, 0).data(Qt::EditRole).toString(), QStringLiteral("−user:ann"));
    completer.complete(QStringLiteral("-group:r"));
    QCOMPARE(completer.rowCount(), 0);
}

void RecipientCompleterTest::knowsTheTypeOfAName()
{
    RecipientCompleter completer(m_clients);
    QCOMPARE(completer.typeOf(QStringLiteral("red")), RecipientType::Group);
    QCOMPARE(completer.typeOf(QStringLiteral("ann")), RecipientType::User);
    QCOMPARE(completer.typeOf(QStringLiteral("red-team")), RecipientType::Tag);
    QCOMPARE(completer.typeOf(QStringLiteral("c7")), RecipientType::Client);
    QCOMPARE(completer.typeOf(QStringLiteral("new")), RecipientType::Group);
}

void RecipientCompleterTest::seesNewClientsWhenToldTo()
{
    RecipientCompleter completer(m_clients);
    completer.complete(QStringLiteral("dan"));
    QCOMPARE(completer.rowCount(), 0);
    m_clients.apply({client(9, "dan")});
    completer.forget();
    completer.complete(QStringLiteral("dan"));
    QCOMPARE(completer.rowCount(), 1);
    m_clients.remove({ended(9)});
}

void RecipientCompleterTest::showsHostileNamesAsText()
{
    m_clients.apply({client(9, "<b>x\x1b\xe2\x80\xae")});
    RecipientCompleter completer(m_clients);
    completer.complete(QStringLiteral("user:<b>"));
    QCOMPARE(completer.rowCount(), 1);
    const QString text = completer.index(0, 0).data().toString();
    QVERIFY(text.startsWith(QStringLiteral("user <b>x\\")));
    QVERIFY(!text.contains(QChar(0x202e)));
    QVERIFY(completer.index(0, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("&lt;b&gt;")));
    m_clients.remove({ended(9)});
}

void RecipientCompleterTest::answersWithinTwentyMillisecondsForTenThousandClients()
{
    std::vector<link::ClientInfo> clients;
    for (quint64 id = 100; id < 10'100; ++id) {
        clients.push_back(client(id, "user-" + QByteArray::number(id * 7'919 % 10'007),
                                 {"group-" + QByteArray::number(id % 300)}));
    }
    ui::ClientsModel many;
    many.apply(clients);
    RecipientCompleter completer(many);
    completer.complete({});
    QElapsedTimer timer;
    timer.start();
    const int keystrokes = 20;
    for (int key = 0; key < keystrokes; ++key) {
        completer.complete(QStringLiteral("r-") + QString::number(key));
    }
    const double typed = static_cast<double>(timer.nsecsElapsed()) / 1e6 / keystrokes;
    timer.restart();
    completer.forget();
    completer.complete(QStringLiteral("user-77"));
    const double first = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    qInfo("10,000 clients: %.2f ms for a keystroke, %.2f ms for the first one", typed, first);
    QCOMPARE(completer.rowCount(), static_cast<int>(RecipientCompleter::maxRows));
    // The bound for a keystroke is 20 ms; builds for finding faults are slower by far.
    QVERIFY2(typed < 200, "a keystroke takes too long");
    QVERIFY2(first < 1'000, "the first keystroke takes too long");
}

SIGNALBOX_TEST(RecipientCompleterTest)
#include "recipient_completer_test.moc"
