// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/service.h"

#include <algorithm>
#include <utility>

namespace signalbox::services {

using namespace Qt::StringLiterals;

namespace {

Error serviceError(QByteArray code, const QString& file, const QString& what)
{
    return {std::move(code), u"The service %1 %2."_s.arg(file, what)};
}

/// The handler that hears of it; empty: the host itself has to.
struct HandlerName {
    QByteArrayView operator()(const to_script::TextCame& /*what*/) const { return "onTextMessage"; }
    QByteArrayView operator()(const to_script::BinaryCame& /*what*/) const { return "onBinaryMessage"; }
    QByteArrayView operator()(const to_script::PongCame& /*what*/) const { return "onPong"; }
    QByteArrayView operator()(const to_script::IdleTimedOut& /*what*/) const { return "onIdleTimeout"; }
    QByteArrayView operator()(const to_script::Failed& /*what*/) const { return "onError"; }
    QByteArrayView operator()(const to_script::ControllerReopened& /*what*/) const { return "onReopened"; }
    template <typename Other>
    QByteArrayView operator()(const Other& /*what*/) const
    {
        return {};
    }
};

/// What a controller throws is told to the client that called it; what is asked over HTTP is nobody's to
/// know.
QString whatFailed(const ScriptCall& call, const ScriptError& error)
{
    constexpr qsizetype maxTold = 1'000;
    return std::holds_alternative<to_script::ControllerCalled>(call.what)
               ? u"failed: "_s + error.message.left(maxTold)
               : u"failed to answer"_s;
}

void answer(const ScriptCall& call, ScriptCall::Outcome outcome)
{
    if (call.then) {
        call.then(std::move(outcome));
    }
}

} // namespace

Service::Service(QString file, const ServiceOptions& options, const Clock& clock, Host& host)
    : m_file(std::move(file))
    , m_options(options)
    , m_clock(clock)
    , m_host(host)
{
    m_deadline.setSingleShot(true);
    m_restart.setSingleShot(true);
    QObject::connect(&m_deadline, &QTimer::timeout, &m_deadline, [this] { late(); });
    QObject::connect(&m_restart, &QTimer::timeout, &m_restart, [this] { start(); });
}

Service::~Service()
{
    refuseAll(serviceError("service.stopped", m_file, u"is gone"_s));
}

void Service::load(const QByteArray& source)
{
    m_source = source;
    if (m_state != ServiceState::SwitchedOff) {
        reload();
    }
}

void Service::reload()
{
    m_strikeCount = 0;
    start();
}

void Service::switchOff()
{
    if (m_state != ServiceState::SwitchedOff) {
        endProcess(u"was disabled by the operator"_s);
        setState(ServiceState::SwitchedOff);
        refuseAll(*refusal({}));
    }
}

void Service::switchOn()
{
    if (m_state == ServiceState::SwitchedOff || m_state == ServiceState::Disabled) {
        reload();
    }
}

void Service::endProcess(const QString& what)
{
    m_restart.stop();
    m_deadline.stop();
    m_process.reset();
    if (m_running) { // it is not made twice: nobody knows how far it came
        answer(*std::exchange(m_running, {}), serviceError("service.stopped", m_file, what));
    }
    m_error.reset();
}

void Service::start()
{
    endProcess(u"was loaded anew"_s);
    setState(ServiceState::Loading);
    m_process = std::make_unique<ScriptProcess>(
        m_options.program,
        ScriptProcess::Listener{[this](FromScript message) { arrived(std::move(message)); },
                                [this](const QString& reason) { processEnded(reason); }});
    m_process->send(to_script::Load{m_file, m_source, m_host.clients(*this)});
    m_deadline.start(m_options.loadTimeout);
}

Result<void> Service::call(ScriptCall call)
{
    if (auto error = refusal(call)) {
        answer(call, *error);
        return *std::move(error);
    }
    if (m_state == ServiceState::Ready && !isHeard(call.what)) {
        return {};
    }
    m_queuedBytes += call.bytes();
    m_queue.push_back(std::move(call));
    next();
    return {};
}

std::optional<Error> Service::refusal(const ScriptCall& call) const
{
    switch (m_state) {
    case ServiceState::Broken:
        return serviceError("service.broken", m_file, u"cannot be run: %1"_s.arg(m_error->message));
    case ServiceState::Disabled:
        return serviceError("service.disabled", m_file,
                            u"is disabled: its script had to be stopped %1 times"_s.arg(m_options.strikes));
    case ServiceState::SwitchedOff:
        return serviceError("service.disabled", m_file, u"is disabled by the operator"_s);
    case ServiceState::Loading:
    case ServiceState::Ready:
    case ServiceState::Restarting:
        break;
    }
    if (call.isRefusable() && m_queuedBytes + call.bytes() > m_options.maxQueueBytes) {
        return serviceError("service.busy", m_file, u"does not keep up: %1 calls wait"_s.arg(waiting()));
    }
    return std::nullopt;
}

bool Service::isHeard(const to_script::What& what) const
{
    const QByteArrayView handler = std::visit(HandlerName(), what);
    return handler.isEmpty() ||
           std::ranges::any_of(m_declaration.handlers,
                               [handler](const QByteArray& known) { return known == handler; });
}

/// It was found on the paths of the script as it was before.
bool Service::isGone(const to_script::What& what) const
{
    const auto* const request = std::get_if<to_script::RequestCame>(&what);
    return request != nullptr && !m_declaration.resources.contains(request->resource);
}

void Service::next()
{
    while (m_state == ServiceState::Ready && !m_running && !m_queue.empty()) {
        ScriptCall call = std::move(m_queue.front());
        m_queue.pop_front();
        m_queuedBytes -= call.bytes();
        if (isGone(call.what)) {
            answer(call, serviceError("service.no_resource", m_file, u"has no such resource any more"_s));
        } else if (isHeard(call.what)) {
            m_process->send(to_script::Call{++m_lastCall, call.what});
            m_running = std::move(call);
            m_deadline.start(m_options.callTimeout);
        }
    }
}

void Service::arrived(FromScript message)
{
    std::visit([this](auto& what) { take(what); }, message);
}

void Service::take(from_script::Declared& message)
{
    m_deadline.stop();
    m_declaration = std::move(message.declaration);
    setState(ServiceState::Ready);
    next();
}

void Service::take(from_script::LoadFailed& message)
{
    m_deadline.stop();
    m_error = std::move(message.error);
    setState(ServiceState::Broken);
    refuseAll(*refusal({}));
}

void Service::take(from_script::Tell& message)
{
    (void)m_host.act(*this, message.act); // what cannot be done is logged there
}

void Service::take(from_script::Ask& message)
{
    const Result<void> done = m_host.act(*this, message.act);
    m_process->send(to_script::Answer{done ? QString() : done.error().message});
}

void Service::take(from_script::Logged& message)
{
    m_host.logged(*this, message);
}

void Service::take(from_script::Done& message)
{
    if (!m_running || message.number != m_lastCall) {
        m_process->kill(u"it answered what it was not asked"_s);
        return;
    }
    m_deadline.stop();
    m_times.add(message.took);
    ScriptCall call = *std::exchange(m_running, {});
    if (message.error) {
        m_host.threw(*this, *message.error);
        answer(call, serviceError("service.failed", m_file, whatFailed(call, *message.error)));
    } else {
        answer(call, message.response.value_or(ScriptResponse{204, {}, {}}));
    }
    next();
}

void Service::late()
{
    const bool isLoading = m_state == ServiceState::Loading;
    const auto limit = isLoading ? m_options.loadTimeout : m_options.callTimeout;
    m_process->kill(
        u"it took more than %1 ms to %2"_s.arg(limit.count()).arg(isLoading ? u"start"_s : u"return"_s));
}

void Service::processEnded(const QString& reason)
{
    m_deadline.stop();
    if (m_state == ServiceState::Broken) {
        return; // it has said why
    }
    const SteadyTime now = m_clock.steadyNow();
    m_strikeCount = now - m_lastStrike > m_options.forgetStrikes ? 1 : m_strikeCount + 1;
    m_lastStrike = now;
    if (m_running) {
        answer(*std::exchange(m_running, {}),
               serviceError("service.stopped", m_file, u"was stopped: "_s + reason));
    }
    m_host.stopped(*this, reason);
    if (m_strikeCount >= m_options.strikes) {
        setState(ServiceState::Disabled);
        refuseAll(*refusal({}));
        return;
    }
    m_restart.start(m_options.restartDelay * (1 << (m_strikeCount - 1)));
    setState(ServiceState::Restarting);
}

void Service::setState(ServiceState state)
{
    m_state = state;
    m_host.changed(*this);
}

void Service::refuseAll(const Error& error)
{
    if (m_running) {
        answer(*std::exchange(m_running, {}), error);
    }
    m_queuedBytes = 0;
    for (const ScriptCall& call : std::exchange(m_queue, {})) {
        answer(call, error);
    }
}

} // namespace signalbox::services
