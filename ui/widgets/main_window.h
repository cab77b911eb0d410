// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/window_plugin.h"
#include "ui/models/broker_state.h"
#include "ui/settings/window_state.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/window_parts.h"

#include <QtCore/QList>
#include <QtWidgets/QMainWindow>

#include <memory>
#include <utility>

namespace signalbox::ui {

class BrokerWiring;
class ClosingWiring;
class ColumnFit;
class ComposerWiring;
class DetailWiring;
class FramesWiring;
class PeopleWiring;
class ServicesWiring;
class WindowLayouts;
class WindowWiring;

/// The window: makes the parts and owns them. What they do for each other is connected in the wiring of their
/// area. To add a part: a pointer in WindowParts, made in buildCentre() or buildDocks(), connected in the
/// wiring. Main thread. Owner: whoever asked the plugin for a window.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    /// `link` must outlive the window.
    MainWindow(link::BrokerLink& link, const link::WindowOptions& options);
    ~MainWindow() override;

    [[nodiscard]] BrokerState& state() { return m_state; }
    [[nodiscard]] Actions& actions() { return m_actions; }
    [[nodiscard]] Appearance& appearance() { return m_appearance; }
    [[nodiscard]] ClientsView& clientsView() { return *m_parts.clients; }
    [[nodiscard]] GroupsView& groupsView() { return *m_parts.groups; }
    [[nodiscard]] FramesView& framesView() { return *m_parts.frames; }
    [[nodiscard]] DetailView& detailView() { return *m_parts.detail; }
    [[nodiscard]] ServicesView& servicesView() { return *m_parts.services; }
    [[nodiscard]] StrikesBar& strikesBar() { return *m_parts.strikes; }
    [[nodiscard]] Composer& composer() const { return *m_parts.composer; }
    [[nodiscard]] ListeningBar& listeningBar() { return *m_parts.bar; }

    [[nodiscard]] WindowLayouts& layouts() { return *m_layouts; }

    [[nodiscard]] ClosingWiring& closing() { return *m_closing; }

    /// Ends the program, clients or not.
    void quit();

protected:
    void closeEvent(QCloseEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void buildCentre();
    void buildDocks(const QString& folder);
    void restore();
    void save();
    void wire(const link::WindowOptions& options);
    [[nodiscard]] QList<std::pair<QString, ColumnFit*>> rememberedColumns() const;

    Appearance m_appearance;
    BrokerState m_state;
    Actions m_actions;
    WindowState m_windowState;
    WindowParts m_parts;
    std::unique_ptr<WindowLayouts> m_layouts;
    std::unique_ptr<FramesWiring> m_framesWiring;
    std::unique_ptr<DetailWiring> m_detailWiring;
    std::unique_ptr<PeopleWiring> m_peopleWiring;
    std::unique_ptr<ServicesWiring> m_servicesWiring;
    std::unique_ptr<ComposerWiring> m_composerWiring;
    std::unique_ptr<BrokerWiring> m_brokerWiring;
    std::unique_ptr<WindowWiring> m_windowWiring;
    std::unique_ptr<ClosingWiring> m_closing;
};

} // namespace signalbox::ui
