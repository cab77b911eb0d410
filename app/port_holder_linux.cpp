// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/port_holder.h"

#include "server/core/plain_text.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

namespace signalbox::app {

namespace {

using namespace Qt::StringLiterals;

const QByteArray listening = "0A"; // TCP_LISTEN, as proc(5) writes it

/// The inode of the socket that listens there; empty: none.
QByteArray listeningInode(const QString& table, quint16 port)
{
    QFile file(table);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QByteArray wanted = ':' + QByteArray::number(port, 16).toUpper().rightJustified(4, '0');
    for (const QByteArray& line : file.readAll().split('\n')) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        if (fields.size() > 9 && fields[1].endsWith(wanted) && fields[3] == listening) {
            return fields[9];
        }
    }
    return {};
}

bool holdsSocket(const QString& process, const QString& socket)
{
    for (QDirIterator files(process + u"/fd"_s, QDir::Files | QDir::System); files.hasNext();) {
        files.next();
        if (QFile::symLinkTarget(files.filePath()).endsWith(socket)) {
            return true;
        }
    }
    return false;
}

QString nameOf(const QString& process)
{
    QFile file(process + u"/comm"_s);
    return file.open(QIODevice::ReadOnly) ? printableLine(QString::fromUtf8(file.readAll().trimmed()))
                                          : QString();
}

} // namespace

QString portHolder(quint16 port)
{
    QByteArray inode = listeningInode(u"/proc/net/tcp"_s, port);
    if (inode.isEmpty()) {
        inode = listeningInode(u"/proc/net/tcp6"_s, port);
    }
    if (inode.isEmpty() || inode == "0") {
        return {};
    }
    const QString socket = u"socket:[%1]"_s.arg(QString::fromLatin1(inode));
    for (QDirIterator processes(u"/proc"_s, {u"[1-9]*"_s}, QDir::Dirs); processes.hasNext();) {
        processes.next();
        if (holdsSocket(processes.filePath(), socket)) {
            return QCoreApplication::translate("signalbox::app::FreePort", "%1 (process %2)")
                .arg(nameOf(processes.filePath()), processes.fileName());
        }
    }
    return {};
}

} // namespace signalbox::app
