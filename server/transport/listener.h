// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/result.h"

#include <QtNetwork/QHostAddress>
#include <QtNetwork/QTcpServer>

#include <functional>

namespace signalbox::transport {

/// Accepts TCP connections on one address and hands their descriptors on; it never reads from them.
///
/// Thread: hub.
class Listener final : public QTcpServer {
    Q_OBJECT

public:
    using Accepted = std::function<void(qintptr descriptor)>;

    explicit Listener(Accepted accepted, QObject* parent = nullptr);

    /// Port 0 picks a free one. Error codes: listener.address_in_use, listener.failed.
    [[nodiscard]] Result<void> open(const QHostAddress& address, quint16 port);

    /// ws://127.0.0.1:5210, with the port that is really used.
    [[nodiscard]] QByteArray url() const;

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    Accepted m_accepted;
};

/// The URL that names an address: IPv6 addresses in brackets.
[[nodiscard]] QByteArray listenerUrl(const QHostAddress& address, quint16 port);

} // namespace signalbox::transport
