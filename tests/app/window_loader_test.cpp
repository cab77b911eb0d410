// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_loader.h"

#include "app/executable_path.h"
#include "app/plugin_loader.h"
#include "tests/support/test_registry.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::app;
using namespace Qt::StringLiterals;

class WindowLoaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void loadsThePluginFromTheFirstFolderThatHasIt()
    {
        const QTemporaryDir empty;
        const auto plugin = loadWindowPlugin({empty.path(), QStringLiteral(FAKE_PLUGIN_DIRECTORY)});
        QVERIFY2(plugin.ok(), plugin.ok() ? "" : qPrintable(plugin.error().message));
        int count = 0;
        QVERIFY((*plugin)->createApplication(count, nullptr) == nullptr); // it answers
    }

    void saysWhatToDoWithoutAPlugin()
    {
        const QTemporaryDir empty;
        const auto plugin = loadWindowPlugin({empty.path()});
        QVERIFY(!plugin.ok());
        QCOMPARE(plugin.error().code, "window.not_installed");
        QVERIFY(plugin.error().message.endsWith(u"without a window: signalbox --no-gui"_s));
    }

    void saysWhyAPluginCannotBeLoaded()
    {
        const QTemporaryDir directory;
        QFile file(directory.filePath(u"libsignalbox-ui.so"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no library\n") > 0);
        file.close();
        const auto plugin = loadWindowPlugin({directory.path()});
        QVERIFY(!plugin.ok());
        QCOMPARE(plugin.error().code, "window.not_loadable");
        QCOMPARE(plugin.error().message.count(u'\n'), 0);
        QVERIFY(plugin.error().message.contains(u"libsignalbox-ui.so"_s));
    }

    void searchesBesideTheProgram()
    {
        const QStringList directories = pluginDirectories();
        QCOMPARE(directories.size(), 2);
        QCOMPARE(directories[0], QDir::cleanPath(QCoreApplication::applicationDirPath() + u"/../lib"_s));
        QVERIFY(directories[1].endsWith(u"/signalbox"_s));
        QVERIFY(QDir::isAbsolutePath(directories[1]));
    }

    void knowsTheProgramWithoutAnApplicationObject()
    {
        QCOMPARE(executablePath(), QCoreApplication::applicationFilePath());
    }
};

SIGNALBOX_TEST(WindowLoaderTest)
#include "window_loader_test.moc"
