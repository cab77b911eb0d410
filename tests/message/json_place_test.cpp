// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/message/json_place.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::message;

class JsonPlaceTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheFirstByteThatDoesNotBelong_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        const auto row = [](const QByteArray& text, int line, int column) {
            QTest::newRow(text.isEmpty() ? "empty" : text.left(40).constData()) << text << line << column;
        };
        row("", 1, 1);
        row("  x", 1, 3);
        row("{", 1, 2);
        row("{\"a\":1,}", 1, 8);
        row("{\"a\" 1}", 1, 6);
        row("{a:1}", 1, 2);
        row("[1,\n 2,,3]", 2, 4);
        row("[1 2]", 1, 4);
        row("tru", 1, 4);
        row("trux", 1, 4);
        row("01", 1, 2);
        row("-", 1, 2);
        row("1.", 1, 3);
        row("1e+", 1, 4);
        row("\"a", 1, 3);
        row("\"\\x\"", 1, 3);
        row("\"\\u12G4\"", 1, 6);
        row("\"\t\"", 1, 2);
        row("\"\xC3\xA4\" x", 1, 5); // columns count characters
        row("{} {}", 1, 4);
        row("{\"data\": \"a\", \\\n}", 1, 15); // as the seed's sample has it
    }

    void findsTheFirstByteThatDoesNotBelong()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        QFETCH(int, column);
        const JsonPlace place = findJsonFault(text);
        QCOMPARE(place.line, qsizetype(line));
        QCOMPARE(place.column, qsizetype(column));
    }

    void survivesDeepNesting() { QVERIFY(findJsonFault(QByteArray(1'000'000, '[')).column > 500); }
};

SIGNALBOX_TEST(JsonPlaceTest)
#include "json_place_test.moc"
