// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/client_info.h"
#include "ui/models/traffic_trail.h"

#include <QtCore/QString>

#include <memory>

namespace signalbox::ui {

/// What the table knows of one client, with what sorting and searching ask for ten thousand times made
/// beforehand. A value that moves.
struct ClientRow {
    explicit ClientRow(const link::ClientInfo& client);

    void setInfo(const link::ClientInfo& client);
    [[nodiscard]] bool isMuted(WallTime now) const { return info.mutedUntil > now; }

    link::ClientInfo info;
    link::ClientTraffic traffic;
    QString name;     ///< as shown
    QString sortName; ///< folded
    QString searched; ///< name, user, groups, id and path, folded
    std::unique_ptr<TrafficTrail> trail;
};

} // namespace signalbox::ui
