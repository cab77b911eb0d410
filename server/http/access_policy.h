// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/http_error.h"
#include "server/http/origin.h"
#include "server/http/request.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QList>
#include <QtNetwork/QHostAddress>

#include <optional>

namespace signalbox::http {

/// Where a connection came in.
struct LocalEndpoint {
    QHostAddress address; ///< the local end of the accepted connection
    /// The client's, when a trusted proxy told it; null: the connection is the client's own.
    QHostAddress forwardedFor{};
    QByteArray scheme{}; ///< of the client's request, when a trusted proxy told it

    /// Only programs of this machine can reach a loopback address; a proxy there reaches it for others.
    [[nodiscard]] bool isLoopback() const
    {
        return address.isLoopback() && (forwardedFor.isNull() || forwardedFor.isLoopback());
    }
};

/// Why a request may not be answered, and what would allow it.
struct Refusal {
    HttpError error;
    QByteArray setting; ///< "http.allowed_hosts", "http.allowed_origins"; empty when no setting would help
    QByteArray origin;  ///< the Origin header as sent; whoever shows it makes it plain
    QByteArray host;    ///< the same of the authority
};

/// Who may talk to this broker from a web page (PRODUCT section 8): a port on localhost is open to every page
/// in the user's browser, so each request and each handshake is checked before anything is done for it.
///
/// Host (against DNS rebinding): the name must be localhost, 127.0.0.1, [::1], the address that the
/// connection came in on, or configured. Ports are not compared, because tunnels and containers map them. A
/// name below localhost
/// ("app.localhost") is not taken unless configured: not every resolver keeps those on this machine. One dot
/// at the end of a name makes no difference. Origin: none means that no browser sent it, which is allowed on
/// loopback. Otherwise it must be loopback itself (any port, on a loopback connection only), the broker's own
/// page, or configured. "null", files, extensions and everything else are refused.
///
/// Thread: any one; a value, so that each worker has its own. An origin allowed at run time is a new value.
class AccessPolicy final {
public:
    enum class MissingOrigin {
        OnLoopback, ///< handshakes and writes from elsewhere need one
        Everywhere, ///< tokens are required anyway, or --allow-insecure was given
    };

    AccessPolicy() = default;
    /// Both lists as checked by comparableHost() and Origin::parse(); what those refuse is left out.
    AccessPolicy(const QList<QByteArray>& allowedHosts, const QList<QByteArray>& allowedOrigins,
                 MissingOrigin missingOrigin = MissingOrigin::OnLoopback);

    /// Nothing when the request may pass; else why not.
    [[nodiscard]] std::optional<Refusal> check(const Request& request, const LocalEndpoint& local) const;

    /// *Allow this session*. Nothing changes when `origin` is none or is allowed already.
    [[nodiscard]] AccessPolicy withOrigin(QByteArrayView origin) const;
    [[nodiscard]] bool isConfigured(const Origin& origin) const { return m_origins.contains(origin); }

    /// The form in which host names are compared; nothing when `name` is none. A port is passed over.
    [[nodiscard]] static std::optional<QByteArray> comparableHost(QByteArrayView name);

private:
    [[nodiscard]] std::optional<Fault> hostFault(const Request& request, const LocalEndpoint& local) const;
    [[nodiscard]] std::optional<Fault> originFault(const Request& request, const LocalEndpoint& local) const;
    [[nodiscard]] bool isAllowed(const Origin& origin, const Request& request,
                                 const LocalEndpoint& local) const;

    QList<QByteArray> m_hosts;
    QList<Origin> m_origins;
    MissingOrigin m_missingOrigin = MissingOrigin::OnLoopback;
};

/// Whether the method is one that changes something: POST, PUT, PATCH, DELETE.
[[nodiscard]] bool isWrite(QByteArrayView method);

} // namespace signalbox::http
