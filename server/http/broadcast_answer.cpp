// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/broadcast_answer.h"

#include "server/http/json_text.h"

namespace signalbox::http {

namespace {

QByteArray stateJson(DeliveryState state)
{
    switch (state) {
    case DeliveryState::Sent:
        return R"("state":"sent")";
    case DeliveryState::Queued:
        return R"("state":"queued")";
    case DeliveryState::DroppedSlow:
        return R"("state":"dropped","reason":"slow")";
    case DeliveryState::DroppedClosing:
        return R"("state":"dropped","reason":"closing")";
    }
    Q_UNREACHABLE();
}

} // namespace

bool wantsDetail(const Request& request)
{
    return request.value("detail") == QByteArray("1");
}

QByteArray deliveriesJson(const std::vector<Delivery>& deliveries)
{
    QByteArray json = "[";
    for (const Delivery& delivery : deliveries) {
        json += json.size() > 1 ? ",{" : "{";
        json += R"("client":")" + delivery.client.text() + R"(",)" + stateJson(delivery.state) + '}';
    }
    return json + ']';
}

QByteArray receiptJson(const Receipt& receipt, bool withDeliveries)
{
    const DeliveryCounts& counts = receipt.counts;
    QByteArray json = R"({"id":")" + receipt.message.text() + R"(","recipients":)" +
                      QByteArray::number(counts.recipients) + R"(,"sent":)" +
                      QByteArray::number(counts.sent) + R"(,"queued":)" + QByteArray::number(counts.queued) +
                      R"(,"dropped":)" + QByteArray::number(counts.dropped);
    if (receipt.pendingWorkers > 0) {
        json += R"(,"pending":)" + QByteArray::number(receipt.pendingWorkers);
    }
    if (!receipt.hint.isEmpty()) {
        json += R"(,"hint":)" + jsonString(receipt.hint);
    }
    if (withDeliveries) {
        json += R"(,"deliveries":)" + deliveriesJson(receipt.deliveries);
    }
    return json + '}';
}

Response broadcastAnswer(const Receipt& receipt, const Request& request)
{
    return jsonResponse(200, receiptJson(receipt, wantsDetail(request)));
}

Response envelopeErrorAnswer(const Error& error)
{
    return errorResponse(badContent(error));
}

} // namespace signalbox::http
