// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/control/client_record.h"
#include "server/http/response.h"
#include "server/link/client_info.h"
#include "server/link/events.h"
#include "server/routing/member_index.h"
#include "server/settings/settings.h"

#include <vector>

namespace signalbox::control {

/// One page of a list, as values.
template <typename Item>
struct Listed {
    std::vector<Item> items;
    qsizetype total = 0;   ///< of the whole list
    QByteArray nextCursor; ///< empty: nothing follows
};

// The bodies of the control API. schemas() describes each.

[[nodiscard]] http::Response descriptionAnswer(const QByteArray& version);
[[nodiscard]] http::Response clientAnswer(const ClientRecord& client);
[[nodiscard]] http::Response clientsAnswer(const Listed<ClientRecord>& clients);
[[nodiscard]] http::Response endedClientAnswer(const link::ClientEnd& client);
[[nodiscard]] http::Response endedClientsAnswer(const Listed<link::ClientEnd>& clients);
[[nodiscard]] http::Response groupAnswer(const routing::GroupSize& group);
[[nodiscard]] http::Response groupsAnswer(const Listed<routing::GroupSize>& groups);
[[nodiscard]] http::Response listenersAnswer(const link::ListenersChanged& listeners);
[[nodiscard]] http::Response statisticsAnswer(const link::Statistics& statistics, qint64 groups);
/// Every key of the configuration, by section; what may hold a secret is starred out.
[[nodiscard]] http::Response configurationAnswer(const Settings& settings);

} // namespace signalbox::control
