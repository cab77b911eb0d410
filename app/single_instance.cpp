// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/single_instance.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QLockFile>
#include <QtNetwork/QLocalSocket>

#include <chrono>

namespace signalbox::app {

namespace {

using namespace Qt::StringLiterals;

constexpr std::chrono::milliseconds answerTimeout{2'000};
const QByteArray raise = "raise\n";
const QByteArray raised = "raised\n";

int milliseconds(std::chrono::milliseconds time)
{
    return static_cast<int>(time.count());
}

} // namespace

SingleInstance::SingleInstance(const QString& socket, QObject* parent)
    : QObject(parent)
    , m_socket(socket)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::answer);
}

bool SingleInstance::claim()
{
    if (m_socket.isEmpty() || !QDir().mkpath(QFileInfo(m_socket).path())) {
        return true;
    }
    // Two that start at the same time: the later one finds a server when it gets the lock.
    QLockFile lock(m_socket + u".lock"_s);
    if (!lock.tryLock(milliseconds(answerTimeout))) {
        return true;
    }
    if (askTheOther()) {
        return false;
    }
    listen();
    return true;
}

bool SingleInstance::askTheOther() const
{
    QLocalSocket socket;
    socket.connectToServer(m_socket);
    if (!socket.waitForConnected(milliseconds(answerTimeout))) {
        return false;
    }
    socket.write(raise);
    socket.flush();
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(milliseconds(answerTimeout))) {
            return false;
        }
    }
    return socket.readLine() == raised;
}

void SingleInstance::listen()
{
    // Nobody answers there: what is left of one that was killed.
    QLocalServer::removeServer(m_socket);
    m_server.listen(m_socket);
}

void SingleInstance::answer()
{
    while (QLocalSocket* socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (socket->canReadLine() && socket->readLine() == raise) {
                socket->write(raised);
                socket->flush();
                Q_EMIT raiseRequested();
            }
        });
    }
}

QString instanceSocket(const QString& runtimeDirectory, const QString& stateFolder,
                       const QList<ListenAddress>& addresses)
{
    if (runtimeDirectory.isEmpty()) {
        return {};
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(stateFolder.toUtf8());
    for (const ListenAddress& address : addresses) {
        if (address.port == 0) {
            return {};
        }
        hash.addData(u"\n%1 %2"_s.arg(address.address.toString()).arg(address.port).toUtf8());
    }
    return u"%1/signalbox/%2.socket"_s.arg(runtimeDirectory,
                                           QString::fromLatin1(hash.result().toHex().first(16)));
}

} // namespace signalbox::app
