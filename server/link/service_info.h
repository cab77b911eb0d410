// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QString>

#include <chrono>
#include <optional>

namespace signalbox::link {

inline namespace service_info_enums {
Q_NAMESPACE
enum class ServiceState {
    Starting,           ///< its script is being read
    Running,            ///< it is called
    Broken,             ///< its script cannot be run; it waits for another text
    Restarting,         ///< its process has ended; it is started again in a moment
    DisabledByStrikes,  ///< it had to be stopped too often
    DisabledByOperator, ///< until it is enabled, whatever becomes of its file
};
Q_ENUM_NS(ServiceState)

enum class ServiceLogLevel { Debug, Info, Warning, Error };
Q_ENUM_NS(ServiceLogLevel)

enum class ServicesAvailability {
    Unknown,     ///< nothing has been told yet
    Available,   ///< scripts in the folder are services
    SwitchedOff, ///< endpoints.services.enabled is false
    NoFolder,    ///< there is no state folder, and none is set
};
Q_ENUM_NS(ServicesAvailability)
} // namespace service_info_enums

/// An HTTP resource of a service, below its base path.
struct ServiceResource {
    QByteArray method;
    QByteArray path;

    friend bool operator==(const ServiceResource&, const ServiceResource&) = default;
};

/// What went wrong in a script, or why it was stopped.
struct ServiceFault {
    WallTime time{};
    QString file; ///< without its folder; empty: of no place in a script
    int line = 0; ///< 0: unknown
    QString message;

    friend bool operator==(const ServiceFault&, const ServiceFault&) = default;
};

/// How long calls of a service took, of the last ones that were made while somebody looked.
struct ServiceCallTimes {
    int calls = 0; ///< that these are of; 0: none yet
    std::chrono::microseconds median{};
    std::chrono::microseconds longest{};

    friend bool operator==(const ServiceCallTimes&, const ServiceCallTimes&) = default;
};

/// One service. Names and texts are as the script has them: whoever shows them makes them plain.
struct ServiceInfo {
    QByteArray file; ///< its name, without the folder
    ServiceState state = ServiceState::Starting;
    QByteArray basePath;    ///< "/test"; empty: it has declared nothing yet
    QByteArray upgradePath; ///< "/websocket"; empty: no clients can connect
    QList<ServiceResource> resources;
    QList<QByteArray> handlers; ///< "onOpen", …: those that it has
    QList<QByteArray> controllers;
    QList<QByteArray> subprotocols;
    qint64 clients = 0; ///< connected now
    quint64 calls = 0;  ///< since it was found
    qint64 waiting = 0; ///< calls that have not begun
    ServiceCallTimes times;
    quint64 errors = 0; ///< since it was found: that it threw, and that it had to be stopped for
    std::optional<ServiceFault> lastError;

    friend bool operator==(const ServiceInfo&, const ServiceInfo&) = default;
};

/// One line that a script wrote, or that the broker wrote about it.
struct ServiceLogLine {
    QByteArray service; ///< its file
    quint64 number = 0; ///< of the service's lines, from 1: what is missing was not kept
    WallTime time{};
    ServiceLogLevel level = ServiceLogLevel::Info;
    bool ofBroker = false;
    QString text;
};

} // namespace signalbox::link
