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
/// Pieces that are no more than this together are copied into one: the system takes longer over a list.
constexpr qsizetype maxCopiedBytes = 4096;
constexpr int flags = MSG_NOSIGNAL | MSG_DONTWAIT;

qsizetype sendOne(qintptr descriptor, QByteArrayView bytes)
{
    const ssize_t sent =
        ::send(static_cast<int>(descriptor), bytes.data(), static_cast<size_t>(bytes.size()), flags);
    return std::max<ssize_t>(sent, 0);
}

qsizetype sendCopied(qintptr descriptor, std::span<const QByteArrayView> pieces)
{
    std::array<char, maxCopiedBytes> bytes; // filled below, as far as it is sent
    char* end = bytes.data();
    for (const QByteArrayView piece : pieces) {
        end = std::copy(piece.begin(), piece.end(), end);
    }
    return sendOne(descriptor, QByteArrayView(bytes.data(), end));
}

qsizetype sendList(qintptr descriptor, std::span<const QByteArrayView> pieces)
{
    std::array<iovec, maxPieces> vectors{};
    const size_t count = std::min(pieces.size(), maxPieces);
    for (size_t i = 0; i < count; ++i) {
        vectors[i] = {const_cast<char*>(pieces[i].data()), static_cast<size_t>(pieces[i].size())};
    }
    msghdr message{};
    message.msg_iov = vectors.data();
    message.msg_iovlen = count;
    const ssize_t sent = ::sendmsg(static_cast<int>(descriptor), &message, flags);
    return std::max<ssize_t>(sent, 0);
}

} // namespace

qsizetype sendDirectly(qintptr descriptor, std::span<const QByteArrayView> pieces)
{
    if (pieces.size() == 1) {
        return sendOne(descriptor, pieces.front());
    }
    qsizetype all = 0;
    for (const QByteArrayView piece : pieces) {
        all += piece.size();
    }
    return all <= maxCopiedBytes ? sendCopied(descriptor, pieces) : sendList(descriptor, pieces);
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
