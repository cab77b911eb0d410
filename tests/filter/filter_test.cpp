// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filter/filter.h"

#include "server/filter/row_subject.h"
#include "tests/filter/sample_rows.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::filter;

class FilterTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutATextEverythingPasses()
    {
        const auto filter = compile(u"");
        QVERIFY(filter && filter->isEmpty());
        RowSubject subject;
        const link::FrameRow row = tests::receivedRow();
        subject.set(row);
        QVERIFY(filter->matches(subject));
        QVERIFY(Filter().matches(subject));
        QCOMPARE(filter->text(), QString());
        QCOMPARE(filter->reading(), QString());
    }

    void anErrorSaysWhatAndWhere()
    {
        const auto filter = compile(u"fin and opcod == text");
        QVERIFY(!filter);
        QCOMPARE(filter.error().code, QByteArray("filter.unknown_field"));
        QVERIFY(filter.error().message.startsWith(u"At 9: There is no field opcod"_s));
    }

    void saysHowItWasRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reading");
        QTest::newRow("a text") << u"\"hello\""_s << u"searching payloads for hello"_s;
        QTest::newRow("a word") << u"hello"_s << u"searching payloads and names for hello"_s;
        QTest::newRow("words") << u"hello world"_s << u"searching payloads and names for hello and world"_s;
        QTest::newRow("both") << u"hello \"x\""_s << u"any contains \"hello\" and payload contains \"x\""_s;
        QTest::newRow("either") << u"a or b"_s << u"any contains \"a\" or any contains \"b\""_s;
        QTest::newRow("a term") << u"opcode:ping"_s << u"type:ping"_s;
        QTest::newRow("an expression") << u"opcode==ping"_s << u"opcode == ping"_s;
        QTest::newRow("a field that was meant as a word") << u"action"_s << u"action"_s;
    }

    void saysHowItWasRead()
    {
        QFETCH(QString, text);
        QFETCH(QString, reading);
        QCOMPARE(compile(text)->reading(), reading);
    }

    void knowsWhatItNeeds()
    {
        QVERIFY(compile(u"fin and dropped > 0")->needsDeliveries());
        QVERIFY(compile(u"with:c3")->needsDeliveries());
        QVERIFY(!compile(u"from == ann and message.x > 3")->needsDeliveries());
        QVERIFY(compile(u"fin and message.x")->needsPayload());
        QVERIFY(compile(u"hello")->needsPayload());
        QVERIFY(!compile(u"from == ann and length > 3")->needsPayload());
        QCOMPARE(compile(u"fin")->joint(), Filter::Joint::None);
        QCOMPARE(compile(u"fin mask")->joint(), Filter::Joint::And);
        QCOMPARE(compile(u"fin or mask")->joint(), Filter::Joint::Or);
        QCOMPARE(Filter().joint(), Filter::Joint::None);
    }
};

SIGNALBOX_TEST(FilterTest)
#include "filter_test.moc"
