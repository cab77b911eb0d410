// SPDX-License-Identifier: GPL-3.0-or-later
// Puts one kind of work on a broker and prints what it cost, as one line of tab-separated values: deliveries,
// seconds, the broker's processor time in microseconds for each delivery, the median and 99th percentile of
// the time from send to delivery in microseconds, and its memory for each client in bytes. Checks that every
// delivery arrives once and in order.
//
//   load-generator WORK PORT PID CLIENTS BYTES SECONDS [IN_FLIGHT | PER_SECOND [THREAD…]]
//
// WORK: fanout (IN_FLIGHT messages to a group of CLIENTS), paced (PER_SECOND of them), pairs (each two
// clients return one message to each other), sparse (PER_SECOND messages between two of CLIENTS), echo,
// handshakes (CLIENTS are opened and closed again and again), flood (one client sends as much as is taken, to
// nobody, while another sends a third PER_SECOND messages), idle (CLIENTS are opened after a first one has
// gone, and nothing is sent).
// THREAD: the processor time is that of the broker's threads whose names begin so; without it, of all.
#include "tests/benchmark/broker_process.h"
#include "tests/benchmark/load_client.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include <sys/epoll.h>

using namespace benchmark;
using SteadyClock = std::chrono::steady_clock;

namespace {

struct Options {
    std::string work;
    uint16_t port = 0;
    int clients = 0;
    size_t bytes = 0;
    double seconds = 0;
    int rate = 1; ///< messages in flight, or for each second
    pid_t broker = 0;
    std::vector<std::string> threads; ///< of the broker, that are measured
};

class Generator final {
public:
    explicit Generator(Options options)
        : m_options(std::move(options))
        , m_broker(m_options.broker, m_options.threads)
        , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
        , m_expected(static_cast<size_t>(m_options.clients) + 1)
    {
    }

    int run();

private:
    void openAll();
    void settle();
    void openOne(int index, const std::string& target);
    void turn(int milliseconds);
    void messageArrived(LoadClient& client, std::string_view text);
    void checkNumber(const LoadClient& client, const Marking& marking);
    void begin();
    void flood();
    void sendDue(SteadyClock::time_point begun);
    void sendFan();
    void sendTo(LoadClient& from, int to);
    void measure();
    void drain();
    void measureHandshakes();
    void report(double deliveries, double seconds, double processorSeconds, double memory);
    /// By the number of a message to many, by the recipient of one to one.
    template <typename Number>
    SteadyClock::time_point& sentAt(Number number)
    {
        return m_sentAt[static_cast<size_t>(number) % m_sentAt.size()];
    }
    bool isFan() const { return m_options.work == "fanout" || m_options.work == "paced"; }
    bool isPaced() const { return m_options.work == "paced" || m_options.work == "sparse" || isFlood(); }
    bool isFlood() const { return m_options.work == "flood"; }

    Options m_options;
    BrokerProcess m_broker;
    int m_epoll;
    std::vector<std::unique_ptr<LoadClient>> m_clients;
    std::vector<uint32_t> m_expected;                                 ///< the next number at each client
    std::vector<uint32_t> m_numbers = std::vector<uint32_t>(100'000); ///< the last number to each client
    std::vector<SteadyClock::time_point> m_sentAt = std::vector<SteadyClock::time_point>(65'536);
    std::vector<float> m_latencies;
    uint64_t m_sent = 0; ///< messages
    uint64_t m_arrived = 0;
    bool m_goesOn = true;
};

void Generator::openOne(int index, const std::string& target)
{
    m_clients.push_back(std::make_unique<LoadClient>(index));
    m_clients.back()->open(m_epoll, m_options.port, target);
    while (!m_clients.back()->isOpen()) {
        turn(1000);
    }
}

void Generator::openAll()
{
    for (int i = 0; i < m_options.clients; ++i) {
        const std::string name = "userId=u" + std::to_string(i);
        openOne(i, m_options.work == "echo" ? "/echo?" + name : "/ws?groupId=bench&" + name);
    }
    if (isFan()) {
        openOne(m_options.clients, "/ws?userId=sender");
    }
}

void Generator::turn(int milliseconds)
{
    std::array<epoll_event, 512> events;
    const int count = ::epoll_wait(m_epoll, events.data(), events.size(), milliseconds);
    for (int i = 0; i < count; ++i) {
        auto* const client = static_cast<LoadClient*>(events[static_cast<size_t>(i)].data.ptr);
        if (!client->readable(
                [this](LoadClient& who, std::string_view text) { messageArrived(who, text); })) {
            std::fprintf(stderr, "client %d was cut off\n", client->index());
            std::exit(1);
        }
    }
}

void Generator::messageArrived(LoadClient& client, std::string_view text)
{
    Marking marking;
    if (!readMarking(text, marking)) {
        return; // a greeting
    }
    checkNumber(client, marking);
    ++m_arrived;
    if (m_arrived % 16 == 0 || isFlood()) {
        const auto passed = SteadyClock::now() - sentAt(isFan() ? marking.number : client.index());
        m_latencies.push_back(std::chrono::duration<float, std::micro>(passed).count());
    }
    if (!m_goesOn || isPaced()) {
        return;
    }
    if (isFan()) {
        if (m_arrived % static_cast<uint64_t>(m_options.clients) == 0) {
            sendFan();
        }
    } else {
        sendTo(client, m_options.work == "echo" ? client.index() : client.index() ^ 1);
    }
}

/// Messages to one client are numbered by the generator: each arrives once, in the order sent.
void Generator::checkNumber(const LoadClient& client, const Marking& marking)
{
    uint32_t& expected = m_expected[static_cast<size_t>(client.index())];
    if (marking.number != expected || (!isFan() && marking.to != client.index())) {
        std::fprintf(stderr, "client %d: message %u in the place of %u\n", client.index(), marking.number,
                     expected);
        std::exit(1);
    }
    ++expected;
}

void Generator::sendFan()
{
    const auto number = static_cast<uint32_t>(m_sent++);
    sentAt(number) = SteadyClock::now();
    m_clients.back()->send(makeEnvelope({'F', 0, m_options.clients, number}, m_options.bytes));
}

void Generator::sendTo(LoadClient& from, int to)
{
    ++m_sent;
    const uint32_t number = m_numbers[static_cast<size_t>(to)]++;
    sentAt(to) = SteadyClock::now();
    const char route = m_options.work == "echo" ? 'E' : 'U';
    from.send(makeEnvelope({route, to, from.index(), number}, m_options.bytes));
}

void Generator::begin()
{
    if (m_options.work == "fanout") {
        for (int i = 0; i < m_options.rate; ++i) {
            sendFan();
        }
    } else if (m_options.work == "pairs") {
        for (int i = 0; i < m_options.clients; i += 2) {
            sendTo(*m_clients[static_cast<size_t>(i)], i ^ 1);
        }
    } else if (m_options.work == "echo") {
        for (const auto& client : m_clients) {
            sendTo(*client, client->index());
        }
    }
}

void Generator::sendDue(SteadyClock::time_point begun)
{
    const double seconds = std::chrono::duration<double>(SteadyClock::now() - begun).count();
    const auto due = static_cast<uint64_t>(seconds * m_options.rate);
    while (m_sent < due) {
        if (isFan()) {
            sendFan();
        } else if (isFlood()) {
            sendTo(*m_clients[2], 3);
        } else { // always the same partner: their messages stay in order
            const auto from = m_sent * 7919 % static_cast<uint64_t>(m_options.clients);
            sendTo(*m_clients[from], static_cast<int>(from ^ 1));
        }
    }
}

void Generator::measure()
{
    const double processorBefore = m_broker.processorTime();
    const auto begun = SteadyClock::now();
    const auto end = begun + std::chrono::duration_cast<SteadyClock::duration>(
                                 std::chrono::duration<double>(m_options.seconds));
    begin();
    while (SteadyClock::now() < end) {
        if (isPaced()) {
            sendDue(begun);
        }
        if (isFlood()) {
            flood();
        }
        turn(isPaced() ? 1 : 100);
    }
    m_goesOn = false;
    drain();
    const double seconds = std::chrono::duration<double>(SteadyClock::now() - begun).count();
    report(static_cast<double>(m_arrived), seconds, m_broker.processorTime() - processorBefore, 0);
}

void Generator::flood()
{
    static const std::string frames = [this] {
        std::string many;
        for (int i = 0; i < 1000; ++i) {
            many += maskedFrame(makeEnvelope({'U', 99'999, 0, 0}, m_options.bytes));
        }
        return many;
    }();
    m_clients.front()->flood(frames);
}

/// Everything that was sent has to arrive.
void Generator::drain()
{
    const uint64_t expected = m_sent * (isFan() ? static_cast<uint64_t>(m_options.clients) : 1);
    const auto end = SteadyClock::now() + std::chrono::seconds(10);
    while (m_arrived < expected && SteadyClock::now() < end) {
        turn(100);
    }
    if (m_arrived != expected) {
        std::fprintf(stderr, "%llu deliveries of %llu arrived\n", static_cast<unsigned long long>(m_arrived),
                     static_cast<unsigned long long>(expected));
        std::exit(1);
    }
}

void Generator::measureHandshakes()
{
    const double processorBefore = m_broker.processorTime();
    const auto begun = SteadyClock::now();
    double opened = 0;
    while (SteadyClock::now() - begun < std::chrono::duration<double>(m_options.seconds)) {
        for (int i = 0; i < m_options.clients; ++i) {
            openOne(i, "/ws?groupId=bench&userId=u" + std::to_string(i));
            ++opened;
        }
        m_clients.clear();
    }
    const double seconds = std::chrono::duration<double>(SteadyClock::now() - begun).count();
    report(opened, seconds, m_broker.processorTime() - processorBefore, 0);
}

void Generator::report(double deliveries, double seconds, double processorSeconds, double memory)
{
    std::sort(m_latencies.begin(), m_latencies.end());
    const auto percentile = [&](double part) {
        return m_latencies.empty()
                   ? 0.0F
                   : m_latencies[static_cast<size_t>(static_cast<double>(m_latencies.size() - 1) * part)];
    };
    std::printf("%.0f\t%.3f\t%.4f\t%.0f\t%.0f\t%.0f\n", deliveries, seconds,
                deliveries > 0 ? processorSeconds * 1e6 / deliveries : 0,
                static_cast<double>(percentile(0.5)), static_cast<double>(percentile(0.99)), memory);
}

/// What the broker does after the last handshake.
void Generator::settle()
{
    for (int i = 0; i < 10; ++i) {
        turn(50);
    }
}

int Generator::run()
{
    if (m_options.work == "handshakes") {
        measureHandshakes();
        return 0;
    }
    if (m_options.work == "idle") { // the libraries that the first connection has loaded are not a client's
        openOne(0, "/ws?userId=first");
        m_clients.clear();
        settle();
    }
    const double memoryBefore = m_broker.residentBytes();
    openAll();
    settle();
    if (m_options.work == "idle") {
        report(0, 0, 0, (m_broker.residentBytes() - memoryBefore) / m_options.clients);
    } else {
        measure();
    }
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 7) {
        std::fprintf(stderr, "usage: load-generator WORK PORT PID CLIENTS BYTES SECONDS [RATE [THREAD…]]\n");
        return 2;
    }
    Options options;
    options.work = argv[1];
    options.port = static_cast<uint16_t>(std::atoi(argv[2]));
    options.broker = std::atoi(argv[3]);
    options.clients = std::atoi(argv[4]);
    options.bytes = static_cast<size_t>(std::atoi(argv[5]));
    options.seconds = std::atof(argv[6]);
    options.rate = argc > 7 ? std::atoi(argv[7]) : 1;
    for (int i = 8; i < argc; ++i) {
        options.threads.emplace_back(argv[i]);
    }
    return Generator(std::move(options)).run();
}
