// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/window_plugin.h"
#include "ui/models/broker_state.h"
#include "ui/settings/window_state.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/appearance.h"

#include <QtCore/QTimer>
#include <QtWidgets/QMainWindow>

namespace signalbox::ui {

class Banner;
class ClientsView;
class Composer;
class DetailView;
class Dock;
class FramesView;
class GroupsView;
class ListeningBar;

/// The window: puts the parts together and connects them. Main thread. Owner: whoever asked the plugin for a
/// window.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    /// `link` must outlive the window.
    MainWindow(link::BrokerLink& link, const link::WindowOptions& options);
    ~MainWindow() override;

    [[nodiscard]] BrokerState& state() { return m_state; }
    [[nodiscard]] Actions& actions() { return m_actions; }
    [[nodiscard]] Appearance& appearance() { return m_appearance; }
    [[nodiscard]] ClientsView& clientsView() { return *m_clientsView; }
    [[nodiscard]] GroupsView& groupsView() { return *m_groupsView; }
    [[nodiscard]] FramesView& framesView() { return *m_framesView; }
    [[nodiscard]] DetailView& detailView() { return *m_detailView; }
    [[nodiscard]] Composer& composer() { return *m_composer; }
    [[nodiscard]] ListeningBar& listeningBar() { return *m_bar; }

    void resetLayout();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void buildCentre(const QString& banner);
    void buildDocks();
    void connectBroker();
    void connectFrames();
    void connectWindow();
    [[nodiscard]] WindowState::Parts parts() const;

    void updateCounts();
    void updateEmptyState();
    void showListenerErrors();
    void applyFilter();
    void selectFrame(quint64 number);
    void fetchDeliveries(quint64 number);
    void disconnectClient(ClientId client);
    void copyRow();
    void chooseTheme(QAction* action);
    void showAbout();
    void brokerStopped();

    Appearance m_appearance;
    BrokerState m_state;
    Actions m_actions;
    WindowState m_windowState;
    QString m_banner; ///< given with the options
    QTimer m_filterTimer;
    quint64 m_selected = 0; ///< the number of the frame whose detail was asked for last
    Banner* m_bannerView = nullptr;
    ListeningBar* m_bar = nullptr;
    FramesView* m_framesView = nullptr;
    DetailView* m_detailView = nullptr;
    QSplitter* m_centre = nullptr;
    ClientsView* m_clientsView = nullptr;
    GroupsView* m_groupsView = nullptr;
    Composer* m_composer = nullptr;
    Dock* m_clientsDock = nullptr;
    Dock* m_groupsDock = nullptr;
    Dock* m_composerDock = nullptr;
};

} // namespace signalbox::ui
