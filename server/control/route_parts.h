// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/control/routes.h"

#include <vector>

namespace signalbox::control {

// What several routes have in common.
namespace route_parts {

[[nodiscard]] std::vector<Parameter> clientFilters();
/// Of the members of a group that the path names.
[[nodiscard]] std::vector<Parameter> memberFilters();
[[nodiscard]] std::vector<Parameter> clientPaging();
[[nodiscard]] std::vector<Parameter> endedFilters();
[[nodiscard]] std::vector<Parameter> endedPaging();
[[nodiscard]] std::vector<Parameter> groupFilters();
[[nodiscard]] std::vector<Parameter> groupPaging();

/// The code and reason of a close frame.
[[nodiscard]] std::vector<Parameter> closeFrame();
/// Of a message.
[[nodiscard]] std::vector<Parameter> sending();

[[nodiscard]] std::vector<Parameter> frameSearch();

[[nodiscard]] std::vector<QByteArray> parameterErrors();
[[nodiscard]] std::vector<QByteArray> filterErrors();
[[nodiscard]] std::vector<QByteArray> listErrors();
[[nodiscard]] std::vector<QByteArray> bodyErrors();
[[nodiscard]] std::vector<QByteArray> closeErrors();
[[nodiscard]] std::vector<QByteArray> envelopeErrors();
/// Of a client that the path names.
[[nodiscard]] std::vector<QByteArray> clientErrors();
/// Of a name in the path that can be no name of a `kind`: "group", "tag".
[[nodiscard]] std::vector<QByteArray> nameErrors(const QByteArray& kind);
/// Of a group that the path names.
[[nodiscard]] std::vector<QByteArray> groupErrors();

template <typename Item>
[[nodiscard]] std::vector<Item> joined(std::vector<Item> first, const std::vector<Item>& second)
{
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

} // namespace route_parts

} // namespace signalbox::control
