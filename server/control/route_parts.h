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

[[nodiscard]] std::vector<QByteArrayView> listErrors();
/// Of a group that the path names.
[[nodiscard]] std::vector<QByteArrayView> groupErrors();

template <typename Item>
[[nodiscard]] std::vector<Item> joined(std::vector<Item> first, const std::vector<Item>& second)
{
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

} // namespace route_parts

} // namespace signalbox::control
