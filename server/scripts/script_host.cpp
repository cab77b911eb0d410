// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/scripts/script_host.h"

#include "server/scripts/host_channel.h"
#include "server/scripts/process_limits.h"

namespace signalbox::scripts {

using namespace Qt::StringLiterals;
using std::chrono::steady_clock;
namespace from_script = services::from_script;
namespace to_script = services::to_script;

ScriptHost::ScriptHost(HostChannel& channel, EventDrain& events, std::chrono::seconds cpu)
    : m_channel(channel)
    , m_engine(channel, events)
    , m_cpu(cpu)
{
}

bool ScriptHost::run()
{
    while (true) {
        while (const auto due = m_engine.bridge().logLimit().summaryDue()) {
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(*due - steady_clock::now());
            if (left.count() > 0 && m_channel.waitFor(left)) {
                break;
            }
            m_engine.bridge().logSummary();
        }
        const std::optional<services::ToScript> message = m_channel.receive();
        if (!message) {
            return !m_channel.isBroken();
        }
        renewCpuTime(m_cpu);
        std::visit([this](const auto& said) { take(said); }, *message);
        m_channel.flush();
    }
}

void ScriptHost::take(const to_script::Load& load)
{
    if (m_isLoaded) {
        m_channel.send(from_script::LoadFailed{{load.file, 0, u"another script is loaded already"_s}});
        return;
    }
    const auto loaded = m_engine.load(load);
    m_isLoaded = std::holds_alternative<services::Declaration>(loaded);
    if (m_isLoaded) {
        m_channel.send(from_script::Declared{std::get<services::Declaration>(loaded)});
    } else {
        m_channel.send(from_script::LoadFailed{std::get<services::ScriptError>(loaded)});
    }
}

void ScriptHost::take(const to_script::Call& call)
{
    const steady_clock::time_point begun = steady_clock::now();
    ScriptEngine::Outcome outcome;
    if (m_isLoaded) {
        outcome = m_engine.call(call.what);
    }
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(steady_clock::now() - begun);
    m_channel.send(
        from_script::Done{call.number, std::move(outcome.error), std::move(outcome.response), took});
}

} // namespace signalbox::scripts
