// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/answers.h"

#include "server/control/object_text.h"
#include "server/control/routes.h"
#include "server/message/json_text.h"

namespace signalbox::control {

namespace {

template <typename Names>
QByteArray namesJson(const Names& names)
{
    return arrayText(names, [](const auto& name) { return message::jsonString(name.bytes()); });
}

QByteArray subscriptionJson(const link::Subscription& subscription)
{
    return ObjectText()
        .text("controller", subscription.controller)
        .text("topic", subscription.topic)
        .text("group", subscription.group.bytes())
        .bytes();
}

void addTraffic(ObjectText& object, const link::ClientTraffic& traffic)
{
    object.number("messagesReceived", traffic.messagesReceived)
        .number("messagesSent", traffic.messagesSent)
        .number("bytesReceived", traffic.bytesReceived)
        .number("bytesSent", traffic.bytesSent);
}

QByteArray clientJson(const ClientRecord& record)
{
    const link::ClientInfo& client = *record.info;
    const link::ClientTraffic& traffic = record.traffic;
    ObjectText object;
    object.text("id", client.client.text())
        .textOrNull("user", client.user.bytes())
        .json("groups", namesJson(client.groups))
        .json("tags", namesJson(client.tags))
        .text("path", client.path)
        .text("dialect", client.dialect)
        .textOrNull("subprotocol", client.subprotocol)
        .text("address", client.address)
        .textOrNull("proxy", client.proxy)
        .boolean("secure", client.secure)
        .textOrNull("origin", client.origin)
        .textOrNull("userAgent", client.userAgent)
        .boolean("testClient", client.testClient)
        .time("connectedAt", client.connectedAt);
    addMute(object, client.mutedUntil);
    addTraffic(object, traffic);
    object.number("messagesIgnored", traffic.messagesIgnored)
        .number("queuedBytes", traffic.queuedBytes)
        .json("roundTrip",
              traffic.roundTrip.count() < 0 ? "null" : QByteArray::number(traffic.roundTrip.count()))
        .json("controllers",
              arrayText(client.controllers,
                        [](const QByteArray& controller) { return message::jsonString(controller); }))
        .json("subscriptions", arrayText(client.subscriptions, &subscriptionJson));
    return object.bytes();
}

QByteArray endedJson(const link::ClientEnd& client)
{
    ObjectText object;
    object.text("id", client.client.text())
        .textOrNull("user", client.user.bytes())
        .text("reason", endReasonName(client.reason))
        .number("closeCode", client.closeCode)
        .text("closeReason", client.closeReason)
        .text("path", client.path)
        .text("address", client.address)
        .textOrNull("userAgent", client.userAgent)
        .boolean("testClient", client.testClient)
        .time("connectedAt", client.connectedAt)
        .time("endedAt", client.time);
    addTraffic(object, client.traffic);
    return object.bytes();
}

QByteArray groupJson(const routing::GroupSize& group)
{
    return ObjectText().text("name", group.group.bytes()).number("members", group.members).bytes();
}

QByteArray listenerJson(const link::ListenerState& listener)
{
    ObjectText object;
    object.text("url", listener.url).boolean("listening", listener.listening);
    if (listener.listening || listener.errorCode.isEmpty()) {
        object.json("error", "null");
    } else {
        object.json("error", ObjectText()
                                 .text("code", listener.errorCode)
                                 .text("reason", QStringView(listener.error))
                                 .bytes());
    }
    return object.bytes();
}

template <typename Item>
http::Response listAnswer(QByteArrayView key, const Listed<Item>& list, QByteArray (*toJson)(const Item&))
{
    return http::jsonResponse(200, ObjectText()
                                       .json(key, arrayText(list.items, toJson))
                                       .number("total", list.total)
                                       .textOrNull("nextCursor", list.nextCursor)
                                       .bytes());
}

} // namespace

http::Response descriptionAnswer(const QByteArray& version)
{
    return http::jsonResponse(200, ObjectText()
                                       .text("name", QByteArrayView("Signalbox"))
                                       .text("version", version)
                                       .text("document", rootPath.toByteArray() + "/openapi.json")
                                       .bytes());
}

http::Response clientAnswer(const ClientRecord& client)
{
    return http::jsonResponse(200, clientJson(client));
}

http::Response clientsAnswer(const Listed<ClientRecord>& clients)
{
    return listAnswer("clients", clients, &clientJson);
}

http::Response endedClientAnswer(const link::ClientEnd& client)
{
    return http::jsonResponse(200, endedJson(client));
}

http::Response endedClientsAnswer(const Listed<link::ClientEnd>& clients)
{
    return listAnswer("clients", clients, &endedJson);
}

http::Response groupAnswer(const routing::GroupSize& group)
{
    return http::jsonResponse(200, groupJson(group));
}

http::Response groupsAnswer(const Listed<routing::GroupSize>& groups)
{
    return listAnswer("groups", groups, &groupJson);
}

http::Response listenersAnswer(const link::ListenersChanged& listeners)
{
    return http::jsonResponse(
        200, ObjectText().json("listeners", arrayText(listeners.listeners, &listenerJson)).bytes());
}

http::Response statisticsAnswer(const link::Statistics& statistics, qint64 groups)
{
    ObjectText object;
    object.time("time", statistics.time)
        .number("clients", statistics.clients)
        .number("groups", groups)
        .number("messagesReceived", statistics.messagesReceived)
        .number("deliveries", statistics.deliveries)
        .number("deliveriesDropped", statistics.deliveriesDropped)
        .number("bytesReceived", statistics.bytesReceived)
        .number("bytesSent", statistics.bytesSent)
        .number("handshakesRefused", statistics.handshakesRefused)
        .number("requestsRefused", statistics.requestsRefused)
        .number("messagesRefused", statistics.messagesRefused)
        .number("slowClientsClosed", statistics.slowClientsClosed)
        .number("malformedForwarding", statistics.malformedForwarding)
        .number("webhookTaken", statistics.webhookTaken)
        .number("webhookFailed", statistics.webhookFailed)
        .number("webhookRefused", statistics.webhookRefused)
        .number("queuedBytes", statistics.queuedBytes)
        .number("residentBytes", statistics.residentBytes);
    return http::jsonResponse(200, object.bytes());
}

} // namespace signalbox::control
