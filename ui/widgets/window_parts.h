// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QSplitter;

namespace signalbox::ui {

class Actions;
class Banner;
class BrokerState;
class ChartsView;
class ClientCard;
class ClientsView;
class ColourRules;
class Composer;
class DetailView;
class Dock;
class FilterLine;
class FilterMemory;
class FrameActs;
class FrameFiltering;
class FramesView;
class GroupStrips;
class GroupsView;
class ListeningBar;
class MainWindow;
class ServicesView;
class StrikesBar;

/// What the wiring of the window connects. The main window makes the parts and owns them; they outlive the
/// wiring.
struct WindowParts {
    MainWindow& window;
    BrokerState& state;
    Actions& actions;
    Banner* banner = nullptr;
    ListeningBar* bar = nullptr;
    FramesView* frames = nullptr;
    FilterLine* filterLine = nullptr;
    FilterMemory* filters = nullptr;
    ColourRules* colourRules = nullptr;
    FrameFiltering* filtering = nullptr;
    FrameActs* frameActs = nullptr;
    DetailView* detail = nullptr;
    QSplitter* centre = nullptr; ///< the frames and the detail
    ClientsView* clients = nullptr;
    GroupsView* groups = nullptr;
    GroupStrips* groupStrips = nullptr; ///< the groups of Operate
    ClientCard* card = nullptr;
    Composer* composer = nullptr;
    ChartsView* charts = nullptr;
    ServicesView* services = nullptr;
    StrikesBar* strikes = nullptr;
    Dock* clientsDock = nullptr;
    Dock* groupsDock = nullptr;
    Dock* cardDock = nullptr;
    Dock* composerDock = nullptr;
    Dock* chartsDock = nullptr;   ///< closed until it is asked for
    Dock* servicesDock = nullptr; ///< the same
};

} // namespace signalbox::ui
