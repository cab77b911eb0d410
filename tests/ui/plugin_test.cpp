// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/link/window_plugin.h"
#include "tests/support/test_link.h"
#include "tests/support/test_registry.h"
#include "ui/models/draft_json.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QPluginLoader>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>

using namespace signalbox;

/// Loads the plugin from where the build puts it, as the program does.
class PluginTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensAWindowOverALink();
    void handsWhatWasWrittenToTheNextWindow();
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

void PluginTest::handsWhatWasWrittenToTheNextWindow()
{
    QPluginLoader loader(QStringLiteral(SIGNALBOX_UI_PLUGIN));
    auto* plugin = qobject_cast<link::WindowPlugin*>(loader.instance());
    QVERIFY2(plugin != nullptr, qPrintable(loader.errorString()));
    tests::TestLink link;
    std::unique_ptr<link::Window> window = plugin->createWindow(link, {});
    QCOMPARE(window->unsent(), QByteArray());
    ui::Draft draft;
    draft.action = "say";
    draft.message = "{\"half\":";
    draft.group = "red";
    draft.recipients = {{RecipientType::Group, "red"}};
    link::WindowOptions options;
    options.unsent = QJsonDocument(ui::draftToJson(draft)).toJson(QJsonDocument::Compact);
    window = plugin->createWindow(link, options);
    QCOMPARE(window->unsent(), options.unsent);
}

SIGNALBOX_TEST(PluginTest)
#include "plugin_test.moc"
