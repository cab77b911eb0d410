// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/events.h"

namespace signalbox::tests {

/// Values for the window's tests, all of them at a fixed time.
inline constexpr WallTime sampleTime{std::chrono::seconds(1'700'000'000)};

[[nodiscard]] inline link::ClientInfo client(quint64 id, const QByteArray& user,
                                             const QList<QByteArray>& groups = {})
{
    link::ClientInfo info;
    info.client = ClientId(id);
    info.user = UserName::trusted(user);
    for (const QByteArray& group : groups) {
        info.groups.append(GroupName::trusted(group));
    }
    info.path = "/ws";
    info.dialect = "envelope";
    info.address = "127.0.0.1:" + QByteArray::number(40'000 + id);
    info.connectedAt = sampleTime;
    return info;
}

[[nodiscard]] inline link::ClientEnd ended(quint64 id)
{
    link::ClientEnd end;
    end.client = ClientId(id);
    end.time = sampleTime;
    return end;
}

[[nodiscard]] inline link::FrameRow frame(quint64 number, const QByteArray& preview = "hello")
{
    link::FrameRow row;
    row.number = number;
    row.time = sampleTime + std::chrono::milliseconds(number);
    row.client = ClientId(3);
    row.user = "ann";
    row.header.masked = true;
    row.header.payloadBytes = static_cast<quint64>(preview.size());
    row.preview = preview;
    return row;
}

[[nodiscard]] inline link::FrameRow routed(quint64 number, quint64 message, qint64 recipients = 0)
{
    link::FrameRow row = frame(number, R"({"action":"say"})");
    row.message = MessageId(message);
    row.action = "say";
    row.target = "group red";
    row.deliveries = {recipients, recipients, 0, 0};
    return row;
}

/// A message of XSockets to the controller "chat".
[[nodiscard]] inline link::FrameRow xsocketsFrame(quint64 number, const QByteArray& topic,
                                                  const QByteArray& data)
{
    link::FrameRow row = frame(number, "{\"C\":\"chat\",\"T\":\"" + topic + "\",\"I\":7}");
    row.isXSockets = true;
    row.controller = "chat";
    row.action = topic;
    row.data = data;
    return row;
}

/// A message that was pushed over HTTP.
[[nodiscard]] inline link::FrameRow request(quint64 number, quint16 status)
{
    link::FrameRow row;
    row.number = number;
    row.time = sampleTime + std::chrono::milliseconds(number);
    row.kind = link::RowKind::Answered;
    row.text = "POST /__broadcastWebSocket.wc";
    row.code = status;
    row.address = "127.0.0.1:40312";
    row.took = std::chrono::microseconds(1'200);
    row.header.payloadBytes = 17;
    row.about = MessageId(18);
    return row;
}

/// A message of ann's that was handed on to the application, or was not taken there.
[[nodiscard]] inline link::FrameRow call(quint64 number, const QByteArray& errorCode = {},
                                         quint16 status = 200)
{
    link::FrameRow row;
    row.number = number;
    row.time = sampleTime + std::chrono::milliseconds(number);
    row.kind = link::RowKind::Called;
    row.direction = link::Direction::Sent;
    row.client = ClientId(3);
    row.user = "ann";
    row.target = "http://localhost/app/__WebSocket.wwd";
    row.text = errorCode;
    row.code = status;
    row.attempt = 1;
    row.took = std::chrono::milliseconds(12);
    row.header.payloadBytes = 17;
    row.about = MessageId(19);
    return row;
}

[[nodiscard]] inline link::FrameBatch batch(std::vector<link::FrameRow> rows, quint64 captured)
{
    link::FrameBatch batch;
    batch.rows = std::move(rows);
    batch.ledger.captured = captured;
    return batch;
}

[[nodiscard]] inline link::FrameBatch frames(quint64 first, quint64 last)
{
    std::vector<link::FrameRow> rows;
    for (quint64 number = first; number <= last; ++number) {
        rows.push_back(frame(number));
    }
    return batch(std::move(rows), last);
}

/// A message to group red: ann got it, bob waits, cat is left out by an exclusion, dan is not in the group.
[[nodiscard]] inline link::FrameDetail fanDetail(quint64 number = 812, quint64 message = 18)
{
    link::FrameDetail detail;
    detail.number = number;
    detail.kept = true;
    detail.row = routed(number, message, 2);
    detail.deliveries = {{ClientId(1), DeliveryState::Sent, 0}, {ClientId(2), DeliveryState::Queued, 9'626}};
    link::RoutingSnapshot routing;
    routing.recipients = {{RecipientType::Group, "red"}, {RecipientType::AllButUser, "cat"}};
    routing.decisions = {{ClientId(1), Verdict::Reached, 0},
                         {ClientId(2), Verdict::Reached, 0},
                         {ClientId(3), Verdict::Excluded, 1},
                         {ClientId(4), Verdict::NotAddressed, -1}};
    for (const link::ClientInfo& info : {client(1, "ann", {"red"}), client(2, "bob", {"red"}),
                                         client(3, "cat", {"red"}), client(4, "dan", {"blue"})}) {
        routing.population.push_back({info.client, info.user, info.groups, info.tags});
    }
    detail.routing = routing;
    return detail;
}

/// What the broker answers when a row is unfolded.
inline link::FrameDetail detailOf(quint64 number, const std::vector<Delivery>& deliveries)
{
    link::FrameDetail detail;
    detail.number = number;
    detail.kept = true;
    detail.deliveries = deliveries;
    return detail;
}

} // namespace signalbox::tests
