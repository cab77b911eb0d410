// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmark/load_client.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace benchmark {

namespace {

constexpr std::string_view begin = R"({"action":")";

[[noreturn]] void fail(const char* what)
{
    std::perror(what);
    std::exit(1);
}

int connectTo(uint16_t port)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(descriptor, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
        fail("connect");
    }
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return descriptor;
}

void sendAll(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t sent = ::send(descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent > 0) {
            bytes.remove_prefix(static_cast<size_t>(sent));
        } else if (errno == EAGAIN) {
            pollfd room{descriptor, POLLOUT, 0};
            ::poll(&room, 1, -1);
        } else {
            fail("send");
        }
    }
}

} // namespace

std::string makeEnvelope(const Marking& marking, size_t bytes)
{
    std::array<char, 200> head{};
    const char* const type = marking.route == 'F' ? "group" : "user";
    const std::string name = marking.route == 'F' ? "bench" : "u" + std::to_string(marking.to);
    std::snprintf(
        head.data(), head.size(),
        R"({"action":"%c%05d%05d","n":"%010u","recipients":[{"type":"%s","value":"%s"}],"message":")",
        marking.route, marking.to, marking.from, marking.number, type, name.c_str());
    std::string text = head.data();
    if (text.size() + 2 < bytes) {
        text.append(bytes - 2 - text.size(), 'x');
    }
    return text + R"("})";
}

bool readMarking(std::string_view text, Marking& marking)
{
    constexpr size_t numberAt = begin.size() + 11 + 7;
    if (text.size() < numberAt + 10 || !text.starts_with(begin)) {
        return false;
    }
    marking.route = text[begin.size()];
    marking.to = std::atoi(std::string(text.substr(begin.size() + 1, 5)).c_str());
    marking.from = std::atoi(std::string(text.substr(begin.size() + 6, 5)).c_str());
    marking.number =
        static_cast<uint32_t>(std::strtoul(std::string(text.substr(numberAt, 10)).c_str(), nullptr, 10));
    return marking.route == 'F' || marking.route == 'U' || marking.route == 'E';
}

std::string maskedFrame(std::string_view text)
{
    std::string frame("\x81", 1);
    if (text.size() < 126) {
        frame += static_cast<char>(0x80 | text.size());
    } else {
        frame += static_cast<char>(0x80 | 126);
        frame += static_cast<char>(text.size() >> 8);
        frame += static_cast<char>(text.size() & 0xFF);
    }
    const std::array<char, 4> key{0x12, 0x34, 0x56, 0x78};
    frame.append(key.data(), key.size());
    for (size_t i = 0; i < text.size(); ++i) {
        frame += static_cast<char>(text[i] ^ key[i % 4]);
    }
    return frame;
}

LoadClient::~LoadClient()
{
    close();
}

void LoadClient::open(int epoll, uint16_t port, const std::string& target)
{
    m_socket = connectTo(port);
    const std::string request =
        "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) +
        "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==\r\nSec-WebSocket-Version: 13\r\n\r\n";
    sendAll(m_socket, request);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.ptr = this;
    ::epoll_ctl(epoll, EPOLL_CTL_ADD, m_socket, &event);
}

bool LoadClient::readable(const OnMessage& onMessage)
{
    static std::vector<char> buffer(256 * 1024);
    const ssize_t count = ::recv(m_socket, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (count <= 0) {
        return count < 0 && errno == EAGAIN;
    }
    std::string_view bytes(buffer.data(), static_cast<size_t>(count));
    if (!m_rest.empty()) {
        m_rest += bytes;
        bytes = m_rest;
    }
    size_t taken = 0;
    if (!m_isOpen) {
        const size_t end = bytes.find("\r\n\r\n");
        if (end != std::string_view::npos) {
            m_isOpen = bytes.starts_with("HTTP/1.1 101");
            if (!m_isOpen) {
                std::fprintf(stderr, "refused: %.*s\n", static_cast<int>(bytes.size()), bytes.data());
                std::exit(1);
            }
            taken = end + 4;
        }
    }
    if (m_isOpen) {
        taken += takeFrames(bytes.substr(taken), onMessage);
    }
    m_rest = std::string(bytes.substr(taken));
    return true;
}

/// A server's frames: unmasked, and none of ours is fragmented.
size_t LoadClient::takeFrames(std::string_view bytes, const OnMessage& onMessage)
{
    size_t taken = 0;
    while (bytes.size() - taken >= 2) {
        const auto at = [&](size_t i) { return static_cast<unsigned char>(bytes[taken + i]); };
        size_t length = at(1) & 0x7F;
        size_t header = 2;
        if (length == 126) {
            if (bytes.size() - taken < 4) {
                break;
            }
            length = static_cast<size_t>(at(2)) << 8 | at(3);
            header = 4;
        }
        if (bytes.size() - taken < header + length) {
            break;
        }
        if ((at(0) & 0x0F) == 1) {
            onMessage(*this, bytes.substr(taken + header, length));
        }
        taken += header + length;
    }
    return taken;
}

void LoadClient::send(std::string_view text)
{
    sendAll(m_socket, maskedFrame(text));
}

void LoadClient::flood(std::string_view frames)
{
    for (;;) {
        const std::string_view rest = frames.substr(m_flooded);
        const ssize_t sent = ::send(m_socket, rest.data(), rest.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent <= 0) {
            return;
        }
        m_flooded = (m_flooded + static_cast<size_t>(sent)) % frames.size();
    }
}

void LoadClient::close()
{
    if (m_socket >= 0) {
        ::close(m_socket);
        m_socket = -1;
        m_isOpen = false;
    }
}

} // namespace benchmark
