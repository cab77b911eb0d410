// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "ui/models/message_templates.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace signalbox;
using namespace signalbox::ui;

class MessageTemplatesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsThemInAFolder();
    void anyNameIsAFile_data();
    void anyNameIsAFile();
    void findsByNameActionTextAndRecipients();
    void renamesAndRemoves();
    void countsFilesThatAreNone();
    void saysWhyItCannotSave();

private:
    [[nodiscard]] static Draft draft(const QByteArray& action, const QByteArray& message = "hi")
    {
        return {action, message, MessageKind::String, {}, {}, {{RecipientType::Group, "red"}}};
    }
    [[nodiscard]] static QStringList names(const MessageTemplates& templates)
    {
        QStringList names;
        for (int row = 0; row < templates.rowCount(); ++row) {
            names += templates.name(row);
        }
        return names;
    }
};

void MessageTemplatesTest::keepsThemInAFolder()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("new/templates"));
    MessageTemplates templates(path);
    const QAbstractItemModelTester tester(&templates);
    QVERIFY(templates.save(QStringLiteral("b"), draft("one")));
    QVERIFY(templates.save(QStringLiteral("A"), draft("two")));
    QVERIFY(templates.save(QStringLiteral("b"), draft("three"))); // replaced
    QCOMPARE(names(templates), (QStringList{QStringLiteral("A"), QStringLiteral("b")}));
    const MessageTemplates again(path);
    QCOMPARE(again.draft(1).action, QByteArray("three"));
    QCOMPARE(again.index(1, 0).data().toString(), QStringLiteral("b  to group red"));
}

void MessageTemplatesTest::anyNameIsAFile_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("slashes") << QStringLiteral("../../etc/passwd");
    QTest::newRow("dots") << QStringLiteral("..");
    QTest::newRow("percent") << QStringLiteral("100%2F");
    QTest::newRow("umlaut") << QStringLiteral("Größe ✓");
    QTest::newRow("newline") << QStringLiteral("a\nb\x01");
    QTest::newRow("html") << QStringLiteral("<img src=x>");
}

void MessageTemplatesTest::anyNameIsAFile()
{
    QFETCH(const QString, name);
    const QTemporaryDir folder;
    MessageTemplates templates(folder.path());
    QVERIFY(templates.save(name, draft("x")));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    QCOMPARE(names(templates), QStringList{name});
    QVERIFY(templates.remove(name));
    QCOMPARE(templates.rowCount(), 0);
}

void MessageTemplatesTest::findsByNameActionTextAndRecipients()
{
    const QTemporaryDir folder;
    MessageTemplates templates(folder.path());
    QVERIFY(templates.save(QStringLiteral("one"), draft("say", "Hello")));
    QVERIFY(templates.save(QStringLiteral("two"), draft("alert", "fire")));
    templates.setSearch(QStringLiteral("HELLO"));
    QCOMPARE(names(templates), QStringList{QStringLiteral("one")});
    templates.setSearch(QStringLiteral("alert"));
    QCOMPARE(names(templates), QStringList{QStringLiteral("two")});
    templates.setSearch(QStringLiteral("group red"));
    QCOMPARE(templates.rowCount(), 2);
    templates.setSearch(QStringLiteral("zzz"));
    QCOMPARE(templates.rowCount(), 0);
}

void MessageTemplatesTest::renamesAndRemoves()
{
    const QTemporaryDir folder;
    MessageTemplates templates(folder.path());
    QVERIFY(templates.save(QStringLiteral("one"), draft("x")));
    QVERIFY(templates.save(QStringLiteral("two"), draft("y")));
    QVERIFY(templates.rename(QStringLiteral("one"), QStringLiteral("three")));
    QCOMPARE(templates.rowOf(QStringLiteral("one")), -1);
    QCOMPARE(templates.draft(templates.rowOf(QStringLiteral("three"))).action, QByteArray("x"));
    QCOMPARE(templates.rename(QStringLiteral("two"), QStringLiteral("three")).error().code,
             QByteArray("template.name_taken"));
    QVERIFY(!templates.rename(QStringLiteral("gone"), QStringLiteral("four")));
    QVERIFY(!templates.remove(QStringLiteral("gone")));
}

void MessageTemplatesTest::countsFilesThatAreNone()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("other.json")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{\"a\":1") > 0);
    file.close();
    const MessageTemplates templates(folder.path());
    QCOMPARE(templates.rowCount(), 0);
    QCOMPARE(templates.damagedFiles(), 1);
}

void MessageTemplatesTest::saysWhyItCannotSave()
{
    MessageTemplates nowhere{QString()};
    QCOMPARE(nowhere.save(QStringLiteral("x"), draft("x")).error().code, QByteArray("template.not_kept"));
    const QTemporaryDir folder;
    MessageTemplates templates(folder.path());
    QCOMPARE(templates.save(QStringLiteral("  "), draft("x")).error().code, QByteArray("template.bad_name"));
    QCOMPARE(templates.save(QString(300, u'x'), draft("x")).error().code, QByteArray("template.bad_name"));
    QFile file(folder.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    MessageTemplates blocked(file.fileName() + QStringLiteral("/templates"));
    QCOMPARE(blocked.save(QStringLiteral("x"), draft("x")).error().code, QByteArray("template.not_saved"));
}

SIGNALBOX_TEST(MessageTemplatesTest)
#include "message_templates_test.moc"
