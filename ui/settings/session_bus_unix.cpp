// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/session_bus.h"

#include <QtCore/QFile>
#include <QtCore/QList>

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

/// A bus answers within a millisecond.
constexpr std::chrono::milliseconds usualPatience{250};

struct UnixAddress {
    sockaddr_un address{};
    socklen_t length = 0; ///< 0: not a Unix socket
};

UnixAddress unixAddress(const QByteArray& busAddress)
{
    UnixAddress result;
    const QByteArray first = busAddress.split(';').first();
    if (!first.startsWith("unix:")) {
        return result;
    }
    for (const QByteArray& pair : first.sliced(5).split(',')) {
        const bool isAbstract = pair.startsWith("abstract=");
        if (!isAbstract && !pair.startsWith("path=")) {
            continue;
        }
        QByteArray name = QByteArray::fromPercentEncoding(pair.sliced(pair.indexOf('=') + 1));
        if (isAbstract) {
            name.prepend('\0');
        }
        if (name.size() < static_cast<qsizetype>(sizeof result.address.sun_path)) {
            result.address.sun_family = AF_UNIX;
            std::memcpy(result.address.sun_path, name.constData(), static_cast<size_t>(name.size()));
            result.length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
        }
    }
    return result;
}

} // namespace

bool isBusSilent(const QByteArray& address, std::chrono::milliseconds patience)
{
    const UnixAddress bus = unixAddress(address);
    if (bus.length == 0) {
        return false;
    }
    const int connection = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (connection < 0) {
        return false;
    }
    const auto* target = reinterpret_cast<const sockaddr*>(&bus.address);
    bool isSilent = false;
    if (::connect(connection, target, bus.length) == 0) {
        static constexpr char question[] = "\0AUTH\r\n"; // a bus says which kinds it knows
        const bool isAsked = ::send(connection, question, sizeof question - 1, MSG_NOSIGNAL) > 0;
        pollfd answer{connection, POLLIN, 0};
        isSilent = isAsked && ::poll(&answer, 1, static_cast<int>(patience.count())) == 0;
    } else {
        isSilent = errno == EAGAIN; // so many wait to be let in that there is no room for one more
    }
    ::close(connection);
    return isSilent;
}

QByteArray sessionBusAddress()
{
    if (qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")) {
        return qgetenv("DBUS_SESSION_BUS_ADDRESS");
    }
    const QString socket = qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/bus"_s;
    return QFile::exists(socket) ? "unix:path=" + QFile::encodeName(socket).toPercentEncoding("/")
                                 : QByteArray();
}

void leaveSilentSessionBus()
{
    if (isBusSilent(sessionBusAddress(), usualPatience)) {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
        qWarning("The desktop's message bus does not answer; going on without it.");
    }
}

} // namespace signalbox::ui
