// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <QtCore/QtPlugin>

#include <memory>

class QCoreApplication;

namespace signalbox::link {

class BrokerLink;

/// What the window needs to know beside the link.
struct WindowOptions {
    QString stateFile;     ///< where geometry and columns are kept (INI); empty: nowhere
    QString banner;        ///< a warning to show at the top, for example about another port; empty: none
    QString stateFolder{}; ///< for message templates and the history of what was sent; empty: nowhere
    QString language{};    ///< "de", "en"; empty: the system's
    QString place{};       ///< of a broker elsewhere: ws://host:port; empty: it is in this process
    bool readOnly = false; ///< commands that change something are refused
    QByteArray unsent{};   ///< of the window before (Window::unsent); empty: nothing was written
};

/// A window that is open. Main thread; destroy it before the link and the application.
class Window {
public:
    virtual ~Window() = default;
    /// Brings it to the front, out of the tray too: a second start asks for it.
    virtual void raise() = 0;
    /// The message that is being written, for the window that takes its place; empty: none is.
    [[nodiscard]] virtual QByteArray unsent() const = 0;
};

/// The seam between the program, which links no GUI library, and the window, which is loaded only when one is
/// wanted.
class WindowPlugin {
public:
    virtual ~WindowPlugin() = default;

    /// Makes the QApplication. Called first, before any other application object exists.
    [[nodiscard]] virtual std::unique_ptr<QCoreApplication> createApplication(int& argc, char** argv) = 0;
    [[nodiscard]] virtual std::unique_ptr<Window> createWindow(BrokerLink& link,
                                                               const WindowOptions& options) = 0;
};

} // namespace signalbox::link

#define SignalboxWindowPlugin_iid "org.signalbox.WindowPlugin/1"
Q_DECLARE_INTERFACE(signalbox::link::WindowPlugin, SignalboxWindowPlugin_iid)
