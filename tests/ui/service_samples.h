// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/service_events.h"
#include "tests/ui/samples.h"

namespace signalbox::tests {

[[nodiscard]] inline link::ServiceInfo service(const QByteArray& file,
                                               link::ServiceState state = link::ServiceState::Running)
{
    link::ServiceInfo info;
    info.file = file;
    info.state = state;
    info.basePath = '/' + file.chopped(3);
    info.upgradePath = "/ws";
    return info;
}

[[nodiscard]] inline link::ServicesChanged services(std::vector<link::ServiceInfo> list)
{
    link::ServicesChanged changed;
    changed.availability = link::ServicesAvailability::Available;
    changed.folder = QStringLiteral("/home/ann/services");
    changed.folderExists = true;
    changed.strikes = 3;
    changed.examples = {"chat.js", "echo_server.js"};
    changed.services = std::move(list);
    return changed;
}

[[nodiscard]] inline link::ServiceLogLine logLine(const QByteArray& service, quint64 number,
                                                  const QString& text)
{
    return {service, number, sampleTime, link::ServiceLogLevel::Info, false, text};
}

} // namespace signalbox::tests
