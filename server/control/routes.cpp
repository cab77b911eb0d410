// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/routes.h"

#include "server/control/route_parts.h"
#include "server/http/percent_encoding.h"

#include <algorithm>

namespace signalbox::control {

namespace {

using namespace route_parts;

void addRoot(std::vector<Route>& routes)
{
    routes.push_back({Operation::Describe, "GET", "", "describe", "What this is, and where it is described"});
    routes.back().successes = {{200, "Description", "The name, the version and the address of the document"}};
    routes.push_back({Operation::GetDocument, "GET", "/openapi.json", "getDocument", "This document"});
    routes.back().successes = {{200, "Document", "OpenAPI 3.1"}};
}

void addClients(std::vector<Route>& routes)
{
    routes.push_back(
        {Operation::ListClients, "GET", "/clients", "listClients", "Clients that are connected"});
    routes.back().parameters = joined(clientFilters(), clientPaging());
    routes.back().successes = {{200, "Clients", "One page of them"}};
    routes.back().errors = listErrors();
    routes.push_back({Operation::GetClient, "GET", "/clients/{client}", "getClient", "One client"});
    routes.back().successes = {{200, "Client", "The client"}};
    routes.back().errors = clientErrors();
}

void addClientActs(std::vector<Route>& routes)
{
    routes.push_back({Operation::DisconnectClient, "DELETE", "/clients/{client}", "disconnectClient",
                      "Closes the connection of a client"});
    routes.back().parameters = closeFrame();
    routes.back().successes = {{204, {}, "The close frame is on its way"}};
    routes.back().errors = joined(joined(clientErrors(), closeErrors()), parameterErrors());
    routes.push_back({Operation::GetHandshake, "GET", "/clients/{client}/handshake", "getHandshake",
                      "The handshake of a client"});
    routes.back().successes = {{200, "Handshake", "Both headers, as they were on the wire"}};
    routes.back().errors = clientErrors();
    routes.push_back({Operation::GetMute, "GET", "/clients/{client}/mute", "getMute",
                      "Whether a client is muted, and until when"});
    routes.back().successes = {{200, "Mute", "Whether it is"}};
    routes.back().errors = clientErrors();
    routes.push_back({Operation::MuteClient, "PUT", "/clients/{client}/mute", "muteClient",
                      "What the client sends is counted, shown and passed on to nobody from now on"});
    routes.back().body = "MuteWish";
    routes.back().bodyIsOptional = true;
    routes.back().successes = {{200, "Mute", "Until when"}};
    routes.back().errors = joined(clientErrors(), bodyErrors());
    routes.push_back({Operation::UnmuteClient, "DELETE", "/clients/{client}/mute", "unmuteClient",
                      "What the client sends is passed on again"});
    routes.back().successes = {{204, {}, "It is not muted"}};
    routes.back().errors = clientErrors();
}

void addMemberships(std::vector<Route>& routes)
{
    constexpr QByteArrayView path = "/clients/{client}/groups/{group}";
    routes.push_back(
        {Operation::GetMembership, "GET", path, "getMembership", "Whether a client is in a group"});
    routes.back().successes = {{200, "Membership", "It is"}};
    routes.back().errors = joined(joined(clientErrors(), nameErrors("group")), {"group.not_member"});
    routes.push_back({Operation::JoinGroup, "PUT", path, "joinGroup",
                      "Puts a client into a group, beside those that it is in"});
    routes.back().successes = {{201, "Membership", "It is in the group now", true},
                               {204, {}, "It was already"}};
    routes.back().errors = joined(joined(clientErrors(), nameErrors("group")), {"group.too_many"});
    routes.push_back({Operation::LeaveGroup, "DELETE", path, "leaveGroup",
                      "Takes a client out of a group; out of its last one, it is in the default group"});
    routes.back().successes = {{204, {}, "It is not in the group any more"}};
    routes.back().errors = joined(joined(clientErrors(), nameErrors("group")), {"group.not_member"});
}

void addTags(std::vector<Route>& routes)
{
    constexpr QByteArrayView path = "/clients/{client}/tags/{tag}";
    routes.push_back({Operation::GetTag, "GET", path, "getTag", "Whether a client has a tag"});
    routes.back().successes = {{200, "ClientTag", "It has"}};
    routes.back().errors = joined(joined(clientErrors(), nameErrors("tag")), {"tag.not_set"});
    routes.push_back(
        {Operation::AddTag, "PUT", path, "addTag", "Gives a client a tag, beside those that it has"});
    routes.back().successes = {{201, "ClientTag", "It has the tag now", true},
                               {204, {}, "It had it already"}};
    routes.back().errors = joined(joined(clientErrors(), nameErrors("tag")), {"tag.too_many"});
    routes.push_back({Operation::RemoveTag, "DELETE", path, "removeTag", "Takes a tag from a client"});
    routes.back().successes = {{204, {}, "It has the tag no more"}};
    routes.back().errors = joined(joined(clientErrors(), nameErrors("tag")), {"tag.not_set"});
}

void addEndedClients(std::vector<Route>& routes)
{
    routes.push_back({Operation::ListEndedClients, "GET", "/ended_clients", "listEndedClients",
                      "The newest thousand of the clients that have ended, with the reason"});
    routes.back().parameters = joined(endedFilters(), endedPaging());
    routes.back().successes = {{200, "EndedClients", "One page of them"}};
    routes.back().errors = listErrors();
    routes.push_back({Operation::GetEndedClient, "GET", "/ended_clients/{client}", "getEndedClient",
                      "One client that has ended"});
    routes.back().successes = {{200, "EndedClient", "How it ended, and what it had been"}};
    routes.back().errors = {"client.not_found"};
}

void addGroups(std::vector<Route>& routes)
{
    routes.push_back(
        {Operation::ListGroups, "GET", "/groups", "listGroups",
         "Groups that have members; the default group, which has no name, is at /default_group"});
    routes.back().parameters = joined(groupFilters(), groupPaging());
    routes.back().successes = {{200, "Groups", "One page of them"}};
    routes.back().errors = listErrors();
    routes.push_back({Operation::GetGroup, "GET", "/groups/{group}", "getGroup", "One group"});
    routes.back().successes = {{200, "Group", "The group"}};
    routes.back().errors = groupErrors();
    routes.push_back({Operation::RemoveGroup, "DELETE", "/groups/{group}", "removeGroup",
                      "Takes every client out of the group; they stay connected"});
    routes.back().successes = {{204, {}, "The group has no members any more"}};
    routes.back().errors = groupErrors();
    routes.push_back({Operation::ListGroupClients, "GET", "/groups/{group}/clients", "listGroupClients",
                      "The members of a group"});
    routes.back().parameters = joined(memberFilters(), clientPaging());
    routes.back().successes = {{200, "Clients", "One page of them"}};
    routes.back().errors = joined(groupErrors(), listErrors());
    routes.push_back({Operation::DisconnectGroup, "DELETE", "/groups/{group}/clients", "disconnectGroup",
                      "Closes the connection of every member"});
    routes.back().parameters = closeFrame();
    routes.back().successes = {{204, {}, "The close frames are on their way"}};
    routes.back().errors = joined(joined(groupErrors(), closeErrors()), parameterErrors());
}

void addDefaultGroup(std::vector<Route>& routes)
{
    routes.push_back({Operation::GetDefaultGroup, "GET", "/default_group", "getDefaultGroup",
                      "The default group: the clients that are in no group"});
    routes.back().successes = {{200, "Group", "The group, whose name is empty"}};
    routes.push_back({Operation::ListDefaultGroupClients, "GET", "/default_group/clients",
                      "listDefaultGroupClients", "The members of the default group"});
    routes.back().parameters = joined(memberFilters(), clientPaging());
    routes.back().successes = {{200, "Clients", "One page of them"}};
    routes.back().errors = listErrors();
    routes.push_back({Operation::DisconnectDefaultGroup, "DELETE", "/default_group/clients",
                      "disconnectDefaultGroup", "Closes the connection of every client without a group"});
    routes.back().parameters = closeFrame();
    routes.back().successes = {{204, {}, "The close frames are on their way"}};
    routes.back().errors = joined(joined({"group.not_found"}, closeErrors()), parameterErrors());
}

void addMessages(std::vector<Route>& routes)
{
    routes.push_back({Operation::SendMessage, "POST", "/messages", "sendMessage",
                      "Sends an envelope as the operator, or says who would get it"});
    routes.back().parameters = sending();
    routes.back().body = "Envelope";
    routes.back().successes = {{200, "ReceiptOrPreview", "What became of it; with preview, what would"}};
    routes.back().errors = joined(envelopeErrors(), parameterErrors());
}

void addFrames(std::vector<Route>& routes)
{
    routes.push_back({Operation::ListFrames, "GET", "/frames", "listFrames",
                      "Rows of the frames list that are kept, the newest first. They are kept while somebody "
                      "looks: a window, or whoever has asked here within a minute"});
    routes.back().parameters = frameSearch();
    routes.back().successes = {{200, "Frames", "Those that pass the filter"}};
    routes.back().errors = joined(filterErrors(), listErrors());
    routes.push_back({Operation::GetFrame, "GET", "/frames/{number}", "getFrame", "The whole of one row"});
    routes.back().successes = {{200, "FrameDetail", "With its payload, and who got it"}};
    routes.back().errors = {"frame.not_kept"};
}

void addBroker(std::vector<Route>& routes)
{
    routes.push_back({Operation::ListListeners, "GET", "/listeners", "listListeners",
                      "The addresses that the broker listens on, or failed to listen on"});
    routes.back().successes = {{200, "Listeners", "All of them"}};
    routes.push_back({Operation::GetStatistics, "GET", "/statistics", "getStatistics",
                      "What went through the broker since its start, and what is there now"});
    routes.back().successes = {{200, "Statistics", "Sums over all workers, a tenth of a second old at most"}};
    routes.push_back(
        {Operation::GetConfiguration, "GET", "/configuration", "getConfiguration", "The settings in force"});
    routes.back().successes = {{200, "Configuration", "Every key, by section"}};
}

std::vector<Route> allRoutes()
{
    std::vector<Route> routes;
    addRoot(routes);
    addClients(routes);
    addClientActs(routes);
    addMemberships(routes);
    addTags(routes);
    addEndedClients(routes);
    addGroups(routes);
    addDefaultGroup(routes);
    addMessages(routes);
    addFrames(routes);
    addBroker(routes);
    return routes;
}

/// The segments of a path, without empty ones.
QList<QByteArrayView> segments(QByteArrayView path)
{
    QList<QByteArrayView> found;
    qsizetype begin = 0;
    while (begin < path.size()) {
        qsizetype end = path.indexOf('/', begin);
        end = end < 0 ? path.size() : end;
        if (end > begin) {
            found.append(path.sliced(begin, end - begin));
        }
        begin = end + 1;
    }
    return found;
}

/// Whether `path` has the form of `pattern`; then what stands at its braces.
std::optional<QList<QByteArray>> valuesIn(const QList<QByteArray>& path, QByteArrayView pattern)
{
    const QList<QByteArrayView> expected = segments(pattern);
    if (path.size() != expected.size()) {
        return std::nullopt;
    }
    QList<QByteArray> values;
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (expected[i].front() == '{') {
            values.append(path[i]);
        } else if (expected[i] != path[i]) {
            return std::nullopt;
        }
    }
    return values;
}

} // namespace

std::span<const Route> routes()
{
    static const std::vector<Route> all = allRoutes();
    return all;
}

PathMatch matchPath(QByteArrayView rawPath)
{
    QList<QByteArray> path;
    for (const QByteArrayView segment : segments(rawPath)) {
        path.append(http::percentDecoded(segment, http::PlusSign::Literal).value_or(QByteArray()));
    }
    const QList<QByteArrayView> root = segments(rootPath);
    if (path.size() < root.size() || !std::equal(root.begin(), root.end(), path.begin())) {
        return {};
    }
    path.remove(0, root.size());
    PathMatch match;
    for (const Route& route : routes()) {
        if (auto values = valuesIn(path, route.path)) {
            match.routes.push_back(&route);
            match.values = std::move(*values);
        }
    }
    return match;
}

const Route* PathMatch::route(QByteArrayView method) const
{
    const QByteArrayView served = method == QByteArrayView("HEAD") ? QByteArrayView("GET") : method;
    const auto found = std::ranges::find(routes, served, [](const Route* route) { return route->method; });
    return found == routes.end() ? nullptr : *found;
}

QByteArray PathMatch::methods() const
{
    QByteArray names;
    for (const Route* const route : routes) {
        names += (names.isEmpty() ? QByteArray() : QByteArray(", ")) + route->method.toByteArray();
        if (route->method == QByteArrayView("GET")) {
            names += ", HEAD";
        }
    }
    return names;
}

} // namespace signalbox::control
