// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/result.h"
#include "server/services/call_times.h"
#include "server/services/script_call.h"
#include "server/services/script_process.h"

#include <QtCore/QTimer>

#include <deque>
#include <memory>
#include <optional>

namespace signalbox::services {

inline namespace service_enums {
Q_NAMESPACE
enum class ServiceState {
    Loading,     ///< its script is being read
    Ready,       ///< it is called
    Broken,      ///< its script cannot be run; it waits for another text
    Restarting,  ///< its process has ended; it is started again in a moment
    Disabled,    ///< it had to be ended too often
    SwitchedOff, ///< the operator has disabled it
};
Q_ENUM_NS(ServiceState)
} // namespace service_enums

struct ServiceOptions {
    ScriptProgram program;
    std::chrono::milliseconds callTimeout{500};   ///< for one call, from when it begins
    std::chrono::milliseconds loadTimeout{5'000}; ///< for its process to start and to read the script
    std::chrono::milliseconds restartDelay{250};  ///< doubles with each strike
    int strikes = 3;                              ///< ends of its process that disable it
    std::chrono::minutes forgetStrikes{10};       ///< after so long without another
    qint64 maxQueueBytes = 16LL * 1024 * 1024;    ///< of calls that wait
};

/// One service: a script, its process, and the calls that wait for it. One call runs at a time, in the order
/// they came, so what a client sends is heard in order. A call that takes too long, or too much memory, costs
/// the process its life, nothing else: calls that wait are made when it is there again.
///
/// Errors of calls: service.busy, service.stopped, service.disabled, service.broken, service.failed,
/// service.no_resource.
///
/// Thread: services.
class Service final {
public:
    /// Who keeps it.
    class Host {
    public:
        virtual ~Host() = default;
        /// Its state, its declaration.
        virtual void changed(Service& service) = 0;
        virtual Result<void> act(Service& service, const ScriptAct& act) = 0;
        virtual void logged(Service& service, const from_script::Logged& line) = 0;
        virtual void threw(Service& service, const ScriptError& error) = 0;
        virtual void stopped(Service& service, const QString& reason) = 0;
        /// Those who are connected when a process begins.
        [[nodiscard]] virtual QList<ScriptClient> clients(Service& service) = 0;
    };

    Service(QString file, const ServiceOptions& options, const Clock& clock, Host& host);
    ~Service();
    Q_DISABLE_COPY_MOVE(Service)

    /// Starts it with this text, in place of what it was. What is being called is not waited for. One that
    /// is switched off keeps the text for when it is switched on.
    void load(const QByteArray& source);
    /// Starts it anew, with a clean record.
    void reload();
    /// Ends its process. It stays so until it is switched on.
    void switchOff();
    /// One that is disabled, too. Nothing happens where it is on.
    void switchOn();
    /// Refused calls have their `then` called, too.
    Result<void> call(ScriptCall call);

    [[nodiscard]] const QString& file() const { return m_file; }
    [[nodiscard]] ServiceState state() const { return m_state; }
    [[nodiscard]] const Declaration& declaration() const { return m_declaration; }
    /// Why it is broken.
    [[nodiscard]] const std::optional<ScriptError>& error() const { return m_error; }
    [[nodiscard]] quint64 calls() const { return m_lastCall; }
    /// Takes the time of its calls from now on, or no more.
    void setTimed(bool timed) { m_times.setOn(timed); }
    [[nodiscard]] const CallTimes& times() const { return m_times; }
    [[nodiscard]] qsizetype waiting() const { return static_cast<qsizetype>(m_queue.size()); }

private:
    void start();
    void endProcess(const QString& what);
    void arrived(FromScript message);
    void take(from_script::Declared& message);
    void take(from_script::LoadFailed& message);
    void take(from_script::Tell& message);
    void take(from_script::Ask& message);
    void take(from_script::Logged& message);
    void take(from_script::Done& message);
    void processEnded(const QString& reason);
    void next();
    void late();
    void setState(ServiceState state);
    void refuseAll(const Error& error);
    [[nodiscard]] bool isGone(const to_script::What& what) const;
    [[nodiscard]] bool isHeard(const to_script::What& what) const;
    [[nodiscard]] std::optional<Error> refusal(const ScriptCall& call) const;

    const QString m_file;
    const ServiceOptions m_options;
    const Clock& m_clock;
    Host& m_host;
    ServiceState m_state = ServiceState::Loading;
    QByteArray m_source;
    Declaration m_declaration;
    std::optional<ScriptError> m_error;
    std::unique_ptr<ScriptProcess> m_process;
    std::deque<ScriptCall> m_queue;
    std::optional<ScriptCall> m_running;
    quint64 m_lastCall = 0;
    CallTimes m_times;
    qint64 m_queuedBytes = 0;
    int m_strikeCount = 0;
    SteadyTime m_lastStrike{};
    QTimer m_deadline; ///< of the call that runs, or of loading
    QTimer m_restart;
};

} // namespace signalbox::services
