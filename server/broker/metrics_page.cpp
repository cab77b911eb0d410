// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/metrics_page.h"

#include "server/http/metric_text.h"

#include <QtCore/QMetaEnum>

namespace signalbox::broker {

namespace {

using http::MetricText;
using Unit = MetricText::Unit;

double secondsOf(WallTime time)
{
    return std::chrono::duration<double>(time.time_since_epoch()).count();
}

void writeProcess(MetricText& text, const MetricsSnapshot& snapshot)
{
    text.gauge("signalbox_build_info", "The version that runs; always 1.");
    text.sample(quint64{1}, {{"version", SIGNALBOX_VERSION}, {"qt", qVersion()}});
    text.gauge("process_start_time_seconds", "When the broker began, since 1970-01-01 UTC.");
    text.sample(secondsOf(snapshot.started));
    text.gauge("process_resident_memory_bytes", "Memory of the process that is in use.");
    text.sample(snapshot.sums.residentBytes);
    text.gauge("signalbox_ready", "Whether the broker takes clients: 1 or 0.");
    text.sample(quint64{snapshot.state == BrokerState::Ready ? 1U : 0U});
    text.gauge("signalbox_workers", "Threads that serve clients.");
    text.sample(qint64{snapshot.workers});
}

void writeClients(MetricText& text, const MetricsSnapshot& snapshot)
{
    text.gauge("signalbox_clients", "WebSocket clients that are connected.");
    text.sample(snapshot.sums.clients);
    text.gauge("signalbox_clients_limit", "Clients that limits.max_clients allows.");
    text.sample(qint64{snapshot.maxClients});
    text.gauge("signalbox_connections", "Open connections: clients, handshakes and HTTP.");
    text.sample(snapshot.connections);
    text.gauge("signalbox_groups", "Groups that have a member.");
    text.sample(snapshot.groups);
    text.counter("signalbox_clients_opened_total", "Clients that connected.");
    text.sample(snapshot.clientsOpened);
    text.counter("signalbox_clients_ended_total", "Clients that ended, by the reason.");
    const QMetaEnum reasons = QMetaEnum::fromType<EndReason>();
    for (int i = 0; i < reasons.keyCount(); ++i) {
        const auto reason = static_cast<EndReason>(reasons.value(i));
        const auto found = snapshot.clientsEnded.find(reason);
        text.sample(found == snapshot.clientsEnded.end() ? quint64{0} : found->second,
                    {{"reason", endReasonName(reason).toByteArray().replace(' ', '_')}});
    }
    text.counter("signalbox_slow_clients_closed_total",
                 "Clients that were closed because they took nothing.");
    text.sample(snapshot.sums.slowClientsClosed);
}

void writeMessages(MetricText& text, const MetricsSnapshot& snapshot)
{
    const link::Statistics& sums = snapshot.sums;
    text.counter("signalbox_messages_received_total", "Messages that came in, over sockets and over HTTP.");
    text.sample(sums.messagesReceived);
    text.counter("signalbox_messages_refused_total", "Messages of clients that were answered with an error.");
    text.sample(sums.messagesRefused);
    text.counter("signalbox_messages_ignored_total", "Messages of clients that may only listen.");
    text.sample(snapshot.messagesIgnored);
    text.counter("signalbox_deliveries_total", "Messages that were sent to a client, or are in its queue.");
    text.sample(sums.deliveries);
    text.counter("signalbox_deliveries_dropped_total", "Messages that a client did not get.");
    text.sample(sums.deliveriesDropped);
    text.counter("signalbox_received_bytes_total", "Bytes that came from clients.");
    text.sample(sums.bytesReceived);
    text.counter("signalbox_sent_bytes_total", "Bytes that went to clients.");
    text.sample(sums.bytesSent);
    text.gauge("signalbox_queued_bytes", "Bytes that wait for clients to take them.");
    text.sample(sums.queuedBytes);
}

void writeXSockets(MetricText& text, const XSocketsCounts& counts)
{
    text.counter("signalbox_xsockets_resent_total",
                 "Messages with Q 1 that were sent again, because they were not acknowledged.");
    text.sample(counts.resent);
    text.counter(
        "signalbox_xsockets_not_kept_total",
        "Messages with Q 1 that were sent once or missed, because too many waited for their client.");
    text.sample(counts.notKept);
    text.counter("signalbox_xsockets_not_retained_total",
                 "Messages that were not retained for want of room.");
    text.sample(counts.notRetained);
    text.gauge("signalbox_xsockets_unacknowledged", "Messages with Q 1 that wait for a client.");
    text.sample(counts.unacknowledged);
    text.gauge("signalbox_xsockets_retained", "Topics that have a retained message.");
    text.sample(counts.retained);
}

void writeRefusals(MetricText& text, const MetricsSnapshot& snapshot)
{
    const link::Statistics& sums = snapshot.sums;
    text.counter("signalbox_handshakes_refused_total", "WebSocket handshakes that were refused.");
    text.sample(sums.handshakesRefused);
    text.counter("signalbox_requests_refused_total", "HTTP requests that were refused.");
    text.sample(sums.requestsRefused);
    text.counter("signalbox_operator_tokens_refused_total", "Wrong operator tokens.");
    text.sample(snapshot.tokensRefused);
    text.counter("signalbox_forwarded_fields_malformed_total",
                 "Header fields of trusted proxies that could not be read.");
    text.sample(sums.malformedForwarding);
    text.counter("signalbox_webhook_calls_total", "Calls of the webhook that ended, by how.");
    text.sample(sums.webhookTaken, {{"result", "taken"}});
    text.sample(sums.webhookFailed, {{"result", "failed"}});
    text.sample(sums.webhookRefused, {{"result", "no_room"}});
}

template <const auto& bounds>
void write(MetricText& text, QByteArrayView name, QByteArrayView help, const Histogram<bounds>& histogram,
           Unit unit)
{
    text.histogram(name, help, bounds, histogram.counts(), histogram.sum(), unit);
}

void writeHistograms(MetricText& text, const Measurements& measured)
{
    write(text, "signalbox_message_size_bytes", "Size of messages that came in.", measured.messageBytes,
          Unit::One);
    write(text, "signalbox_push_recipients", "Clients that a message sent over HTTP reached.",
          measured.pushedTo, Unit::One);
    write(text, "signalbox_delivery_delay_seconds",
          "From a message to its write to the clients of a worker; once for each worker that has some.",
          measured.deliveryDelay, Unit::Microsecond);
    write(text, "signalbox_http_request_duration_seconds", "From a whole HTTP request to its answer.",
          measured.requestDuration, Unit::Microsecond);
    write(text, "signalbox_webhook_duration_seconds",
          "Of webhook calls that were answered, the last attempt.", measured.webhookDuration,
          Unit::Microsecond);
}

} // namespace

http::Response metricsPage(const MetricsSnapshot& snapshot)
{
    MetricText text;
    writeProcess(text, snapshot);
    writeClients(text, snapshot);
    writeMessages(text, snapshot);
    writeXSockets(text, snapshot.xsockets);
    writeRefusals(text, snapshot);
    writeHistograms(text, snapshot.measured);
    http::Response response;
    response.headers.add("Content-Type", MetricText::contentType());
    response.body = text.text();
    return response;
}

} // namespace signalbox::broker
