// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/filter/filter.h"
#include "server/filter/row_subject.h"

#include <vector>

namespace signalbox::tests {

/// A row that is asked for with its whole payload and whoever got its message.
class SampleSubject final : public filter::Subject {
public:
    void set(link::FrameRow row, const QByteArray& payload = {})
    {
        begin();
        m_row = std::move(row);
        m_payload = payload;
        m_row.header.payloadBytes = static_cast<quint64>(payload.size());
    }
    void setRecipients(std::vector<ClientId> recipients) { m_recipients = std::move(recipients); }

    [[nodiscard]] const link::FrameRow& row() override { return m_row; }
    [[nodiscard]] const link::FrameRow& wholeRow() override { return m_row; }
    [[nodiscard]] QByteArrayView payload() override { return m_payload; }
    [[nodiscard]] std::span<const ClientId> recipients() override { return m_recipients; }
    [[nodiscard]] QByteArrayView userOf(ClientId client) override
    {
        return client == ClientId(7) ? QByteArrayView("bob") : QByteArrayView();
    }

private:
    link::FrameRow m_row;
    QByteArray m_payload;
    std::vector<ClientId> m_recipients;
};

/// ann (c3) says something to group red: number 812, m18, 2023-11-14T22:13:20Z.
[[nodiscard]] inline link::FrameRow receivedRow()
{
    link::FrameRow row;
    row.number = 812;
    row.time = WallTime(std::chrono::seconds(1'700'000'000));
    row.client = ClientId(3);
    row.user = "ann";
    row.header.masked = true;
    row.message = MessageId(18);
    row.action = "say";
    row.target = "group red";
    row.claimedUser = "rstrahl";
    row.deliveries = {2, 1, 1, 0};
    return row;
}

[[nodiscard]] inline link::FrameRow rowOfKind(link::RowKind kind)
{
    link::FrameRow row;
    row.number = 5;
    row.kind = kind;
    row.time = WallTime(std::chrono::seconds(1'700'000'000));
    return row;
}

[[nodiscard]] inline link::FrameRow sentFrame(websocket::Opcode opcode)
{
    link::FrameRow row = rowOfKind(link::RowKind::Frame);
    row.direction = link::Direction::Sent;
    row.client = ClientId(7);
    row.user = "bob";
    row.header.opcode = opcode;
    return row;
}

} // namespace signalbox::tests
