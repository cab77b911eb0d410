// SPDX-License-Identifier: GPL-3.0-or-later
// The floor: what the work of load-generator costs with nothing but epoll. No JSON, no limits, no UTF-8, no
// queues that are watched, no close handshake: it reads where a message is to go at its place in the text,
// and sends the frames of one turn to each client in one call. Prints its port.
#include "tests/benchmark/load_client.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <unordered_map>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

constexpr size_t maxKept = 4096; ///< of an idle peer's buffers

struct Peer {
    int socket = -1;
    bool isOpen = false;
    bool isInGroup = false;
    std::string in;
    std::string out;
    bool isDirty = false;
};

class FloorBroker final {
public:
    int run();

private:
    void acceptAll();
    void readable(Peer& peer);
    bool shakeHands(Peer& peer);
    void takeFrames(Peer& peer);
    void route(Peer& peer, std::string_view text);
    void queue(Peer& peer, const std::string& frame);
    void flush(Peer& peer);
    void remove(Peer& peer);

    int m_epoll = -1;
    int m_listener = -1;
    std::unordered_map<int, std::unique_ptr<Peer>> m_peers; ///< by socket
    std::vector<Peer*> m_group;
    std::unordered_map<int, Peer*> m_users;
    std::vector<Peer*> m_dirty;
    std::vector<std::unique_ptr<Peer>> m_gone;
};

void FloorBroker::acceptAll()
{
    for (;;) {
        const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (socket < 0) {
            return;
        }
        const int on = 1;
        ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        auto peer = std::make_unique<Peer>();
        peer->socket = socket;
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.ptr = peer.get();
        ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, socket, &event);
        m_peers[socket] = std::move(peer);
    }
}

void FloorBroker::readable(Peer& peer)
{
    static std::vector<char> buffer(64 * 1024);
    const ssize_t count = ::recv(peer.socket, buffer.data(), buffer.size(), 0);
    if (count <= 0) {
        if (count == 0 || errno != EAGAIN) {
            remove(peer);
        }
        return;
    }
    peer.in.append(buffer.data(), static_cast<size_t>(count));
    if (peer.isOpen || shakeHands(peer)) {
        takeFrames(peer);
    }
    if (peer.in.empty() && peer.in.capacity() > maxKept) {
        peer.in.shrink_to_fit();
    }
}

bool FloorBroker::shakeHands(Peer& peer)
{
    const size_t end = peer.in.find("\r\n\r\n");
    if (end == std::string::npos) {
        return false;
    }
    const size_t user = peer.in.find("userId=u");
    if (user < end) {
        m_users[std::atoi(peer.in.c_str() + user + 8)] = &peer;
    }
    peer.isInGroup = peer.in.find("groupId=") < end;
    if (peer.isInGroup) {
        m_group.push_back(&peer);
    }
    peer.isOpen = true;
    peer.in.erase(0, end + 4);
    // The key is always that of load-generator, and this is its answer.
    queue(peer, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                "Sec-WebSocket-Accept: HSmrc0sMlYUkAGmm5OPpG2HaGWk=\r\n\r\n");
    return true;
}

void FloorBroker::takeFrames(Peer& peer)
{
    size_t taken = 0;
    while (peer.in.size() - taken >= 6) {
        const auto at = [&](size_t i) { return static_cast<unsigned char>(peer.in[taken + i]); };
        size_t length = at(1) & 0x7F;
        const size_t header = length == 126 ? 8 : 6;
        if (length == 126) {
            length = static_cast<size_t>(at(2)) << 8 | at(3);
        }
        if (peer.in.size() - taken < header + length) {
            break;
        }
        char* const text = peer.in.data() + taken + header;
        const char* const key = text - 4;
        for (size_t i = 0; i < length; ++i) {
            text[i] = static_cast<char>(text[i] ^ key[i % 4]);
        }
        route(peer, {text, length});
        taken += header + length;
    }
    peer.in.erase(0, taken);
}

void FloorBroker::route(Peer& peer, std::string_view text)
{
    benchmark::Marking marking;
    if (!benchmark::readMarking(text, marking)) {
        return;
    }
    std::string frame("\x81", 1);
    if (text.size() < 126) {
        frame += static_cast<char>(text.size());
    } else {
        frame += static_cast<char>(126);
        frame += static_cast<char>(text.size() >> 8);
        frame += static_cast<char>(text.size() & 0xFF);
    }
    frame += text;
    if (marking.route == 'E') {
        queue(peer, frame);
    } else if (marking.route == 'U') {
        const auto found = m_users.find(marking.to);
        if (found != m_users.end()) {
            queue(*found->second, frame);
        }
    } else {
        for (Peer* const member : m_group) {
            queue(*member, frame);
        }
    }
}

void FloorBroker::queue(Peer& peer, const std::string& frame)
{
    peer.out += frame;
    if (!peer.isDirty) {
        peer.isDirty = true;
        m_dirty.push_back(&peer);
    }
}

void FloorBroker::flush(Peer& peer)
{
    peer.isDirty = false;
    const ssize_t sent = ::send(peer.socket, peer.out.data(), peer.out.size(), MSG_NOSIGNAL);
    peer.out.erase(0, static_cast<size_t>(std::max<ssize_t>(sent, 0)));
    epoll_event event{};
    event.events = EPOLLIN | (peer.out.empty() ? 0U : static_cast<unsigned>(EPOLLOUT));
    event.data.ptr = &peer;
    static std::unordered_map<int, unsigned> told;
    if (!peer.out.empty() || told[peer.socket] != 0) {
        told[peer.socket] = peer.out.empty() ? 0 : 1;
        ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, peer.socket, &event);
    }
    if (peer.out.empty() && peer.out.capacity() > maxKept) {
        peer.out.shrink_to_fit();
    }
}

void FloorBroker::remove(Peer& peer)
{
    std::erase(m_group, &peer);
    std::erase(m_dirty, &peer);
    std::erase_if(m_users, [&](const auto& user) { return user.second == &peer; });
    ::close(peer.socket);
    m_gone.push_back(std::move(m_peers[peer.socket]));
    m_peers.erase(peer.socket);
}

int FloorBroker::run()
{
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(m_listener, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
        ::listen(m_listener, 511) != 0) {
        return 1;
    }
    ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &size);
    std::printf("listening on ws://127.0.0.1:%d\n", ntohs(address.sin_port));
    std::fflush(stdout);
    m_epoll = ::epoll_create1(EPOLL_CLOEXEC);
    epoll_event event{};
    event.events = EPOLLIN;
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_listener, &event);
    for (;;) {
        std::array<epoll_event, 256> events;
        const int count = ::epoll_wait(m_epoll, events.data(), events.size(), -1);
        for (int i = 0; i < count; ++i) {
            const epoll_event& one = events[static_cast<size_t>(i)];
            auto* const peer = static_cast<Peer*>(one.data.ptr);
            if (peer == nullptr) {
                acceptAll();
            } else if ((one.events & EPOLLIN) != 0) {
                readable(*peer);
            } else {
                queue(*peer, {});
            }
        }
        for (Peer* const peer : m_dirty) {
            flush(*peer);
        }
        m_dirty.clear();
        m_gone.clear();
    }
}

} // namespace

int main()
{
    return FloorBroker().run();
}
