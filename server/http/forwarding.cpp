// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/forwarding.h"

#include "server/http/token.h"

#include <algorithm>
#include <optional>

namespace signalbox::http {

namespace {

struct Hop {
    QHostAddress address;
    QByteArray text;
};

bool isPort(QByteArrayView text)
{
    return !text.isEmpty() && text.size() <= 5 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The address without "::ffff:", under which a listener for both families sees IPv4.
QHostAddress unmapped(const QHostAddress& address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    return isIpv4 ? QHostAddress(ipv4) : address;
}

/// "203.0.113.7", "203.0.113.7:4711" (IIS), "2001:db8::1", "[2001:db8::1]", "[2001:db8::1]:4711".
std::optional<Hop> readHop(QByteArrayView entry)
{
    QByteArrayView host = entry;
    QByteArrayView port;
    const bool bracketed = entry.startsWith('[');
    const qsizetype end = bracketed ? entry.indexOf(']') : -1;
    if (bracketed) {
        if (end < 0 || (end + 1 < entry.size() && entry[end + 1] != ':')) {
            return std::nullopt;
        }
        host = entry.sliced(1, end - 1);
        port = entry.sliced(std::min(end + 2, entry.size()));
    } else if (entry.count(':') == 1) {
        host = entry.first(entry.indexOf(':'));
        port = entry.sliced(host.size() + 1);
    }
    const bool hasPort = host.size() + (bracketed ? 2 : 0) != entry.size();
    const QHostAddress address(QString::fromLatin1(host));
    const bool complete = host.contains(':') || host.count('.') == 3; // QHostAddress takes "127.1"
    if (address.isNull() || !complete || !address.scopeId().isEmpty() || (hasPort && !isPort(port)) ||
        bracketed != (bracketed && host.contains(':'))) {
        return std::nullopt;
    }
    const QByteArray shown = unmapped(address).toString().toLatin1();
    if (!hasPort) {
        return Hop{unmapped(address), shown};
    }
    return Hop{unmapped(address),
               (shown.contains(':') ? '[' + shown + ']' : shown) + ':' + port.toByteArray()};
}

/// The elements of a header that is a list, all its fields one after the other.
QList<QByteArray> elements(const Request& request, QByteArrayView name)
{
    QList<QByteArray> all;
    for (const QByteArray& field : request.headers.values(name)) {
        all += field.split(',');
    }
    return all;
}

} // namespace

Forwarding::Forwarding(const QList<QByteArray>& trusted)
{
    for (const QByteArray& network : trusted) {
        const auto subnet = QHostAddress::parseSubnet(QString::fromLatin1(network));
        if (!subnet.first.isNull()) {
            m_trusted.append(subnet);
        }
    }
}

bool Forwarding::trusts(const QHostAddress& address) const
{
    return std::any_of(m_trusted.begin(), m_trusted.end(),
                       [&address](const auto& subnet) { return address.isInSubnet(subnet); });
}

Peer Forwarding::peerOf(const Request& request, const QHostAddress& address, const QByteArray& text) const
{
    Peer peer;
    peer.address = unmapped(address);
    peer.text = text;
    if (trusts(peer.address)) {
        readFor(request, peer);
        readScheme(request, peer);
    }
    return peer;
}

void Forwarding::readFor(const Request& request, Peer& peer) const
{
    std::optional<Hop> client;
    const QList<QByteArray> hops = elements(request, "X-Forwarded-For");
    for (auto entry = hops.crbegin(); entry != hops.crend(); ++entry) {
        const std::optional<Hop> hop = readHop(withoutBlanks(*entry));
        if (!hop) {
            ++peer.malformed;
            return; // what a trusted proxy wrote cannot be read: then none of it is believed
        }
        client = hop;
        if (!trusts(hop->address)) {
            break;
        }
    }
    if (client) {
        peer.proxy = peer.text;
        peer.address = client->address;
        peer.text = client->text;
    }
}

void Forwarding::readScheme(const Request& request, Peer& peer)
{
    const QList<QByteArray> schemes = elements(request, "X-Forwarded-Proto");
    if (schemes.isEmpty()) {
        return;
    }
    const QByteArray scheme = withoutBlanks(schemes.last()).toByteArray().toLower(); // the nearest proxy's
    if (scheme == "https" || scheme == "wss") {
        peer.scheme = "https";
    } else if (scheme == "http" || scheme == "ws") {
        peer.scheme = "http";
    } else {
        ++peer.malformed;
    }
}

} // namespace signalbox::http
