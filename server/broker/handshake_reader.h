// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/handshake.h"
#include "server/http/service_paths.h"
#include "server/settings/settings.h"

#include <QtCore/QMap>

namespace signalbox::broker {

/// Says which endpoint and dialect a handshake asks for, and what that dialect begins with.
///
/// PRODUCT section 4: a one-time token decides, or else a subprotocol, or else the path. For the first two
/// any path will do. Host and Origin are judged before. Thread: its worker.
class HandshakeReader final {
public:
    explicit HandshakeReader(const Settings& settings);

    /// Other scripts with subprotocols and controllers, for handshakes from now on.
    void setServices(const http::ServiceRoutes& routes);

    /// `named` is what its path names. Where no client can connect the error is NotFound.
    [[nodiscard]] std::variant<Handshake, http::HttpError> read(const http::Request& request,
                                                                const http::EndpointMatch& named) const;

private:
    [[nodiscard]] http::EndpointMatch endpointOf(const http::Request& request,
                                                 const http::EndpointMatch& named) const;
    /// The first of those offered that a script has; empty: there is none.
    [[nodiscard]] QByteArray scriptedOf(const QList<QByteArray>& offered) const;
    void addState(Handshake& handshake, const http::Request& request, const QByteArray& service) const;

    const Settings& m_settings;
    QMap<QByteArray, QByteArray> m_scripted; ///< by subprotocol: the script that decodes it; empty: it is
                                             ///< spoken as that of XSockets
    bool m_hasControllers = false;           ///< scripts have some, and may want to read handshakes
};

} // namespace signalbox::broker
