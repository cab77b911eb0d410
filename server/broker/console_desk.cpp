// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/console_desk.h"

#include "server/broker/console_events.h"
#include "server/broker/worker_links.h"
#include "server/control/control_fault.h"
#include "server/core/log_categories.h"
#include "server/http/upgrade_check.h"
#include "server/websocket/close_code.h"
#include "server/websocket/frame_encoder.h"

#include <algorithm>

namespace signalbox::broker {

namespace {

constexpr size_t linkBufferBytes = 64 * 1024;
/// What 10,000 clients and a window's worth of frames need at once.
constexpr qint64 consoleQueueBytes = 64 * 1024 * 1024;
/// Around the message of a command.
constexpr qint64 commandOverheadBytes = 64 * 1024;

Limits consoleLimits(Limits limits)
{
    limits.maxQueueBytes = std::max(limits.maxQueueBytes, consoleQueueBytes);
    limits.maxMessageBytes += commandOverheadBytes;
    return limits;
}

} // namespace

ConsoleDesk::ConsoleDesk(WorkerContext& context)
    : m_context(context)
    , m_limits(consoleLimits(context.settings.limits))
    , m_readBuffer(linkBufferBytes)
    , m_surroundings{m_limits, context.clock, m_readBuffer, m_sums, m_queueRoom}
{
}

ConsoleDesk::~ConsoleDesk() = default;

std::optional<http::HttpError> ConsoleDesk::judge(const http::Request& request) const
{
    using control::controlError;
    using control::ControlFault;
    if (request.path != link::console::path) {
        return controlError(ControlFault::NotFound);
    }
    const auto offer = http::checkUpgrade(request);
    if (const auto* const fault = std::get_if<http::Fault>(&offer)) {
        return http::httpError(*fault);
    }
    if (!std::get<http::UpgradeOffer>(offer).subprotocols.contains(link::console::subprotocol)) {
        return controlError(ControlFault::ConsoleVersion);
    }
    return m_consoles.size() < maxConsoles ? std::nullopt
                                           : std::optional(controlError(ControlFault::TooManyConsoles));
}

void ConsoleDesk::open(transport::Upgrader::Upgraded upgraded, const QByteArray& peer)
{
    const size_t workers = m_context.mailboxes.workers.size();
    const link::LinkId link = consoleLink(m_context.index, ++m_lastCount, workers);
    auto connection = std::make_unique<transport::Connection>(ClientId(), std::move(upgraded.stream),
                                                              m_surroundings, *this);
    transport::Connection& opened = *connection;
    LinkRequests requests(m_context.mailboxes, link, peer,
                          [&mailboxes = m_context.mailboxes, link](link::Event event) {
                              tellConsole(mailboxes, link, std::move(event));
                          });
    m_consoles.emplace(link, Console{link, peer, std::move(connection), std::move(requests)});
    qCInfo(logBroker).noquote() << QStringLiteral("a console from %1 is here").arg(QString::fromLatin1(peer));
    tell(link, link::console::encode(
                   link::console::Greeting{"Signalbox", SIGNALBOX_VERSION, m_context.mailboxes.run}));
    opened.start();
}

void ConsoleDesk::tell(link::LinkId link, const QByteArray& message)
{
    const auto found = m_consoles.find(link);
    if (found != m_consoles.end()) { // else it has ended on the way
        found->second.connection->send(websocket::encodeFrame(websocket::Opcode::Binary, message));
        found->second.connection->flush();
    }
}

ConsoleDesk::Console& ConsoleDesk::consoleOf(const transport::Connection& connection)
{
    const auto found = std::find_if(m_consoles.begin(), m_consoles.end(), [&connection](const auto& entry) {
        return entry.second.connection.get() == &connection;
    });
    Q_ASSERT(found != m_consoles.end());
    return found->second;
}

void ConsoleDesk::messageReceived(transport::Connection& connection,
                                  const websocket::AssembledMessage& message,
                                  const websocket::DecodedFrame& /*lastFrame*/)
{
    namespace close_code = websocket::close_code;
    if (message.opcode != websocket::Opcode::Binary) {
        connection.close(close_code::unsupportedData, "commands are binary messages",
                         EndReason::PolicyViolation);
        return;
    }
    auto decoded = link::console::decodeRequest(message.payload.toByteArray());
    Console& console = consoleOf(connection);
    if (auto* const request = std::get_if<link::console::Request>(&decoded.message)) {
        std::visit([&](auto& what) { perform(console, what); }, *request);
    } else if (const auto* const other = std::get_if<link::console::NotUnderstood>(&decoded.message)) {
        tellConsole(m_context.mailboxes, console.link,
                    link::CommandAnswer{other->number,
                                        Error{"command.not_supported",
                                              QStringLiteral("This broker does not know the command.")}});
    } else {
        connection.close(close_code::invalidPayload, "not a message of signalbox.console.v1",
                         EndReason::InvalidPayload);
    }
}

void ConsoleDesk::perform(Console& console, const link::console::Attach& request)
{
    const Result<void> attached = console.requests.attach(request.state, request.frames);
    if (!attached) { // nothing answers it, and rows that were not asked for are worse than none
        console.connection->close(websocket::close_code::policyViolation, attached.error().code,
                                  EndReason::PolicyViolation);
    }
}

void ConsoleDesk::perform(Console& console, const link::console::Detach& /*request*/)
{
    console.requests.detach();
}

void ConsoleDesk::perform(Console& console, const link::console::BatchesTaken& request)
{
    console.requests.takeConfirmation(request.batches);
}

void ConsoleDesk::perform(Console& console, link::console::NumberedCommand& request)
{
    console.requests.perform(request.number, std::move(request.command));
}

void ConsoleDesk::connectionEnded(transport::Connection& connection, const transport::ConnectionEnd& end)
{
    Console& console = consoleOf(connection);
    qCInfo(logBroker).noquote() << QStringLiteral("the console from %1 is gone: %2")
                                       .arg(QString::fromLatin1(console.peer),
                                            QString::fromLatin1(endReasonName(end.reason)));
    console.requests.detach();
    m_context.mailboxes.hub.post(hub_task::SocketReleased{});
    const link::LinkId link = console.link;
    m_ended.push_back(std::move(console));
    m_consoles.erase(link);
}

std::vector<transport::Connection*> ConsoleDesk::connections() const
{
    std::vector<transport::Connection*> all;
    for (const auto& [link, console] : m_consoles) {
        all.push_back(console.connection.get());
    }
    return all;
}

void ConsoleDesk::tick(SteadyTime now)
{
    for (transport::Connection* const connection : connections()) {
        connection->checkDeadlines(now);
    }
    m_ended.clear();
}

void ConsoleDesk::sayGoodbye()
{
    for (transport::Connection* const connection : connections()) {
        connection->close(websocket::close_code::goingAway, "the broker is shutting down",
                          EndReason::Shutdown);
    }
}

void ConsoleDesk::abortAll()
{
    for (transport::Connection* const connection : connections()) {
        connection->abort(EndReason::Shutdown);
    }
}

} // namespace signalbox::broker
