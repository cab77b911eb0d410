// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/direct_socket.h"

#include <algorithm>
#include <array>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

namespace signalbox::transport {

namespace {

constexpr size_t maxPieces = 64;

} // namespace

qsizetype sendDirectly(qintptr descriptor, std::span<const QByteArrayView> pieces)
{
    std::array<iovec, maxPieces> vectors{};
    const size_t count = std::min(pieces.size(), maxPieces);
    for (size_t i = 0; i < count; ++i) {
        vectors[i] = {const_cast<char*>(pieces[i].data()), static_cast<size_t>(pieces[i].size())};
    }
    msghdr message{};
    message.msg_iov = vectors.data();
    message.msg_iovlen = count;
    const ssize_t sent = ::sendmsg(static_cast<int>(descriptor), &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    return std::max<ssize_t>(sent, 0);
}

void limitUnsent(qintptr descriptor, int bytes)
{
#ifdef TCP_NOTSENT_LOWAT
    ::setsockopt(static_cast<int>(descriptor), IPPROTO_TCP, TCP_NOTSENT_LOWAT, &bytes, sizeof bytes);
#else
    Q_UNUSED(descriptor)
    Q_UNUSED(bytes)
#endif
}

void sendWithoutDelay(qintptr descriptor)
{
    const int on = 1;
    ::setsockopt(static_cast<int>(descriptor), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

void endSending(qintptr descriptor)
{
    ::shutdown(static_cast<int>(descriptor), SHUT_WR);
}

qintptr duplicateDescriptor(qintptr descriptor)
{
    return ::fcntl(static_cast<int>(descriptor), F_DUPFD_CLOEXEC, 0);
}

void closeDescriptor(qintptr descriptor)
{
    ::close(static_cast<int>(descriptor));
}

} // namespace signalbox::transport
