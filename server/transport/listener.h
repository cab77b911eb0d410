// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/result.h"

#include <QtNetwork/QHostAddress>
#include <QtNetwork/QTcpServer>

#include <functional>

namespace signalbox::transport {

/// Accepts TCP connections on one address and hands their descriptors on; it never reads from them. When the
/// system has no descriptor to give, it tries again: QTcpServer would never accept again.
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
    void acceptLater();
    void acceptAgain();

    Accepted m_accepted;
    bool m_acceptFailed = false; ///< since the last connection; said once
};

/// The URL that names an address: IPv6 addresses in brackets.
[[nodiscard]] QByteArray listenerUrl(const QHostAddress& address, quint16 port);

} // namespace signalbox::transport
