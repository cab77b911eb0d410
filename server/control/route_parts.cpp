// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/route_parts.h"

#include "server/message/envelope_error.h"

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
        choice("dialect", "Only those of this dialect.",
               {"envelope", "echo", "raw", "xsockets", "service", "scripted"}),
        text("subprotocol", "Only those of this subprotocol; empty: of none."),
        text("origin", "Only those whose page is of this origin; empty: without one."),
        yesOrNo("muted", "Only those that are muted, or only others."),
        yesOrNo("testClient", "Only the program's own test clients, or only others."),
        yesOrNo("queued", "Only those for which bytes wait, or only others."),
        search(),
    };
}

std::vector<Parameter> clientPaging()
{
    return paging({"id",
                   "-id",
                   "user",
                   "-user",
                   "groups",
                   "-groups",
                   "path",
                   "-path",
                   "dialect",
                   "-dialect",
                   "address",
                   "-address",
                   "connectedAt",
                   "-connectedAt",
                   "messagesReceived",
                   "-messagesReceived",
                   "messagesSent",
                   "-messagesSent",
                   "bytesReceived",
                   "-bytesReceived",
                   "bytesSent",
                   "-bytesSent",
                   "queuedBytes",
                   "-queuedBytes",
                   "roundTrip",
                   "-roundTrip"});
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

std::vector<Parameter> closeFrame()
{
    return {
        integer("code", "The close code, one that RFC 6455 lets onto the wire.", 1'000, 4'999, 1'000),
        text("reason", "At most 123 bytes of UTF-8."),
    };
}

std::vector<Parameter> sending()
{
    return {
        yesOrNo("detail", "Say what became of it for each client; with preview, the decision for each."),
        yesOrNo("preview", "Send nothing: say who would get it."),
    };
}

std::vector<Parameter> frameSearch()
{
    return {
        text("filter", "In the filter language of the window; none: every row."),
        integer("limit", "At most so many.", 1, maxPage, standardPage),
        text("cursor", "Those before this row: the nextCursor of an earlier answer."),
    };
}

std::vector<QByteArray> filterErrors()
{
    return {"filter.syntax", "filter.unknown_field", "filter.wrong_type", "filter.bad_pattern",
            "filter.too_long"};
}

std::vector<QByteArray> parameterErrors()
{
    return {"control.unknown_parameter", "control.bad_parameter"};
}

std::vector<QByteArray> listErrors()
{
    return joined(parameterErrors(), {"control.bad_cursor"});
}

std::vector<QByteArray> bodyErrors()
{
    return {"control.not_json", "control.bad_body", "control.unknown_member", "control.bad_member"};
}

std::vector<QByteArray> closeErrors()
{
    return {"client.bad_close_code", "client.close_reason_too_long", "client.close_reason_not_utf8"};
}

std::vector<QByteArray> envelopeErrors()
{
    std::vector<QByteArray> codes;
    for (const message::EnvelopeFault fault : message::allEnvelopeFaults) {
        if (fault != message::EnvelopeFault::BinaryNotSupported) { // of a frame alone
            codes.push_back(message::envelopeFaultCode(fault));
        }
    }
    return codes;
}

std::vector<QByteArray> clientErrors()
{
    return {"client.not_found", "client.ended"};
}

std::vector<QByteArray> nameErrors(const QByteArray& kind)
{
    return {kind + ".name_too_long", kind + ".name_not_utf8", kind + ".name_has_control_character"};
}

std::vector<QByteArray> groupErrors()
{
    return joined({"group.not_found"}, nameErrors("group"));
}

} // namespace signalbox::control::route_parts
