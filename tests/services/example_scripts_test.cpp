// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/example_scripts.h"

#include "tests/support/test_registry.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::services;
using namespace Qt::StringLiterals;

class ExampleScriptsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsThoseOfTheSources()
    {
        QList<QByteArray> files;
        const QDir folder(QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/services"));
        for (const QString& file : folder.entryList({u"*.js"_s}, QDir::Files, QDir::Name)) {
            files.append(file.toUtf8());
        }
        QVERIFY(files.contains("chat.js"));
        QCOMPARE(exampleScripts(), files);
    }

    void copiesOneIntoAFolderThatIsNotThereYet()
    {
        const QTemporaryDir place;
        const QString folder = place.filePath(u"new/services"_s);
        QVERIFY(addExampleScript("chat.js", folder));
        QFile copy(folder + u"/chat.js"_s);
        QVERIFY(copy.open(QIODevice::ReadOnly));
        QVERIFY(copy.readAll().contains("service("));
    }

    void overwritesNothing()
    {
        const QTemporaryDir place;
        QFile mine(place.filePath(u"chat.js"_s));
        QVERIFY(mine.open(QIODevice::WriteOnly));
        mine.write("mine");
        mine.close();
        QCOMPARE(addExampleScript("chat.js", place.path()).error().code, QByteArray("service.exists"));
        QVERIFY(mine.open(QIODevice::ReadOnly));
        QCOMPARE(mine.readAll(), QByteArray("mine"));
    }

    void refusesWhatIsNoExample()
    {
        const QTemporaryDir place;
        for (const QByteArray file : {"../x.js", "", "nothing.js"}) {
            QCOMPARE(addExampleScript(file, place.path()).error().code, QByteArray("service.no_example"));
        }
    }

    void saysWhenItCannotBeWritten()
    {
        const QTemporaryDir place;
        QFile file(place.filePath(u"taken"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(addExampleScript("chat.js", file.fileName()).error().code,
                 QByteArray("service.not_written"));
    }
};

SIGNALBOX_TEST(ExampleScriptsTest)
#include "example_scripts_test.moc"
