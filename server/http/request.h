// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/header_list.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QList>

#include <optional>

namespace signalbox::http {

/// One name=value of a query, decoded. A name without "=" has an empty value.
struct QueryParameter {
    QByteArray name;
    QByteArray value;

    friend bool operator==(const QueryParameter&, const QueryParameter&) = default;
};

/// One HTTP/1.x request, already checked: a Request that RequestParser gives has one meaning only. A value;
/// any thread. All bytes are the peer's: whoever shows them makes them plain first.
struct Request {
    QByteArray method;           ///< as sent; methods are case-sensitive
    QByteArray target;           ///< as sent: "/ws?groupId=a", or "http://host/ws" in absolute form
    QByteArray rawPath;          ///< of the target, as sent; "*" for OPTIONS *
    QByteArray path;             ///< rawPath with its percent encoding decoded
    QList<QueryParameter> query; ///< in order; a name may repeat
    QByteArray
        authority; ///< of a target in absolute form, else the Host header (RFC 9112 §3.2.2); may be empty
    QByteArray scheme;            ///< "http" or "https", as a trusted proxy said; empty: unknown
    int minorVersion = 1;         ///< HTTP/1.1 or HTTP/1.0
    HeaderList headers;           ///< in order, without trailers
    QByteArray headerBlock;       ///< the request line and header fields as received, with the empty line
    QByteArray body;              ///< without chunking
    bool keepAlive = false;       ///< the peer would like to send another request
    bool hasBody = false;         ///< the header announces a body of at least one byte, or chunks
    bool expectsContinue = false; ///< the peer waits for 100 Continue before it sends the body
    bool wantsUpgrade = false;    ///< a WebSocket handshake, perhaps a faulty one: upgrade_check says

    [[nodiscard]] QByteArray header(QByteArrayView name) const { return headers.value(name); }
    [[nodiscard]] qsizetype headerCount(QByteArrayView name) const { return headers.count(name); }

    /// The first parameter of that exact name, if there is one.
    [[nodiscard]] std::optional<QByteArray> value(QByteArrayView name) const;
    /// All parameters of that exact name, in order.
    [[nodiscard]] QList<QByteArray> values(QByteArrayView name) const;

    friend bool operator==(const Request&, const Request&) = default;
};

} // namespace signalbox::http
