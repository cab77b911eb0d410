// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filter/caseless_search.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

#include <random>

using namespace signalbox::filter;

class CaselessSearchTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsInAnyCase_data()
    {
        QTest::addColumn<QByteArray>("wanted");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("found");
        QTest::newRow("nothing") << QByteArray() << QByteArray("abc") << true;
        QTest::newRow("in nothing") << QByteArray("a") << QByteArray() << false;
        QTest::newRow("itself") << QByteArray("abc") << QByteArray("abc") << true;
        QTest::newRow("at the end") << QByteArray("BC") << QByteArray("aaabc") << true;
        QTest::newRow("other case") << QByteArray("hello") << QByteArray("say HeLLo!") << true;
        QTest::newRow("longer") << QByteArray("abcd") << QByteArray("abc") << false;
        QTest::newRow("repeated") << QByteArray("aab") << QByteArray("aaaaab") << true;
        QTest::newRow("not a letter") << QByteArray("@") << QByteArray("`") << false;
        QTest::newRow("bytes") << QByteArray("\xFF\x00\x01", 3) << QByteArray("x\xFF\x00\x01", 4) << true;
        QTest::newRow("umlauts are exact") << QByteArray("Ü") << QByteArray("ü") << false;
    }

    void findsInAnyCase()
    {
        QFETCH(QByteArray, wanted);
        QFETCH(QByteArray, text);
        QFETCH(bool, found);
        QCOMPARE(CaselessSearch(wanted).isIn(text), found);
    }

    void findsWhatAPlainSearchFinds()
    {
        std::mt19937 random(7); // NOLINT: the same every time
        const auto randomText = [&random](int longest) {
            QByteArray text(static_cast<int>(random() % static_cast<unsigned>(longest)), 'a');
            for (char& letter : text) {
                letter = "abAB"[random() % 4];
            }
            return text;
        };
        for (int round = 0; round < 20'000; ++round) {
            const QByteArray text = randomText(40);
            const QByteArray wanted = randomText(6);
            QCOMPARE(CaselessSearch(wanted).isIn(text), text.toLower().contains(wanted.toLower()));
            QCOMPARE(isSameText(text, wanted), text.toLower() == wanted.toLower());
        }
    }
};

SIGNALBOX_TEST(CaselessSearchTest)
#include "caseless_search_test.moc"
