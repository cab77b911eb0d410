// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/scripts/host_channel.h"

#include "server/services/script_wire.h"

#include <algorithm>
#include <cerrno>

#include <poll.h>
#include <sys/socket.h>

namespace signalbox::scripts {

namespace {

constexpr qsizetype maxUnsentBytes = 64 * 1024;
constexpr qsizetype readBytes = 64 * 1024;

} // namespace

HostChannel::HostChannel(int descriptor)
    : m_descriptor(descriptor)
{
}

std::optional<services::ToScript> HostChannel::receive()
{
    if (m_waiting.empty()) {
        return takeFromSocket();
    }
    services::ToScript message = std::move(m_waiting.front());
    m_waiting.pop_front();
    return message;
}

std::optional<services::to_script::Answer> HostChannel::receiveAnswer()
{
    while (std::optional<services::ToScript> message = takeFromSocket()) {
        if (auto* answer = std::get_if<services::to_script::Answer>(&*message)) {
            return std::move(*answer);
        }
        m_waiting.push_back(std::move(*message));
    }
    return std::nullopt;
}

bool HostChannel::waitFor(std::chrono::milliseconds time)
{
    if (!m_waiting.empty() || m_received.hasMessage()) {
        return true;
    }
    pollfd socket{m_descriptor, POLLIN, 0};
    return ::poll(&socket, 1, static_cast<int>(time.count())) != 0;
}

std::optional<services::ToScript> HostChannel::takeFromSocket()
{
    while (m_isOpen) {
        if (const std::optional<QByteArray> bytes = m_received.take()) {
            std::optional<services::ToScript> message = services::fromCbor<services::ToScript>(*bytes);
            m_isBroken = !message.has_value();
            m_isOpen = !m_isBroken;
            return message;
        }
        QByteArray bytes(readBytes, Qt::Uninitialized);
        const ssize_t count = ::recv(m_descriptor, bytes.data(), static_cast<size_t>(bytes.size()), 0);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        bytes.truncate(std::max<ssize_t>(count, 0));
        m_received.append(bytes);
        m_isBroken = m_received.isBroken();
        m_isOpen = count > 0 && !m_isBroken;
    }
    return std::nullopt;
}

void HostChannel::send(const services::FromScript& message)
{
    m_unsent += services::framed(services::toCbor(message));
    if (m_unsent.size() > maxUnsentBytes) {
        flush();
    }
}

void HostChannel::flush()
{
    qsizetype sent = 0;
    while (m_isOpen && sent < m_unsent.size()) {
        const ssize_t count = ::send(m_descriptor, m_unsent.constData() + sent,
                                     static_cast<size_t>(m_unsent.size() - sent), MSG_NOSIGNAL);
        if (count >= 0) {
            sent += count;
        } else if (errno != EINTR) {
            m_isOpen = false;
        }
    }
    m_unsent.clear();
}

} // namespace signalbox::scripts
