// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

#include <array>
#include <utility>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace signalbox::tests {

/// Two connected stream sockets: what the far one writes the near one can read.
class StreamPair final {
public:
    /// With a number of its own choice for the near one, which is free.
    explicit StreamPair(int number = -1)
    {
        std::array<int, 2> both{};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, both.data()) != 0) {
            qFatal("no socket pair");
        }
        near = both[0];
        m_far = both[1];
        if (number >= 0 && number != near) {
            if (m_far == number) {
                std::swap(near, m_far);
            } else {
                ::dup2(near, number);
                ::close(std::exchange(near, number));
            }
        }
    }
    ~StreamPair()
    {
        closeNear();
        closeFar();
    }
    Q_DISABLE_COPY_MOVE(StreamPair)

    void writeFar(const QByteArray& bytes) const
    {
        [[maybe_unused]] const auto size =
            ::write(m_far, bytes.constData(), static_cast<size_t>(bytes.size()));
    }
    /// Everything that waits.
    QByteArray readNear() const
    {
        QByteArray bytes(4096, '\0');
        const auto size = ::read(near, bytes.data(), static_cast<size_t>(bytes.size()));
        bytes.resize(std::max<qsizetype>(size, 0));
        return bytes;
    }
    [[nodiscard]] int duplicateNear() const { return ::fcntl(near, F_DUPFD_CLOEXEC, 0); }
    void closeNear() { close(near); }
    void closeFar() { close(m_far); }

    int near = -1;

private:
    static void close(int& descriptor)
    {
        if (descriptor >= 0) {
            ::close(std::exchange(descriptor, -1));
        }
    }

    int m_far = -1;
};

} // namespace signalbox::tests
