// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/descriptor_stream.h"

#include "server/transport/direct_socket.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <sys/socket.h>

namespace signalbox::transport {

namespace {

constexpr qint32 maxBytesPerTurn = 64 * 1024;
/// On loopback the system would take 2.5 MiB for a peer that reads nothing, more than limits.max_queue.
constexpr int maxUnsentBytesOfSystem = 64 * 1024;

} // namespace

DescriptorStream::DescriptorStream(int descriptor, QByteArray early, dispatch::DescriptorTable& table)
    : m_descriptor(descriptor)
    , m_readable(maxBytesPerTurn)
    , m_early(std::move(early))
    , m_table(table)
{
    sendWithoutDelay(descriptor);
    limitUnsent(descriptor, maxUnsentBytesOfSystem);
}

DescriptorStream::~DescriptorStream()
{
    abort();
}

void DescriptorStream::setOwner(StreamOwner& owner)
{
    m_owner = &owner;
    m_table.watch(m_descriptor, *this);
    m_isWatched = true;
}

qsizetype DescriptorStream::read(std::span<char> buffer)
{
    if (!m_early.isEmpty()) {
        return readEarly(buffer);
    }
    const size_t room = std::min(buffer.size(), static_cast<size_t>(m_readable));
    if (room == 0 || m_endReached || m_descriptor < 0) {
        return 0;
    }
    const ssize_t count = ::recv(m_descriptor, buffer.data(), room, MSG_DONTWAIT);
    // A short reading has emptied the socket; what comes later makes it readable again.
    m_readable = count == static_cast<ssize_t>(room) ? m_readable - static_cast<qint32>(count) : 0;
    m_endReached = count == 0 || (count < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR);
    return std::max<ssize_t>(count, 0);
}

qsizetype DescriptorStream::readEarly(std::span<char> buffer)
{
    const qsizetype count = std::min(static_cast<qsizetype>(buffer.size()), m_early.size());
    std::memcpy(buffer.data(), m_early.constData(), static_cast<size_t>(count));
    m_early = m_early.sliced(count);
    return count;
}

qsizetype DescriptorStream::write(std::span<const QByteArrayView> pieces)
{
    if (m_descriptor < 0 || m_finished) {
        return 0;
    }
    qsizetype offered = 0;
    for (const QByteArrayView piece : pieces) {
        offered += piece.size();
    }
    const qsizetype accepted = sendDirectly(m_descriptor, pieces);
    wantToWrite(accepted < offered);
    return accepted;
}

/// Without anybody watching it there is nobody to be told: the stream ends, or its owner is not there yet.
void DescriptorStream::wantToWrite(bool wanted)
{
    if (m_isWatched && m_wantsToWrite != wanted) {
        m_wantsToWrite = wanted;
        m_table.setWriteWanted(m_descriptor, wanted);
    }
}

void DescriptorStream::finishWriting()
{
    if (m_descriptor >= 0 && !std::exchange(m_finished, true)) {
        wantToWrite(false);
        endSending(m_descriptor);
    }
}

void DescriptorStream::abort()
{
    if (m_descriptor >= 0) {
        stopWatching();
        closeDescriptor(std::exchange(m_descriptor, -1));
    }
}

/// Whatever is called may abort this stream, and never destroys it.
void DescriptorStream::descriptorReady(const dispatch::Readiness& readiness)
{
    if (readiness.write && m_wantsToWrite) {
        wantToWrite(false); // unless the next write finds no room again
        m_owner->streamWritable();
    }
    if (readiness.read && m_descriptor >= 0) {
        m_readable = maxBytesPerTurn;
        m_owner->streamReadable();
    }
    if (m_endReached && m_descriptor >= 0) {
        endReached();
    }
}

/// The system would say so in every turn.
void DescriptorStream::endReached()
{
    stopWatching();
    m_owner->streamEnded();
}

void DescriptorStream::stopWatching()
{
    if (std::exchange(m_isWatched, false)) {
        m_table.unwatch(m_descriptor);
    }
}

} // namespace signalbox::transport
