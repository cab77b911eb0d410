// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/token.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

namespace {

using namespace signalbox::http;

class TokenTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsTokens_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("token");
        QTest::newRow("letters") << QByteArray("GET") << true;
        QTest::newRow("all marks") << QByteArray("!#$%&'*+-.^_`|~09az") << true;
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("space") << QByteArray("a b") << false;
        QTest::newRow("colon") << QByteArray("a:") << false;
        QTest::newRow("slash") << QByteArray("a/b") << false;
        QTest::newRow("NUL") << QByteArray("a\0", 2) << false;
        QTest::newRow("DEL") << QByteArray("\x7F") << false;
        QTest::newRow("not ASCII") << QByteArray("\xC3\xA4") << false;
    }
    void knowsTokens()
    {
        QFETCH(const QByteArray, text);
        QTEST(isToken(text), "token");
    }

    void agreesWithTheGrammarOnEveryByte()
    {
        const QByteArray separators = "\"(),/:;<=>?@[\\]{} \t";
        for (int byte = 0; byte < 256; ++byte) {
            const char character = static_cast<char>(byte);
            const bool expected = byte > 0x20 && byte < 0x7F && !separators.contains(character);
            QVERIFY2(isTokenCharacter(character) == expected, QByteArray::number(byte).constData());
        }
    }

    void splitsLists()
    {
        QCOMPARE(splitList("a, b ,\tc"), (QList<QByteArray>{"a", "b", "c"}));
        QCOMPARE(splitList("a,,b,"), (QList<QByteArray>{"a", "", "b", ""}));
        QCOMPARE(splitList(""), QList<QByteArray>{""});
    }

    void comparesWithoutCase()
    {
        QVERIFY(equalIgnoringCase("WebSocket", "websocket"));
        QVERIFY(!equalIgnoringCase("websocket", "websockets"));
        QVERIFY(equalIgnoringCase("", ""));
        QVERIFY(!equalIgnoringCase("@[`{", "`{@[")); // beside the letters, as far apart as their cases
        QVERIFY(!equalIgnoringCase("\xC3\x84", "\xC3\xA4"));
        QVERIFY(equalIgnoringCase(QByteArray("A\0Z", 3), QByteArray("a\0z", 3)));
        QVERIFY(!equalIgnoringCase(QByteArray("a\0b", 3), QByteArray("a\0c", 3)));
    }

    void findsElementsOfLists()
    {
        QVERIFY(listHas("a, B ,\tc", "b"));
        QVERIFY(listHas("a,b", "B"));
        QVERIFY(listHas("a,,b", ""));
        QVERIFY(listHas("a,", ""));
        QVERIFY(listHas("", ""));
        QVERIFY(!listHas("a, bc", "b"));
        QVERIFY(!listHas("a b", "a"));
        QVERIFY(!listHas("a,b", ""));
    }

    void takesBlanksOff()
    {
        QCOMPARE(withoutBlanks(" \ta b\t "), QByteArrayView("a b"));
        QCOMPARE(withoutBlanks("  "), QByteArrayView(""));
    }
};

} // namespace

SIGNALBOX_TEST(TokenTest)
#include "token_test.moc"
