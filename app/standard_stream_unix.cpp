// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/standard_stream.h"

#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

namespace signalbox::app {

bool writeAll(int descriptor, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = write(descriptor, bytes.data(), static_cast<size_t>(bytes.size()));
        if (written > 0) {
            bytes = bytes.sliced(written);
        } else if (written == 0 || errno != EINTR) {
            return false;
        }
    }
    return true;
}

bool isJournalStream(int descriptor, const QByteArray& journalStream)
{
    struct stat status {};
    return !journalStream.isEmpty() && fstat(descriptor, &status) == 0 &&
           journalStream == QByteArray::number(status.st_dev) + ':' + QByteArray::number(status.st_ino);
}

} // namespace signalbox::app
