// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/client_query.h"

#include <algorithm>
#include <array>

namespace signalbox::control {

namespace {

/// Whether what is there is what was asked for, if anything was.
template <typename Wanted, typename Value>
bool agrees(const std::optional<Wanted>& wanted, const Value& value)
{
    return !wanted || *wanted == value;
}

template <typename Kind>
bool holds(const QList<Name<Kind>>& names, const QByteArray& wanted)
{
    return std::ranges::any_of(names, [&wanted](const auto& name) { return name.bytes() == wanted; });
}

bool isInGroup(const link::ClientInfo& client, const QByteArray& group)
{
    return group.isEmpty() ? client.groups.isEmpty() : holds(client.groups, group);
}

bool holdsText(const link::ClientInfo& client, const filter::CaselessSearch& search)
{
    const auto inName = [&search](const auto& name) { return search.isIn(name.bytes()); };
    return search.isIn(client.client.text()) || inName(client.user) ||
           std::ranges::any_of(client.groups, inName) || std::ranges::any_of(client.tags, inName) ||
           search.isIn(client.path) || search.isIn(client.address) || search.isIn(client.origin) ||
           search.isIn(client.userAgent);
}

bool holdsText(const link::ClientEnd& client, const filter::CaselessSearch& search)
{
    return search.isIn(client.client.text()) || search.isIn(client.user.bytes()) ||
           search.isIn(client.path) || search.isIn(client.address) || search.isIn(client.userAgent) ||
           search.isIn(client.closeReason);
}

qint64 microseconds(WallTime time)
{
    return time.time_since_epoch().count();
}

enum class ClientOrder {
    Id,
    User,
    Groups,
    Path,
    Dialect,
    Address,
    ConnectedAt,
    MessagesReceived,
    MessagesSent,
    BytesReceived,
    BytesSent,
    QueuedBytes,
    RoundTrip,
};

ClientOrder orderNamed(const QByteArray& name)
{
    struct Named {
        QByteArrayView name;
        ClientOrder order;
    };
    static constexpr std::array orders{
        Named{"user", ClientOrder::User},
        Named{"groups", ClientOrder::Groups},
        Named{"path", ClientOrder::Path},
        Named{"dialect", ClientOrder::Dialect},
        Named{"address", ClientOrder::Address},
        Named{"connectedAt", ClientOrder::ConnectedAt},
        Named{"messagesReceived", ClientOrder::MessagesReceived},
        Named{"messagesSent", ClientOrder::MessagesSent},
        Named{"bytesReceived", ClientOrder::BytesReceived},
        Named{"bytesSent", ClientOrder::BytesSent},
        Named{"queuedBytes", ClientOrder::QueuedBytes},
        Named{"roundTrip", ClientOrder::RoundTrip},
    };
    const auto found = std::ranges::find(orders, QByteArrayView(name), &Named::name);
    return found == orders.end() ? ClientOrder::Id : found->order;
}

Place placeOf(const ClientRecord& record, ClientOrder order, size_t index)
{
    const link::ClientInfo& client = *record.info;
    const link::ClientTraffic& traffic = record.traffic;
    const auto numbered = [id = client.client.number(), index](auto number) {
        return Place{static_cast<qint64>(number), {}, id, index};
    };
    const quint64 id = client.client.number();
    switch (order) {
    case ClientOrder::Id:
        break;
    case ClientOrder::User:
        return {0, client.user.bytes(), id, index};
    case ClientOrder::Groups:
        return numbered(client.groups.size());
    case ClientOrder::Path:
        return {0, client.path, id, index};
    case ClientOrder::Dialect:
        return {0, client.dialect, id, index};
    case ClientOrder::Address:
        return {0, client.address, id, index};
    case ClientOrder::ConnectedAt:
        return numbered(microseconds(client.connectedAt));
    case ClientOrder::MessagesReceived:
        return numbered(traffic.messagesReceived);
    case ClientOrder::MessagesSent:
        return numbered(traffic.messagesSent);
    case ClientOrder::BytesReceived:
        return numbered(traffic.bytesReceived);
    case ClientOrder::BytesSent:
        return numbered(traffic.bytesSent);
    case ClientOrder::QueuedBytes:
        return numbered(traffic.queuedBytes);
    case ClientOrder::RoundTrip:
        return numbered(traffic.roundTrip.count());
    }
    return {0, {}, id, index};
}

Place placeOf(const link::ClientEnd& client, const QByteArray& sort, size_t index)
{
    const quint64 id = client.client.number();
    if (sort == "endedAt") {
        return {microseconds(client.time), {}, id, index};
    }
    if (sort == "user") {
        return {0, client.user.bytes(), id, index};
    }
    return {sort == "closeCode" ? client.closeCode : 0, {}, id, index};
}

std::optional<filter::CaselessSearch> readSearch(const ParameterReader& reader)
{
    const std::optional<QByteArray> wanted = reader.text("search");
    return wanted ? std::optional<filter::CaselessSearch>(filter::CaselessSearch(*wanted)) : std::nullopt;
}

/// A page of what `query` has read so far.
template <typename Query>
std::variant<Query, http::HttpError> withPage(Query query, const ParameterReader& reader)
{
    if (reader.error()) {
        return *reader.error();
    }
    auto page = readPage(reader);
    if (const auto* const error = std::get_if<http::HttpError>(&page)) {
        return *error;
    }
    query.page = std::get<PageWish>(std::move(page));
    return query;
}

} // namespace

bool ClientFilter::matches(const ClientRecord& record) const
{
    const link::ClientInfo& client = *record.info;
    return agrees(user, client.user.bytes()) && (!group || isInGroup(client, *group)) &&
           (!tag || holds(client.tags, *tag)) && agrees(path, client.path) &&
           agrees(dialect, client.dialect) && agrees(subprotocol, client.subprotocol) &&
           agrees(origin, client.origin) && agrees(muted, client.mutedUntil != WallTime{}) &&
           agrees(testClient, client.testClient) && agrees(queued, record.traffic.queuedBytes > 0) &&
           (!search || holdsText(client, *search));
}

std::variant<ClientQuery, http::HttpError> readClientQuery(const ParameterReader& reader)
{
    ClientQuery query;
    query.filter.user = reader.text("user");
    query.filter.group = reader.text("group");
    query.filter.tag = reader.text("tag");
    query.filter.path = reader.text("path");
    query.filter.dialect = reader.text("dialect");
    query.filter.subprotocol = reader.text("subprotocol");
    query.filter.origin = reader.text("origin");
    query.filter.muted = reader.boolean("muted");
    query.filter.testClient = reader.boolean("testClient");
    query.filter.queued = reader.boolean("queued");
    query.filter.search = readSearch(reader);
    return withPage(std::move(query), reader);
}

std::vector<Place> placesOf(const std::vector<const ClientRecord*>& clients, const ClientQuery& query)
{
    const ClientOrder order = orderNamed(query.page.sort);
    std::vector<Place> places;
    places.reserve(clients.size());
    for (size_t i = 0; i < clients.size(); ++i) {
        if (query.filter.matches(*clients[i])) {
            places.push_back(placeOf(*clients[i], order, i));
        }
    }
    return places;
}

bool EndedFilter::matches(const link::ClientEnd& client) const
{
    return agrees(user, client.user.bytes()) && agrees(reason, endReasonName(client.reason)) &&
           (!search || holdsText(client, *search));
}

std::variant<EndedQuery, http::HttpError> readEndedQuery(const ParameterReader& reader)
{
    EndedQuery query;
    query.filter = {reader.text("user"), reader.text("reason"), readSearch(reader)};
    return withPage(std::move(query), reader);
}

std::vector<Place> placesOf(const std::vector<const link::ClientEnd*>& clients, const EndedQuery& query)
{
    std::vector<Place> places;
    for (size_t i = 0; i < clients.size(); ++i) {
        if (query.filter.matches(*clients[i])) {
            places.push_back(placeOf(*clients[i], query.page.sort, i));
        }
    }
    return places;
}

std::variant<GroupQuery, http::HttpError> readGroupQuery(const ParameterReader& reader)
{
    return withPage(GroupQuery{readSearch(reader), {}}, reader);
}

std::vector<Place> placesOf(const std::vector<routing::GroupSize>& groups, const GroupQuery& query)
{
    const bool byMembers = query.page.sort == "members";
    std::vector<Place> places;
    places.reserve(groups.size());
    for (size_t i = 0; i < groups.size(); ++i) {
        if (!query.search || query.search->isIn(groups[i].group.bytes())) {
            places.push_back({byMembers ? groups[i].members : 0, groups[i].group.bytes(), 0, i});
        }
    }
    return places;
}

} // namespace signalbox::control
