// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ids.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

#include <optional>
#include <variant>

namespace signalbox::services {

/// What a script asks the broker to do.
namespace script_act {
struct Send {
    ClientId client;
    QByteArray payload;
    bool binary = false;
};
/// To every client of the service.
struct Broadcast {
    QByteArray text;
    ClientId except{}; ///< null: the sender gets it, too
};
struct Close {
    ClientId client;
    quint16 code = 1000;
    QByteArray reason;
};
// The connection store and groups, which all services share.
struct StoreConnection {
    QByteArray name;
    ClientId client;
};
struct SendToStored {
    QByteArray name;
    QByteArray payload;
    bool binary = false;
};
struct RemoveStored {
    QByteArray name;
};
struct CloseStored {
    QByteArray name;
};
struct AddToGroup {
    ClientId client;
    QByteArray group;
};
struct SendToGroup {
    QByteArray group;
    QByteArray payload;
    bool binary = false;
};
struct RemoveFromGroup {
    ClientId client;
    QByteArray group;
};
/// Its members stay connected.
struct RemoveGroup {
    QByteArray group;
};
struct CloseGroup {
    QByteArray group;
};
// Of controllers.
/// A message of a controller, to these clients or to all but these.
struct Invoke {
    QByteArray controller;
    QByteArray topic;
    QByteArray data; ///< JSON
    bool allBut = false;
    QList<ClientId> clients;
    bool subscribers = false;         ///< to those of them alone who subscribe to the topic
    bool acknowledged = false;        ///< to subscribers: again until its id is acknowledged
    bool retained = false;            ///< to subscribers: kept as the last good value of its topic
    std::optional<QByteArray> blob{}; ///< a binary message, whose data describes it
};
/// Of the script's controller.
struct SetProperty {
    ClientId client;
    QByteArray name;
    QByteArray value; ///< JSON
};
} // namespace script_act

using ScriptAct = std::variant<script_act::Send, script_act::Broadcast, script_act::Close,
                               script_act::StoreConnection, script_act::SendToStored,
                               script_act::RemoveStored, script_act::CloseStored, script_act::AddToGroup,
                               script_act::SendToGroup, script_act::RemoveFromGroup, script_act::RemoveGroup,
                               script_act::CloseGroup, script_act::Invoke, script_act::SetProperty>;

} // namespace signalbox::services
