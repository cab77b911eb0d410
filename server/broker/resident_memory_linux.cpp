// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/resident_memory.h"

#include <QtCore/QByteArray>
#include <QtCore/QFile>
#include <QtCore/QList>

#include <unistd.h>

namespace signalbox::broker {

qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm")); // proc(5): size, resident, …, in pages
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QList<QByteArray> fields = file.readAll().split(' ');
    return fields.size() > 1 ? fields[1].toLongLong() * ::sysconf(_SC_PAGESIZE) : 0;
}

} // namespace signalbox::broker
