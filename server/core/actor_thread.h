// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QThread>

#include <atomic>
#include <functional>
#include <memory>

namespace signalbox {

/// A thread with an event loop around one object, which is made in the thread and destroyed there.
///
/// Owner: whoever needs the thread. quit() and wait() end it.
class ActorThread final : public QThread {
    Q_OBJECT

public:
    using Make = std::function<std::shared_ptr<void>()>;

    ActorThread(const QString& name, Make make);
    ~ActorThread() override;

protected:
    void run() override;

private:
    Make m_make;
    /// What the thread did is seen by whoever waited for it. wait() says so, too, but a race detector cannot
    /// look into Qt.
    std::atomic<bool> m_hasEnded = false;
};

} // namespace signalbox
