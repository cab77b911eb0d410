// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/link/window_plugin.h"
#include "tests/support/test_link.h"
#include "tests/support/test_registry.h"

#include <QtCore/QPluginLoader>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>

using namespace signalbox;

/// Loads the plugin from where the build puts it, as the program does.
class PluginTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensAWindowOverALink();
};

void PluginTest::opensAWindowOverALink()
{
    QPluginLoader loader(QStringLiteral(SIGNALBOX_UI_PLUGIN));
    auto* plugin = qobject_cast<link::WindowPlugin*>(loader.instance());
    QVERIFY2(plugin != nullptr, qPrintable(loader.errorString()));
    QCOMPARE(loader.metaData()[QStringLiteral("IID")].toString(), QStringLiteral(SignalboxWindowPlugin_iid));
    tests::TestLink link;
    std::unique_ptr<link::Window> window = plugin->createWindow(link, {});
    QVERIFY(link.attached);
    QVERIFY(!QApplication::topLevelWidgets().isEmpty());
    link.emitEvent(link::ListenersChanged{{{"ws://127.0.0.1:5210", true, {}, {}}}, "ws://127.0.0.1:5210"});
    QApplication::processEvents();
    window.reset();
    QVERIFY(!link.attached);
}

SIGNALBOX_TEST(PluginTest)
#include "plugin_test.moc"
