// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/logged_frame.h"

#include <algorithm>
#include <iterator>

namespace signalbox::ui {

namespace {

/// A handshake of more lines than this is shown as far as this.
constexpr size_t maxHandshakeLines = 200;

void appendLines(std::vector<HandshakeLine>& lines, link::Direction direction, const QByteArray& bytes)
{
    for (const QByteArray& line : bytes.split('\n')) {
        const QByteArray text = line.endsWith('\r') ? line.chopped(1) : line;
        if (!text.isEmpty() && lines.size() < maxHandshakeLines) {
            lines.push_back({direction, text});
        }
    }
}

} // namespace

std::vector<HandshakeLine> handshakeLines(const link::FrameDetail& detail)
{
    std::vector<HandshakeLine> lines;
    appendLines(lines, link::Direction::Received, detail.handshakeRequest);
    appendLines(lines, link::Direction::Sent, detail.handshakeResponse);
    return lines;
}

std::vector<Delivery> UnfoldedRows::news(const std::vector<Delivery>& told) const
{
    std::vector<Delivery> all;
    std::copy_if(told.begin(), told.end(), std::back_inserter(all),
                 [this](const Delivery& delivery) { return !clients.contains(delivery.client); });
    return all;
}

void UnfoldedRows::add(const std::vector<Delivery>& added)
{
    deliveries.insert(deliveries.end(), added.begin(), added.end());
    for (const Delivery& delivery : added) {
        clients.insert(delivery.client);
    }
}

void UnfoldedRows::settle(const std::vector<Delivery>& settled)
{
    QHash<ClientId, Delivery> byClient;
    for (const Delivery& delivery : settled) {
        byClient.insert(delivery.client, delivery);
    }
    for (Delivery& delivery : deliveries) {
        delivery = byClient.value(delivery.client, delivery);
    }
}

} // namespace signalbox::ui
