// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/listener.h"

#include "server/core/log_categories.h"
#include "server/transport/direct_socket.h"

#include <QtCore/QTimer>

namespace signalbox::transport {

namespace {

/// Qt's default of 50 lets a burst of 300 connects run into the SYN retry of a second.
constexpr int listenBacklog = 511;
constexpr std::chrono::milliseconds acceptRetryInterval{250};

} // namespace

Listener::Listener(Accepted accepted, QObject* parent)
    : QTcpServer(parent)
    , m_accepted(std::move(accepted))
{
    setListenBacklogSize(listenBacklog);
    connect(this, &QTcpServer::acceptError, this, &Listener::acceptLater);
}

void Listener::acceptLater()
{
    if (!std::exchange(m_acceptFailed, true)) {
        qCWarning(logBroker).noquote() << QStringLiteral("%1 cannot accept connections for now: %2")
                                              .arg(QString::fromLatin1(url()), errorString());
    }
    QTimer::singleShot(acceptRetryInterval, this, &Listener::acceptAgain);
}

/// Qt's engine keeps its first error for good and would report it after each connection: the listening
/// socket, with the connections that wait in it, moves to a new one.
void Listener::acceptAgain()
{
    if (!isListening()) {
        return;
    }
    const qintptr fresh = duplicateDescriptor(socketDescriptor());
    if (fresh < 0) {
        QTimer::singleShot(acceptRetryInterval, this, &Listener::acceptAgain);
        return;
    }
    close();
    [[maybe_unused]] const bool listening = setSocketDescriptor(fresh);
    Q_ASSERT(listening);
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
    m_acceptFailed = false;
    m_accepted(descriptor);
}

QByteArray listenerUrl(const QHostAddress& address, quint16 port)
{
    const QByteArray host = address.toString().toLatin1();
    const bool isIpv6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    return "ws://" + (isIpv6 ? '[' + host + ']' : host) + ':' + QByteArray::number(port);
}

} // namespace signalbox::transport
