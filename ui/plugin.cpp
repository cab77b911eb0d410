// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/link/window_plugin.h"
#include "ui/models/draft_json.h"
#include "ui/settings/session_bus.h"
#include "ui/widgets/closing_wiring.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/main_window.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QObject>
#include <QtWidgets/QApplication>

namespace signalbox::ui {

namespace {

/// The window as the program holds it.
class PluginWindow final : public link::Window {
public:
    PluginWindow(link::BrokerLink& link, const link::WindowOptions& options)
        : m_window(link, options)
    {
        const auto unsent = draftFromJson(QJsonDocument::fromJson(options.unsent).object());
        if (unsent) {
            m_window.composer().fillIn(*unsent);
        }
        m_window.show();
    }

    void raise() override { m_window.closing().raise(); }

    QByteArray unsent() const override
    {
        const Draft draft = m_window.composer().tabs().draft();
        const bool isEmpty = draft.message.isEmpty() && draft.recipients.empty() && draft.file.isEmpty();
        return isEmpty ? QByteArray() : QJsonDocument(draftToJson(draft)).toJson(QJsonDocument::Compact);
    }

private:
    MainWindow m_window;
};

} // namespace

/// What the program finds when it loads the plugin.
class Plugin final : public QObject, public link::WindowPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID SignalboxWindowPlugin_iid)
    Q_INTERFACES(signalbox::link::WindowPlugin)

public:
    std::unique_ptr<QCoreApplication> createApplication(int& argc, char** argv) override
    {
        leaveSilentSessionBus();
        return std::make_unique<QApplication>(argc, argv);
    }

    std::unique_ptr<link::Window> createWindow(link::BrokerLink& link,
                                               const link::WindowOptions& options) override
    {
        return std::make_unique<PluginWindow>(link, options);
    }
};

} // namespace signalbox::ui

#include "plugin.moc"
