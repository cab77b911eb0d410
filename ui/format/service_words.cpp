// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/service_words.h"

#include "ui/format/numbers.h"
#include "ui/format/plain.h"
#include "ui/format/times.h"

#include <QtCore/QCoreApplication>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

struct ServiceWords {
    Q_DECLARE_TR_FUNCTIONS(ServiceWords)
};

/// Most calls take less than what a time is rounded to.
QString callTimeText(std::chrono::microseconds time)
{
    constexpr std::chrono::microseconds least{100};
    return time < least ? u"< "_s + durationText(least) : durationText(time);
}

} // namespace

QString serviceStateText(link::ServiceState state, int strikes)
{
    switch (state) {
    case link::ServiceState::Starting:
        return ServiceWords::tr("◌ starting");
    case link::ServiceState::Running:
        return ServiceWords::tr("● running");
    case link::ServiceState::Broken:
        return ServiceWords::tr("✕ broken");
    case link::ServiceState::Restarting:
        return ServiceWords::tr("◐ restarting");
    case link::ServiceState::DisabledByStrikes:
        return ServiceWords::tr("■ disabled after %1 stops").arg(strikes);
    case link::ServiceState::DisabledByOperator:
        return ServiceWords::tr("○ disabled by the operator");
    }
    Q_UNREACHABLE();
}

Meaning serviceStateMeaning(link::ServiceState state)
{
    switch (state) {
    case link::ServiceState::Running:
        return Meaning::Good;
    case link::ServiceState::Starting:
    case link::ServiceState::Restarting:
        return Meaning::Warning;
    case link::ServiceState::Broken:
    case link::ServiceState::DisabledByStrikes:
        return Meaning::Bad;
    case link::ServiceState::DisabledByOperator:
        return Meaning::Muted;
    }
    Q_UNREACHABLE();
}

bool isEnabled(link::ServiceState state)
{
    return state != link::ServiceState::DisabledByStrikes && state != link::ServiceState::DisabledByOperator;
}

/// What its clients name: a path, or else the controller, or else the subprotocol.
QString serviceEndpointText(const link::ServiceInfo& service)
{
    if (service.basePath.isEmpty()) {
        return plainName(
            (service.controllers.isEmpty() ? service.subprotocols : service.controllers).join(", "));
    }
    return plainName(service.upgradePath.isEmpty() ? service.basePath + "/…"
                                                   : service.basePath + service.upgradePath);
}

QString serviceTimeText(const link::ServiceCallTimes& times)
{
    return times.calls == 0 ? QString() : callTimeText(times.median);
}

QString serviceTimesSentence(const link::ServiceCallTimes& times)
{
    return times.calls == 0
               ? ServiceWords::tr("no call yet while this window looked")
               : ServiceWords::tr("median %1, longest %2, of the last %n call(s)", nullptr, times.calls)
                     .arg(callTimeText(times.median), callTimeText(times.longest));
}

QString serviceFaultText(const link::ServiceFault& fault)
{
    const QString message = plainScriptText(fault.message);
    if (fault.line <= 0) {
        return message;
    }
    return ServiceWords::tr("%1, line %2: %3")
        .arg(plainScriptText(fault.file), countText(static_cast<qint64>(fault.line)), message);
}

QString serviceLogLevelText(link::ServiceLogLevel level)
{
    switch (level) {
    case link::ServiceLogLevel::Debug:
        return ServiceWords::tr("· debug");
    case link::ServiceLogLevel::Info:
        return ServiceWords::tr("○ info");
    case link::ServiceLogLevel::Warning:
        return ServiceWords::tr("▲ warning");
    case link::ServiceLogLevel::Error:
        return ServiceWords::tr("✕ error");
    }
    Q_UNREACHABLE();
}

Meaning serviceLogLevelMeaning(link::ServiceLogLevel level)
{
    switch (level) {
    case link::ServiceLogLevel::Debug:
        return Meaning::Muted;
    case link::ServiceLogLevel::Info:
        return Meaning::Normal;
    case link::ServiceLogLevel::Warning:
        return Meaning::Warning;
    case link::ServiceLogLevel::Error:
        return Meaning::Bad;
    }
    Q_UNREACHABLE();
}

QString plainScriptText(const QString& text)
{
    return plainPayload(text.toUtf8());
}

} // namespace signalbox::ui
