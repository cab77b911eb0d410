// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filter/field.h"

#include "server/filter/field_words.h"
#include "server/filter/operators.h"
#include "tests/support/test_registry.h"

#include <QtCore/QFile>
#include <QtCore/QMetaEnum>
#include <QtCore/QSet>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::filter;

namespace {

template <typename Enum>
void everyValueHasAWord(Field field)
{
    const QMetaEnum values = QMetaEnum::fromType<Enum>();
    for (int at = 0; at < values.keyCount(); ++at) {
        QVERIFY2(!wordOfValue(field, values.value(at)).isEmpty(), values.key(at));
    }
}

} // namespace

class FieldTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isFoundByItsName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("found"); // empty: nothing
        const auto add = [](const char* name, const char* found) {
            QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(found);
        };
        add("from", "from");
        add("FROM.User", "from.user");
        add("from.users", "");
        add("frame.number", "number");
        add("frame.", "");
        add("message.x.y", "message");
        add("message[0]", "message");
        add("messages", "");
        add("number.x", "");
        add("", "");
    }

    void isFoundByItsName()
    {
        QFETCH(QString, name);
        QFETCH(QString, found);
        const FieldInfo* info = findField(name);
        QCOMPARE(info == nullptr ? QString() : QString(info->name), found);
    }

    void everyValueHasOneWord()
    {
        everyValueHasAWord<link::RowKind>(Field::Kind);
        everyValueHasAWord<link::Direction>(Field::Direction);
        everyValueHasAWord<link::SenderKind>(Field::Sender);
        everyValueHasAWord<websocket::Opcode>(Field::Opcode);
        everyValueHasAWord<EndReason>(Field::End);
        const QMetaEnum kinds = QMetaEnum::fromType<link::RowKind>();
        for (int at = 0; at < kinds.keyCount(); ++at) {
            link::FrameRow row;
            row.kind = static_cast<link::RowKind>(kinds.value(at));
            QVERIFY2(!typeWord(row).isEmpty(), kinds.key(at));
        }
    }

    void wordsAreReadInAnyCase()
    {
        QCOMPARE(valueOfWord(Field::Opcode, u"PING"), std::optional(9));
        QCOMPARE(valueOfWord(Field::Opcode, u"9"), std::optional(9));
        QCOMPARE(valueOfWord(Field::Opcode, u"3"), std::nullopt);
        QCOMPARE(valueOfWord(Field::From, u"ann"), std::nullopt);
    }

    void everyTypeHasAnOperator()
    {
        for (const FieldInfo& info : fieldTable()) {
            QVERIFY(!typeName(info.type).isEmpty());
            QVERIFY(operatorWords(info.type).contains(u"=="_s));
            QVERIFY(!info.meaning.isEmpty());
        }
        QVERIFY(!operatorOf(u"===").has_value());
        QCOMPARE(operatorOf(u"GE"), std::optional(Operator::GreaterOrEqual));
        QVERIFY(operatorText(Operator::Has).isEmpty());
    }

    void theManualHasTheSameTable()
    {
        QFile file(QStringLiteral(SIGNALBOX_SOURCE_DIR "/README.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString manual = QString::fromUtf8(file.readAll());
        const QString chapter = manual.section(u"\n| field | "_s, 1).section(u"\n\n"_s, 0, 0);
        QStringList documented;
        for (const QString& line : chapter.split(u'\n').sliced(2)) {
            documented.append(line.section(u'|', 1, 1).trimmed().remove(u'`'));
        }
        QCOMPARE(documented, fieldNames());
    }
};

SIGNALBOX_TEST(FieldTest)
#include "field_test.moc"
