// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

#include <variant>

namespace signalbox::link {

// Commands about services, which scripts are. A service is named by its file, without the folder.

/// Call a service, or call it no more, whatever becomes of its file. One that was stopped too often begins
/// anew.
struct SetServiceEnabled {
    QByteArray file;
    bool enabled = true;
};
/// Read its file and start its script anew; clients stay.
struct ReloadService {
    QByteArray file;
};
/// Put one of the examples that the broker brings along into the folder of services.
struct AddExampleService {
    QByteArray file;
};

using ServiceCommand = std::variant<SetServiceEnabled, ReloadService, AddExampleService>;

} // namespace signalbox::link
