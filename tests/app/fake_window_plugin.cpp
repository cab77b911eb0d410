// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/link/window_plugin.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QObject>

class FakeWindow final : public signalbox::link::Window {
public:
    void raise() override {}
    QByteArray unsent() const override { return {}; }
};

class FakeWindowPlugin final : public QObject, public signalbox::link::WindowPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID SignalboxWindowPlugin_iid)
    Q_INTERFACES(signalbox::link::WindowPlugin)

public:
    std::unique_ptr<QCoreApplication> createApplication(int&, char**) override { return nullptr; }
    std::unique_ptr<signalbox::link::Window> createWindow(signalbox::link::BrokerLink&,
                                                          const signalbox::link::WindowOptions&) override
    {
        return std::make_unique<FakeWindow>();
    }
};

#include "fake_window_plugin.moc"
