// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/from_script.h"
#include "server/services/message_framing.h"
#include "server/services/script_plugin.h"
#include "server/services/to_script.h"

#include <QtNetwork/QLocalSocket>

#include <functional>

#include <sys/types.h>

namespace signalbox::services {

/// How a script host is started.
struct ScriptProgram {
    QString executable; ///< this program's own
    ScriptLimits limits;
};

/// One process that runs one script, and the socket pair to it.
///
/// Thread: services. A process that ended is not started again: make another one. The destructor kills it.
class ScriptProcess final {
public:
    struct Listener {
        std::function<void(FromScript message)> arrived;
        /// It has ended or cannot be understood, with a reason for people. Called once, last.
        std::function<void(const QString& reason)> ended;
    };

    ScriptProcess(const ScriptProgram& program, Listener listener);
    ~ScriptProcess();
    Q_DISABLE_COPY_MOVE(ScriptProcess)

    void send(const ToScript& message);
    /// At once, whatever it does. `ended` follows with this reason.
    void kill(const QString& reason);

private:
    /// The other ends of the sockets, which the process inherits.
    struct ChildEnds {
        int socket = -1;
        int errors = -1;
    };

    [[nodiscard]] QString start(const ScriptProgram& program, const ChildEnds& ends);
    void read();
    void closed();
    void end(const QString& reason);
    [[nodiscard]] QString lastWords() const;

    Listener m_listener;
    QLocalSocket m_socket;
    pid_t m_process = 0; ///< 0: there is none, or none any more
    int m_errors = -1;   ///< what it writes to its standard error
    MessageFraming m_framing;
    QString m_killedFor; ///< empty: it was not
    bool m_hasEnded = false;
};

} // namespace signalbox::services
