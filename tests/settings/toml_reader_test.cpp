// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/toml_reader.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

WrittenFile read(QByteArrayView text)
{
    const auto file = readToml(text, u"f.toml"_s);
    return file ? *file : WrittenFile{};
}

} // namespace

class TomlReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTypesAndPlacesInTheOrderOfLines()
    {
        const WrittenFile file =
            read("[zoo]\nname = \"a\"\n  count = 3\n[ark]\nopen = true\nlist = [\"x\", \"y\"]\n");
        QCOMPARE(file.settings.size(), size_t(4));
        QCOMPARE(file.settings[0].key, "zoo.name");
        QCOMPARE(std::get<QString>(file.settings[0].value), u"a"_s);
        QCOMPARE(file.settings[0].origin.text(), u"f.toml:2:1"_s);
        QCOMPARE(std::get<qint64>(file.settings[1].value), 3);
        QCOMPARE(file.settings[1].origin.text(), u"f.toml:3:3"_s);
        QCOMPARE(std::get<bool>(file.settings[2].value), true);
        QCOMPARE(std::get<QStringList>(file.settings[3].value), (QStringList{u"x"_s, u"y"_s}));
    }

    void readsDottedKeysLikeSections()
    {
        const WrittenFile file = read("log.level = \"info\"\n");
        QCOMPARE(file.settings.size(), size_t(1));
        QCOMPARE(file.settings[0].key, "log.level");
    }

    void readsSectionsInSections()
    {
        for (const char* const text : {"[a]\nb.c = 1\n", "[a.b]\nc = 1\n", "a.b.c = 1\n"}) {
            const WrittenFile file = read(text);
            QCOMPARE(file.settings.size(), size_t(1));
            QCOMPARE(file.settings[0].key, "a.b.c");
            QCOMPARE(std::get<qint64>(file.settings[0].value), 1);
        }
    }

    void namesValuesThatNoSettingTakes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("kind");
        QTest::newRow("fraction") << QByteArray("a.b = 1.5") << u"a fraction"_s;
        QTest::newRow("date") << QByteArray("a.b = 2026-01-01") << u"a date or time"_s;
        QTest::newRow("empty section in a section") << QByteArray("[a.b]\n") << u"a section"_s;
        QTest::newRow("mixed list") << QByteArray("a.b = [\"x\", 1]")
                                    << u"a list that holds more than texts"_s;
        QTest::newRow("empty section") << QByteArray("[a]\n") << u"a section"_s;
    }
    void namesValuesThatNoSettingTakes()
    {
        QFETCH(QByteArray, text);
        const WrittenFile file = read(text);
        QCOMPARE(file.settings.size(), size_t(1));
        QTEST(std::get<OtherValue>(file.settings[0].value).kind, "kind");
    }

    void keepsAnEmptyListAsAList()
    {
        QCOMPARE(std::get<QStringList>(read("a.b = []").settings.at(0).value), QStringList());
    }

    void readsTablesInOrder()
    {
        const WrittenFile file =
            read("[[endpoint]]\npath = \"/b\"\n\n[[endpoint]]\npath = \"/a\"\ndialect = \"echo\"\n");
        QCOMPARE(file.tables.size(), size_t(2));
        QCOMPARE(file.tables[0].name, "endpoint");
        QCOMPARE(file.tables[0].origin.line, 1);
        QCOMPARE(std::get<QString>(file.tables[0].entries.at(0).value), u"/b"_s);
        QCOMPARE(file.tables[1].origin.line, 4);
        QCOMPARE(file.tables[1].entries.at(1).key, "dialect");
        QCOMPARE(file.tables[1].entries.at(1).origin.line, 6);
    }

    void saysWhereTheGrammarIsBroken_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("place");
        QTest::newRow("no value") << QByteArray("[log]\nlevel =\n") << u"f.toml:2:"_s;
        QTest::newRow("no quotes") << QByteArray("[log]\nlevel = info\n") << u"f.toml:2:"_s;
        QTest::newRow("open section") << QByteArray("\n\n[log\n") << u"f.toml:3:"_s;
        QTest::newRow("key twice") << QByteArray("a = 1\na = 2\n") << u"f.toml:2:"_s;
        QTest::newRow("not UTF-8") << QByteArray("a = \"\xff\"\n") << u"f.toml:1:"_s;
        QTest::newRow("control character") << QByteArray("a = \"\x1b[2J\"\n") << u"f.toml:1:"_s;
        QTest::newRow("deep lists") << "a = " + QByteArray(100'000, '[') << u"f.toml:1:"_s;
    }
    void saysWhereTheGrammarIsBroken()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, place);
        const auto file = readToml(text, u"f.toml"_s);
        QVERIFY(!file.ok());
        QCOMPARE(file.error().code, "config.syntax");
        QVERIFY2(file.error().message.startsWith(place), qPrintable(file.error().message));
        QVERIFY(!file.error().message.contains(u'\n') && !file.error().message.contains(u'\x1b'));
    }

    void readsNothingFromNothing() { QVERIFY(read("").settings.empty() && read("").tables.empty()); }
};

SIGNALBOX_TEST(TomlReaderTest)
#include "toml_reader_test.moc"
