// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace benchmark {

/// What a message begins with, so that a broker without JSON can read it: who is to get it, its number, and
/// who sent it, each at its place. To the others it is an ordinary envelope.
struct Marking {
    char route = 'F'; ///< F: everyone in the group, U: the user `to`, E: whoever sent it
    int to = 0;
    int from = 0;
    uint32_t number = 0;
};

/// An envelope of `bytes` bytes at least.
std::string makeEnvelope(const Marking& marking, size_t bytes);
/// Whether the text is one of ours.
bool readMarking(std::string_view text, Marking& marking);
/// A text frame as a client sends it (RFC 6455 §5.2).
std::string maskedFrame(std::string_view text);

/// One WebSocket client over a socket that does not block. Owner: the generator; it belongs to its epoll.
class LoadClient final {
public:
    using OnMessage = std::function<void(LoadClient&, std::string_view)>;

    explicit LoadClient(int index)
        : m_index(index)
    {
    }
    ~LoadClient();
    LoadClient(const LoadClient&) = delete;
    LoadClient& operator=(const LoadClient&) = delete;

    /// Connects and sends the handshake; the answer is read later.
    void open(int epoll, uint16_t port, const std::string& target);
    /// Reads what is there. False: the connection has ended.
    bool readable(const OnMessage& onMessage);
    void send(std::string_view text);
    /// Sends as much of these bytes as the system takes, over and over again.
    void flood(std::string_view frames);
    void close();

    int index() const { return m_index; }
    bool isOpen() const { return m_isOpen; }

private:
    size_t takeFrames(std::string_view bytes, const OnMessage& onMessage);

    const int m_index;
    int m_socket = -1;
    bool m_isOpen = false;
    size_t m_flooded = 0; ///< of the frames
    std::string m_rest;   ///< of a frame, or of the answer, that is not whole yet
};

} // namespace benchmark
