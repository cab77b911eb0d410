// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/request.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtNetwork/QHostAddress>

#include <utility>

namespace signalbox::http {

/// Who is at the other end, as far as it can be believed.
struct Peer {
    QHostAddress address;
    QByteArray text; ///< "127.0.0.1:40312"; "203.0.113.7" when a proxy told it without a port
    QByteArray
        proxy; ///< the other end of the connection when it is a trusted proxy that told of somebody else
    QByteArray scheme; ///< "http" or "https", as a trusted proxy said; empty: unknown
    int malformed = 0; ///< header fields of a trusted proxy that could not be read, and so say nothing
};

/// What proxies say of their clients (X-Forwarded-For, X-Forwarded-Proto), believed from trusted ones alone.
///
/// Each proxy appends the address that it sees, so the list is read from its right end: the first address
/// that is not a trusted proxy's is the client's, and whatever stands left of it may be invented. Thread: any
/// one; a value.
class Forwarding final {
public:
    Forwarding() = default;
    /// Networks as address/bits; what is none is left out.
    explicit Forwarding(const QList<QByteArray>& trusted);

    /// `text` is `address` with its port, as it is shown.
    [[nodiscard]] Peer peerOf(const Request& request, const QHostAddress& address,
                              const QByteArray& text) const;

private:
    [[nodiscard]] bool trusts(const QHostAddress& address) const;
    void readFor(const Request& request, Peer& peer) const;
    static void readScheme(const Request& request, Peer& peer);

    QList<std::pair<QHostAddress, int>> m_trusted;
};

} // namespace signalbox::http
