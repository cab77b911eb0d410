// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/route_parts.h"

namespace signalbox::control::route_parts {

namespace {

constexpr qint64 maxPage = 1'000;
constexpr qint64 standardPage = 100;

Parameter text(QByteArrayView name, QByteArrayView description)
{
    return {name, description};
}

Parameter yesOrNo(QByteArrayView name, QByteArrayView description)
{
    return {name, description, ParameterType::Boolean};
}

Parameter choice(QByteArrayView name, QByteArrayView description, std::vector<QByteArrayView> words)
{
    return {name, description, ParameterType::Choice, std::move(words)};
}

Parameter integer(QByteArrayView name, QByteArrayView description, qint64 minimum, qint64 maximum,
                  qint64 standard)
{
    return {name, description, ParameterType::Integer, {}, minimum, maximum, standard};
}

Parameter user()
{
    return text("user", "Only those of this user.");
}

Parameter search()
{
    return text("search", "Only those in whose texts this occurs; ASCII letters count in any case.");
}

/// How a list of anything is paged. The first sort is the one that is not asked for.
std::vector<Parameter> paging(std::vector<QByteArrayView> sorts)
{
    return {
        choice("sort", "The order; a minus turns it round.", std::move(sorts)),
        integer("limit", "At most so many.", 1, maxPage, standardPage),
        integer("offset", "Behind so many of the order.", 0, 1'000'000, 0),
        text("cursor", "Behind the last one of an earlier answer, whose nextCursor this is, whatever came or "
                       "went in between. Needs the same sort and filters, and no offset."),
    };
}

} // namespace

std::vector<Parameter> clientFilters()
{
    std::vector<Parameter> filters = memberFilters();
    filters.insert(filters.begin() + 1,
                   text("group", "Only members of this group; empty: of the default group."));
    return filters;
}

std::vector<Parameter> memberFilters()
{
    return {
        user(),
        text("tag", "Only those with this tag."),
        text("path", "Only those that connected at this path."),
        choice("dialect", "Only those of this dialect.", {"envelope", "echo", "raw"}),
        text("subprotocol", "Only those of this subprotocol; empty: of none."),
        text("origin", "Only those whose page is of this origin; empty: without one."),
        yesOrNo("muted", "Only those that are muted, or only others."),
        yesOrNo("testClient", "Only the program's own test clients, or only others."),
        search(),
    };
}

std::vector<Parameter> clientPaging()
{
    return paging({"id", "-id", "user", "-user", "groups", "-groups", "path", "-path", "dialect", "-dialect",
                   "address", "-address", "connectedAt", "-connectedAt"});
}

std::vector<Parameter> endedFilters()
{
    return {
        user(),
        choice("reason", "Only those that ended for this reason.",
               {"peer closed", "vanished", "protocol error", "invalid payload", "message too big",
                "slow client", "frame timed out", "disconnected by the operator", "shutdown",
                "policy violation"}),
        search(),
    };
}

std::vector<Parameter> endedPaging()
{
    return paging({"-endedAt", "endedAt", "id", "-id", "user", "-user", "closeCode", "-closeCode"});
}

std::vector<Parameter> groupFilters()
{
    return {search()};
}

std::vector<Parameter> groupPaging()
{
    return paging({"name", "-name", "members", "-members"});
}

std::vector<QByteArrayView> listErrors()
{
    return {"control.unknown_parameter", "control.bad_parameter", "control.bad_cursor"};
}

std::vector<QByteArrayView> groupErrors()
{
    return {"group.not_found", "group.name_too_long", "group.name_not_utf8",
            "group.name_has_control_character"};
}

} // namespace signalbox::control::route_parts
