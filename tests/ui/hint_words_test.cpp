// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routing/hint.h"
#include "server/routing/last_seen.h"
#include "tests/routing/population.h"
#include "tests/support/test_registry.h"
#include "ui/format/hint_words.h"

#include <QtCore/QTranslator>
#include <QtTest/QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using ui::hintText;

/// The hints are the router's own, so that a sentence which changes there is missed here.
class HintWordsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCoreApplication::removeTranslator(&m_german); }

    void everyHintIsInTheWindowsLanguage_data()
    {
        QTest::addColumn<QByteArray>("population");
        QTest::addColumn<QByteArray>("recipients");
        const auto row = [](const char* population, const char* recipients) {
            QTest::addRow("%s | %s", population, recipients)
                << QByteArray(population) << QByteArray(recipients);
        };
        row("", "all");
        row("", "user:gone");
        row("ann@red", "");
        row("ann@red", "group:");
        row("ann@red", "group:red_______");
        row("ann@red", "group:red_");
        row("ann@red", "group:_red");
        row("ann@red", "group:__red");
        row("ann@red", "group:_red__");
        row("ann@red__", "group:red");
        row("ann@red", "group:Red");
        row("ann@red", "group:Red_");
        row("ann@chatusers", "group:chatuser");
        row("Ann@red", "user:ann");
        row("ann#vip", "tag:VIP");
        row("ann@red", "group:warehouse");
        row("ann@red", "tag:warehouse");
        row("ann@red", "user:warehouse");
        row("warehouse@red", "group:warehouse");
        row("ann@warehouse", "user:warehouse");
        row("ann#warehouse", "user:warehouse");
        row("ann@red", "user:gone");
        row("ann@red", "client:c9");
        row("ann@red", "group:red allButUser:ann");
        row("ann@red bob@red", "group:red allButUser:ann allButUser:bob");
        row("ann@red", "group:one1111 group:two2222 group:three333 group:four4444");
    }

    void everyHintIsInTheWindowsLanguage()
    {
        QFETCH(const QByteArray, population);
        QFETCH(const QByteArray, recipients);
        routing::MemberIndex members;
        routing::tests::populate(members, population);
        routing::LastSeen seen;
        seen.record(UserName::trusted("gone"),
                    {WallTime(std::chrono::seconds(1'700'000'000)), EndReason::Vanished, 1006});
        const QString hint =
            routing::hintForNobody(routing::tests::recipientsFrom(recipients), members, seen);
        QVERIFY(!hint.isEmpty());
        QCOMPARE(hintText(hint), hint); // English is what the broker wrote
        speakGerman();
        const QStringList english = hint.split(u"; "_s);
        const QStringList german = hintText(hint).split(u"; "_s);
        QCOMPARE(german.size(), english.size());
        for (qsizetype part = 0; part < english.size(); ++part) {
            QVERIFY2(german[part] != english[part], qPrintable(english[part]));
            QVERIFY2(!german[part].contains(u" the "_s), qPrintable(german[part]));
        }
    }

    void namesStayWhatTheyAre()
    {
        speakGerman();
        QCOMPARE(hintText(u"group \"%2 <b>\" exists; the name sent has 7 trailing blanks"_s),
                 u"die Gruppe \"%2 <b>\" gibt es; der gesendete Name hat 7 Leerzeichen am Ende"_s);
        QCOMPARE(hintText(u"something else"_s), u"something else"_s);
        QCOMPARE(hintText({}), QString());
    }

private:
    void speakGerman()
    {
        QVERIFY(m_german.load(QStringLiteral(SIGNALBOX_GERMAN)));
        QVERIFY(QCoreApplication::installTranslator(&m_german));
    }

    QTranslator m_german;
};

SIGNALBOX_TEST(HintWordsTest)
#include "hint_words_test.moc"
