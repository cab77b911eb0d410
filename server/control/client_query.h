// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/control/client_record.h"
#include "server/control/page.h"
#include "server/core/end_reason.h"
#include "server/core/name.h"
#include "server/filter/caseless_search.h"
#include "server/link/client_info.h"
#include "server/routing/member_index.h"

#include <optional>
#include <vector>

namespace signalbox::control {

/// Which clients are asked for; what is not given does not matter.
struct ClientFilter {
    std::optional<QByteArray> user;
    std::optional<QByteArray> group; ///< empty: the default group
    std::optional<QByteArray> tag;
    std::optional<QByteArray> path;
    std::optional<QByteArray> dialect;
    std::optional<QByteArray> subprotocol;
    std::optional<QByteArray> origin;
    std::optional<bool> muted;
    std::optional<bool> testClient;
    std::optional<bool> queued; ///< whether something waits for it
    std::optional<filter::CaselessSearch> search;

    [[nodiscard]] bool matches(const ClientRecord& record) const;
};

struct ClientQuery {
    ClientFilter filter;
    PageWish page;
};

/// Reads what the route knows of filters, and the page.
[[nodiscard]] std::variant<ClientQuery, http::HttpError> readClientQuery(const ParameterReader& reader);

/// Where each client that the filter lets through stands in the order; the index is that in `clients`.
[[nodiscard]] std::vector<Place> placesOf(const std::vector<const ClientRecord*>& clients,
                                          const ClientQuery& query);

/// Which of the clients that have ended.
struct EndedFilter {
    std::optional<QByteArray> user;
    std::optional<QByteArray> reason; ///< as endReasonName() writes it
    std::optional<filter::CaselessSearch> search;

    [[nodiscard]] bool matches(const link::ClientEnd& client) const;
};

struct EndedQuery {
    EndedFilter filter;
    PageWish page;
};

[[nodiscard]] std::variant<EndedQuery, http::HttpError> readEndedQuery(const ParameterReader& reader);
[[nodiscard]] std::vector<Place> placesOf(const std::vector<const link::ClientEnd*>& clients,
                                          const EndedQuery& query);

/// Which groups.
struct GroupQuery {
    std::optional<filter::CaselessSearch> search;
    PageWish page;
};

[[nodiscard]] std::variant<GroupQuery, http::HttpError> readGroupQuery(const ParameterReader& reader);
[[nodiscard]] std::vector<Place> placesOf(const std::vector<routing::GroupSize>& groups,
                                          const GroupQuery& query);

} // namespace signalbox::control
