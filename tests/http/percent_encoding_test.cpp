// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/percent_encoding.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

namespace {

using namespace signalbox::http;

class PercentEncodingTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decodes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("decoded");
        QTest::newRow("nothing to do") << QByteArray("abc") << QByteArray("abc");
        QTest::newRow("empty") << QByteArray() << QByteArray();
        QTest::newRow("lower and upper digits") << QByteArray("%2f%2F") << QByteArray("//");
        QTest::newRow("at the end") << QByteArray("a%20") << QByteArray("a ");
        QTest::newRow("in the middle") << QByteArray("ab%20cd") << QByteArray("ab cd");
        QTest::newRow("UTF-8") << QByteArray("J%C3%BCrgen") << QByteArray("J\xC3\xBCrgen");
        QTest::newRow("once only") << QByteArray("%2541") << QByteArray("%41");
        QTest::newRow("highest byte") << QByteArray("%fF") << QByteArray("\xFF");
    }
    void decodes()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, decoded);
        QCOMPARE(percentDecoded(text, PlusSign::Literal), std::optional(decoded));
    }

    void readsPlusAsAskedFor()
    {
        QCOMPARE(percentDecoded("a+b%2B", PlusSign::Space), std::optional(QByteArray("a b+")));
        QCOMPARE(percentDecoded("a+b%2B", PlusSign::Literal), std::optional(QByteArray("a+b+")));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("lone sign") << QByteArray("%");
        QTest::newRow("one digit") << QByteArray("a%2");
        QTest::newRow("no digit") << QByteArray("%zz");
        QTest::newRow("second no digit") << QByteArray("%2g");
        QTest::newRow("sign of a number") << QByteArray("%+1");
        QTest::newRow("NUL") << QByteArray("a%00b");
        QTest::newRow("NUL as it is") << QByteArray("a\0b", 3);
    }
    void refuses()
    {
        QFETCH(const QByteArray, text);
        QVERIFY(!percentDecoded(text, PlusSign::Literal));
        QVERIFY(!percentDecoded(text, PlusSign::Space));
    }
};

} // namespace

SIGNALBOX_TEST(PercentEncodingTest)
#include "percent_encoding_test.moc"
