// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/listener.h"

namespace signalbox::transport {

namespace {

/// Qt's default of 50 lets a burst of 300 connects run into the SYN retry of a second.
constexpr int listenBacklog = 511;

} // namespace

Listener::Listener(Accepted accepted, QObject* parent)
    : QTcpServer(parent)
    , m_accepted(std::move(accepted))
{
    setListenBacklogSize(listenBacklog);
}

Result<void> Listener::open(const QHostAddress& address, quint16 port)
{
    if (listen(address, port)) {
        return {};
    }
    const QString where = QString::fromLatin1(listenerUrl(address, port));
    if (serverError() == QAbstractSocket::AddressInUseError) {
        return Error{
            "listener.address_in_use",
            QStringLiteral("%1 is in use by another program. Choose another port: --listen ADDR:PORT")
                .arg(where)};
    }
    return Error{"listener.failed", QStringLiteral("Cannot listen on %1: %2").arg(where, errorString())};
}

QByteArray Listener::url() const
{
    return listenerUrl(serverAddress(), serverPort());
}

void Listener::incomingConnection(qintptr descriptor)
{
    m_accepted(descriptor);
}

QByteArray listenerUrl(const QHostAddress& address, quint16 port)
{
    const QByteArray host = address.toString().toLatin1();
    const bool isIpv6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    return "ws://" + (isIpv6 ? '[' + host + ']' : host) + ':' + QByteArray::number(port);
}

} // namespace signalbox::transport
