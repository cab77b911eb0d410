// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/control/parameter.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QList>

#include <span>
#include <vector>

namespace signalbox::control {

/// What the control API does, one for each route.
enum class Operation {
    Describe,
    GetDocument,
    ListClients,
    GetClient,
    DisconnectClient,
    GetHandshake,
    GetMembership,
    JoinGroup,
    LeaveGroup,
    GetTag,
    AddTag,
    RemoveTag,
    GetMute,
    MuteClient,
    UnmuteClient,
    ListEndedClients,
    GetEndedClient,
    ListGroups,
    GetGroup,
    RemoveGroup,
    ListGroupClients,
    DisconnectGroup,
    GetDefaultGroup,
    ListDefaultGroupClients,
    DisconnectDefaultGroup,
    SendMessage,
    ListFrames,
    GetFrame,
    ListListeners,
    GetStatistics,
    GetConfiguration,
};

/// One answer that is no error.
struct Success {
    int status = 200;
    QByteArrayView schema; ///< a name of schemas(); empty: no body
    QByteArrayView description;
    bool hasLocation = false;
};

/// One method at one path. The table of all of them is what requests are matched with, and what the OpenAPI
/// document is written from, so that neither has what the other lacks.
struct Route {
    Operation operation = Operation::Describe;
    QByteArrayView method;
    QByteArrayView path; ///< behind /api/v1; {client} stands for one segment
    QByteArrayView name; ///< operationId
    QByteArrayView summary;
    std::vector<Parameter> parameters{};
    QByteArrayView body{}; ///< a name of schemas(); empty: none
    bool bodyIsOptional = false;
    std::vector<Success> successes{};
    std::vector<QByteArray> errors{}; ///< codes, beside those that any request may be refused with
};

[[nodiscard]] std::span<const Route> routes();

/// What a path names.
struct PathMatch {
    std::vector<const Route*> routes; ///< by method; empty: there is nothing
    QList<QByteArray> values;         ///< of the segments in braces, in order, decoded

    /// HEAD is served by what serves GET.
    [[nodiscard]] const Route* route(QByteArrayView method) const;
    /// For the Allow header: "GET, HEAD, DELETE".
    [[nodiscard]] QByteArray methods() const;
};

/// `rawPath` as it stands in the request target: names in it may hold any byte, the slash too, in percent
/// encoding. Repeated slashes count as one, and one at the end makes no difference.
[[nodiscard]] PathMatch matchPath(QByteArrayView rawPath);

inline constexpr QByteArrayView rootPath = "/api/v1";

} // namespace signalbox::control
