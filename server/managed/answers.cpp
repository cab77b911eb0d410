// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/managed/answers.h"

#include "server/managed/body_reader.h"
#include "server/message/json_text.h"

#include <QtCore/QDateTime>

namespace signalbox::managed {

namespace {

/// "2014-03-14T06:33:51Z", in quotes.
QByteArray timeJson(WallTime time)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count();
    return '"' + QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(Qt::ISODate).toLatin1() + '"';
}

QByteArray tagsJson(const QList<TagName>& tags)
{
    QByteArray json = "[";
    for (const TagName& tag : tags) {
        json += (json.size() > 1 ? "," : "") + message::jsonString(tag.bytes());
    }
    return json + ']';
}

QByteArray socketJson(const OpenSocket& socket)
{
    return R"({"id":")" + socket.id + R"(","connectedAt":)" + timeJson(socket.connectedAt) + R"(,"tags":)" +
           tagsJson(socket.tags) + '}';
}

QByteArray uriJson(const http::Request& request, const QByteArray& id)
{
    return message::jsonString(socketUri(request, id));
}

QByteArray permissionsJson(const QByteArray& identityProvider)
{
    return identityProvider == "none" ? R"({"read":["*"],"write":["*"]})" : R"({"read":[],"write":[]})";
}

QByteArray nameJson()
{
    return R"("Signalbox")";
}

} // namespace

QByteArray socketUri(const http::Request& request, const QByteArray& id)
{
    const QByteArray host = request.authority.isEmpty() ? QByteArray("localhost") : request.authority;
    return (request.scheme == "https" ? "wss://" : "ws://") + host + "/?token=" + id;
}

http::Response uriAnswer(const Reservation& reservation, const http::Request& request)
{
    return http::jsonResponse(200, R"({"expiresAt":)" + timeJson(reservation.expiresAt) + R"(,"uri":)" +
                                       uriJson(request, reservation.id) + R"(,"tags":)" +
                                       tagsJson(reservation.tags) + '}');
}

http::Response createdAnswer(const Reservation& reservation, const http::Request& request)
{
    return http::jsonResponse(201, R"({"id":")" + reservation.id + R"(","tags":)" +
                                       tagsJson(reservation.tags) + R"(,"expiresAt":)" +
                                       timeJson(reservation.expiresAt) + R"(,"uri":)" +
                                       uriJson(request, reservation.id) + '}');
}

http::Response socketAnswer(const OpenSocket& socket)
{
    return http::jsonResponse(200, socketJson(socket));
}

http::Response socketsAnswer(const QList<OpenSocket>& sockets)
{
    QByteArray results;
    for (const OpenSocket& socket : sockets) {
        results += (results.isEmpty() ? "" : ",") + socketJson(socket);
    }
    return http::jsonResponse(200, R"({"results":[)" + results + "]}");
}

std::variant<QList<TagName>, http::HttpError> readTags(QByteArrayView bytes, int maxTags)
{
    QList<TagName> tags;
    if (bytes.isEmpty()) {
        return tags;
    }
    BodyReader body(bytes);
    if (const auto value = body.root().value("tags")) {
        for (const QByteArray& name :
             body.names(*value, "tags", maxTags, QStringLiteral("limits.max_tags_per_client"))) {
            tags.append(TagName::trusted(name));
        }
    }
    if (body.error()) {
        return *body.error();
    }
    return tags;
}

http::Response configurationAnswer(const QByteArray& identityProvider)
{
    return http::jsonResponse(200, R"({"name":)" + nameJson() + R"(,"identityProvider":")" +
                                       identityProvider + R"(","permissions":)" +
                                       permissionsJson(identityProvider) + '}');
}

std::optional<http::HttpError> checkConfiguration(QByteArrayView bytes, const QByteArray& identityProvider)
{
    BodyReader body(bytes);
    const auto check = [&body](const QByteArray& key, const QByteArray& inForce) {
        const auto value = body.root().value(key);
        if (value && value->text != inForce) {
            body.fail(ManagedFault::ReadOnly, key);
        }
    };
    check("name", nameJson());
    check("identityProvider", '"' + identityProvider + '"');
    check("permissions", permissionsJson(identityProvider));
    return body.error();
}

} // namespace signalbox::managed
