// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/from_script.h"
#include "server/services/message_framing.h"
#include "server/services/to_script.h"

#include <QtCore/QByteArray>

#include <chrono>
#include <deque>
#include <optional>

namespace signalbox::scripts {

/// The script's end of the socket to the broker. What is sent is kept until flush(), 64 KiB at most, so that
/// a call costs one write. Once the broker has closed it, or sent what nobody understands, nothing comes and
/// nothing leaves any more.
///
/// One thread; blocks. Does not own the descriptor.
class HostChannel final {
public:
    explicit HostChannel(int descriptor);

    /// The next message; waits for it. Nothing: the broker has closed the socket.
    [[nodiscard]] std::optional<services::ToScript> receive();
    /// The next answer; calls that come before it are kept for receive().
    [[nodiscard]] std::optional<services::to_script::Answer> receiveAnswer();
    /// Whether receive() would not have to wait longer than that.
    [[nodiscard]] bool waitFor(std::chrono::milliseconds time);

    void send(const services::FromScript& message);
    void flush();

    /// That what came was not what a broker of this version says.
    [[nodiscard]] bool isBroken() const { return m_isBroken; }

private:
    [[nodiscard]] std::optional<services::ToScript> takeFromSocket();

    const int m_descriptor;
    services::MessageFraming m_received;
    std::deque<services::ToScript> m_waiting; ///< came before an answer
    QByteArray m_unsent;
    bool m_isOpen = true;
    bool m_isBroken = false;
};

} // namespace signalbox::scripts
