// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/text_search.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::control;

class TextSearchTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsATextInAnother_data()
    {
        QTest::addColumn<QByteArray>("wanted");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isIn");
        QTest::newRow("whole") << QByteArray("ann") << QByteArray("ann") << true;
        QTest::newRow("part") << QByteArray("firefox") << QByteArray("Mozilla Firefox/1") << true;
        QTest::newRow("upper case") << QByteArray("ANN") << QByteArray("joann") << true;
        QTest::newRow("end") << QByteArray("nn") << QByteArray("ann") << true;
        QTest::newRow("longer") << QByteArray("anna") << QByteArray("ann") << false;
        QTest::newRow("beyond ASCII") << QByteArray("\xC3\xA9") << QByteArray("caf\xC3\xA9") << true;
        QTest::newRow("brackets are no letters") << QByteArray("[") << QByteArray("{") << false;
        QTest::newRow("nothing") << QByteArray() << QByteArray("ann") << true;
        QTest::newRow("nothing in nothing") << QByteArray() << QByteArray() << true;
        QTest::newRow("in nothing") << QByteArray("a") << QByteArray() << false;
    }
    void findsATextInAnother()
    {
        QFETCH(const QByteArray, wanted);
        QFETCH(const QByteArray, text);
        QTEST(TextSearch(wanted).isIn(text), "isIn");
    }
};

SIGNALBOX_TEST(TextSearchTest)
#include "text_search_test.moc"
