// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/peer_reader.h"

#include "server/core/log_categories.h"

namespace signalbox::broker {

PeerReader::PeerReader(WorkerContext& context)
    : m_context(context)
    , m_forwarding(context.settings.http.trustedProxies)
{
}

http::Peer PeerReader::peerOf(const transport::Front& front, const http::Request& request) const
{
    return m_forwarding.peerOf(request, front.peerHost(), front.peerAddress());
}

http::LocalEndpoint PeerReader::arrival(const transport::Front& front, const http::Request& request)
{
    const http::Peer peer = peerOf(front, request);
    if (peer.malformed > 0 && m_context.counters.malformedForwarding == 0) { // later ones are counted alone
        qCWarning(logHttp).noquote()
            << QStringLiteral(
                   "the proxy %1 sends X-Forwarded-For or X-Forwarded-Proto in a form that cannot be "
                   "read, which is ignored")
                   .arg(QString::fromLatin1(front.peerAddress()));
    }
    m_context.counters.malformedForwarding += static_cast<quint64>(peer.malformed);
    http::LocalEndpoint local{front.localAddress()};
    if (!peer.proxy.isEmpty()) {
        local.forwardedFor = peer.address;
    }
    local.scheme = peer.scheme;
    return local;
}

} // namespace signalbox::broker
