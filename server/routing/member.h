// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ids.h"
#include "server/core/name.h"

#include <QtCore/QList>

namespace signalbox::routing {

/// What the router knows of one client.
struct Member {
    ClientId client;
    UserName user;           ///< empty: none
    QList<GroupName> groups; ///< empty: the client is in the default group
    QList<TagName> tags;
    bool groupsAreFilters = false; ///< a group such as a/+ stands for all groups that it matches, too
};

/// A small number that stands for one member of one MemberIndex, and is given to another when that one has
/// left.
using MemberSlot = quint32;

} // namespace signalbox::routing
