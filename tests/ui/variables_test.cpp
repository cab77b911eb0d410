// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/variables.h"

#include <QtCore/QRandomGenerator>
#include <QtCore/QUuid>
#include <QtTest/QtTest>

using namespace signalbox;
using namespace signalbox::ui;

class VariablesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fillsInWhatItKnows_data();
    void fillsInWhatItKnows();
    void drawsNumbersWithinTheirBounds();
    void makesAnIdOfItsOwnEachTime();
    void asksForTheOthersOnce();
    void leavesWhatHasNoValue();

private:
    [[nodiscard]] static QByteArray filled(const QByteArray& message, const VariableSource& source)
    {
        return filledIn({"a",
                         message,
                         MessageKind::String,
                         {},
                         {},
                         {},
                         {{QStringLiteral("name"), QStringLiteral("ann \"x\"")}}},
                        source)
            .message;
    }
};

void VariablesTest::fillsInWhatItKnows_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("filled");
    QTest::newRow("none") << QByteArray("{\"a\":{\"b\":1}}") << QByteArray("{\"a\":{\"b\":1}}");
    QTest::newRow("number") << QByteArray("{{n}}/{{ count }}") << QByteArray("37/37");
    QTest::newRow("time") << QByteArray("{{now}} {{time}}")
                          << QByteArray("2023-11-14T22:13:20.000Z 2023-11-14T22:13:20.000Z");
    QTest::newRow("own") << QByteArray("hello {{name}}, ä {{name}}")
                         << QByteArray("hello ann \"x\", ä ann \"x\"");
    QTest::newRow("random of one") << QByteArray("{{random 5 5}}") << QByteArray("5");
}

void VariablesTest::fillsInWhatItKnows()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, filled);
    QCOMPARE(VariablesTest::filled(text, {tests::sampleTime, 37}), filled);
}

void VariablesTest::drawsNumbersWithinTheirBounds()
{
    QRandomGenerator random(1);
    QSet<int> seen;
    for (int i = 0; i < 200; ++i) {
        const int number = filled("{{random 3 -1}}", {tests::sampleTime, 1, &random}).toInt();
        QVERIFY(number >= -1 && number <= 3);
        seen.insert(number);
    }
    QCOMPARE(seen.size(), 5);
}

void VariablesTest::makesAnIdOfItsOwnEachTime()
{
    const QByteArray two = filled("{{uuid}} {{uuid}}", {tests::sampleTime, 1});
    const QUuid one(QString::fromLatin1(two.left(36)));
    const QUuid other(QString::fromLatin1(two.right(36)));
    QCOMPARE(one.version(), QUuid::Random);
    QVERIFY(!one.isNull() && one != other);
}

void VariablesTest::asksForTheOthersOnce()
{
    Draft draft{
        "{{what}}", "{{n}} {{who}} {{random 1 2}} {{what}} {{now}}", MessageKind::String, "{{who}}", {}, {}};
    QCOMPARE(ownVariables(draft), (QStringList{QStringLiteral("what"), QStringLiteral("who")}));
    QVERIFY(hasVariables(draft));
    QVERIFY(!hasVariables({"a", "{ {b} }", MessageKind::String, {}, {}, {}}));
}

void VariablesTest::leavesWhatHasNoValue()
{
    QCOMPARE(filled("{{other}} {{}} {{random x}}", {}), QByteArray("{{other}} {{}} {{random x}}"));
}

SIGNALBOX_TEST(VariablesTest)
#include "variables_test.moc"
