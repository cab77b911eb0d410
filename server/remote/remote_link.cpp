// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/remote/remote_link.h"

#include "server/core/log_categories.h"

#include <QtNetwork/QNetworkRequest>
#include <QtWebSockets/QWebSocketHandshakeOptions>

namespace signalbox::remote {

namespace {

constexpr std::chrono::milliseconds firstRetry{250};
constexpr std::chrono::milliseconds longestRetry{5'000};
constexpr std::chrono::milliseconds aliveInterval{15'000};
/// The detail of a row with 10,000 recipients is some MiB.
constexpr quint64 maxMessageBytes = 256 * 1024 * 1024;

template <typename What>
constexpr bool onlyLooks =
    std::is_same_v<What, link::PreviewRecipients> || std::is_same_v<What, link::FetchClient> ||
    std::is_same_v<What, link::FetchFrame> || std::is_same_v<What, link::FilterFrames> ||
    std::is_same_v<What, link::SearchFrames> || std::is_same_v<What, link::CancelSearch>;

bool changesSomething(const link::Command& command)
{
    return std::visit([]<typename What>(const What& /*what*/) { return !onlyLooks<What>; }, command);
}

QUrl consoleUrl(QUrl url)
{
    QString path = url.path();
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    url.setPath(path + QLatin1String(link::console::path));
    return url;
}

} // namespace

RemoteLink::RemoteLink(Options options, QObject* parent)
    : m_options(std::move(options))
    , m_retryIn(firstRetry)
{
    setParent(parent);
    m_socket.setMaxAllowedIncomingMessageSize(maxMessageBytes);
    m_socket.setMaxAllowedIncomingFrameSize(maxMessageBytes);
    connect(&m_socket, &QWebSocket::connected, this, &RemoteLink::connected);
    connect(&m_socket, &QWebSocket::binaryMessageReceived, this,
            qOverload<const QByteArray&>(&RemoteLink::received));
    connect(&m_socket, &QWebSocket::pong, this, [this] { m_silent = false; });
    connect(&m_socket, &QWebSocket::stateChanged, this, [this](QAbstractSocket::SocketState state) {
        if (state == QAbstractSocket::UnconnectedState) { // after an attempt that failed, too
            QMetaObject::invokeMethod(this, &RemoteLink::lost, Qt::QueuedConnection);
        }
    });
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const auto failed = &QWebSocket::errorOccurred;
#else
    const auto failed = qOverload<QAbstractSocket::SocketError>(&QWebSocket::error);
#endif
    connect(&m_socket, failed, this, [this] {
        if (m_failure.isEmpty()) { // the first one tells; a refused handshake would be kept open for a minute
            m_failure = m_socket.errorString();
            QMetaObject::invokeMethod(&m_socket, &QWebSocket::abort, Qt::QueuedConnection);
        }
    });
    m_retryTimer.setSingleShot(true);
    connect(&m_retryTimer, &QTimer::timeout, this, &RemoteLink::connectNow);
    connect(&m_aliveTimer, &QTimer::timeout, this, &RemoteLink::checkAlive);
}

RemoteLink::~RemoteLink()
{
    m_socket.disconnect(this);
    m_socket.close(QWebSocketProtocol::CloseCodeGoingAway);
}

void RemoteLink::open()
{
    QMetaObject::invokeMethod(this, &RemoteLink::connectNow, Qt::QueuedConnection);
}

void RemoteLink::connectNow()
{
    m_ownError = {};
    m_failure.clear();
    const Result<QByteArray> token = m_options.token();
    if (!token) {
        m_ownError = token.error();
        lost();
        return;
    }
    QNetworkRequest request(consoleUrl(m_options.url));
    request.setRawHeader("Authorization", "Bearer " + token.value());
    request.setRawHeader("User-Agent", "Signalbox " SIGNALBOX_VERSION);
    QWebSocketHandshakeOptions handshake;
    handshake.setSubprotocols({QLatin1String(link::console::subprotocol)});
    m_socket.open(request, handshake);
    m_silent = true; // an attempt that hangs is given up by checkAlive()
    m_aliveTimer.start(aliveInterval);
}

void RemoteLink::connected()
{
    if (m_socket.subprotocol() != QLatin1String(link::console::subprotocol)) {
        m_ownError = {"link.version", QStringLiteral("This is no Signalbox that can be attached to.")};
        m_socket.abort();
        return;
    }
    m_silent = false;
    m_aliveTimer.start(aliveInterval);
}

void RemoteLink::checkAlive()
{
    if (m_silent) {
        m_socket.abort();
        return;
    }
    m_silent = true;
    m_socket.ping();
}

Error RemoteLink::whyLost() const
{
    if (!m_ownError.code.isEmpty()) {
        return m_ownError;
    }
    const QString where = m_options.url.toString(QUrl::RemoveUserInfo);
    if (m_failure.contains(QLatin1String(": 429"))) {
        return {"link.shut_out",
                QStringLiteral("%1 shuts this address out for a while: too many wrong operator "
                               "tokens came from it.")
                    .arg(where)};
    }
    if (m_failure.contains(QLatin1String(": 401"))) {
        return {"link.token_refused", QStringLiteral("%1 refused the operator token.").arg(where)};
    }
    if (m_socket.closeCode() != QWebSocketProtocol::CloseCodeNormal && !m_socket.closeReason().isEmpty()) {
        return {"link.lost",
                QStringLiteral("The broker ended the connection: %1.").arg(m_socket.closeReason())};
    }
    return {"link.not_connected",
            QStringLiteral("Cannot reach %1: %2.")
                .arg(where, m_failure.isEmpty() ? QStringLiteral("the connection broke") : m_failure)};
}

void RemoteLink::lost()
{
    if (m_finished || m_retryTimer.isActive() || m_socket.state() != QAbstractSocket::UnconnectedState) {
        return;
    }
    m_isOpen = false;
    m_aliveTimer.stop();
    ++m_losses;
    m_finished = !(m_options.reconnects && m_wasOpen) ||
                 m_socket.closeCode() == QWebSocketProtocol::CloseCodePolicyViolated; // as it will be again
    link::LinkLost told{whyLost(), m_finished ? std::chrono::milliseconds{-1} : m_retryIn};
    std::vector<link::Event> events;
    for (const link::CommandId command : std::exchange(m_waiting, {})) {
        events.emplace_back(link::CommandAnswer{
            command, Error{"link.lost", QStringLiteral("The connection ended before the broker answered.")}});
    }
    if (!m_finished) {
        m_retryTimer.start(m_retryIn);
        m_retryIn = std::min(m_retryIn * 2, longestRetry);
    }
    events.emplace_back(std::move(told));
    tell(std::move(events));
}

void RemoteLink::received(const QByteArray& message)
{
    auto decoded = link::console::decodeReply(message);
    const bool newer = std::holds_alternative<link::console::NotUnderstood>(decoded.message);
    if ((newer || decoded.skipped > 0) && m_notUnderstood++ == 0) {
        qCWarning(logBroker) << "the broker is newer than this console, which leaves out what it cannot know";
    }
    if (auto* const reply = std::get_if<link::console::Reply>(&decoded.message)) {
        std::visit([this](auto& what) { received(std::move(what)); }, *reply);
    } else if (!newer) {
        m_ownError = {"link.version", QStringLiteral("The broker sent what is no message of a console.")};
        m_socket.abort();
    }
}

void RemoteLink::received(const link::console::Greeting& greeting)
{
    m_isOpen = true;
    m_wasOpen = true;
    m_retryIn = firstRetry;
    m_losses = 0;
    if (m_attached) {
        request(m_wishes);
    }
    tell({link::LinkOpened{m_options.url.toEncoded(), greeting.run, greeting.version}});
}

void RemoteLink::received(link::Event event)
{
    if (const auto* const answer = std::get_if<link::CommandAnswer>(&event)) {
        m_waiting.erase(answer->command);
    }
    const bool isBatch = std::holds_alternative<link::FramesCaptured>(event);
    std::vector<link::Event> events;
    events.push_back(std::move(event));
    tell(std::move(events));
    if (isBatch) {
        request(link::console::BatchesTaken{1});
    }
}

void RemoteLink::tell(std::vector<link::Event> events)
{
    Q_EMIT eventsArrived(events);
}

void RemoteLink::request(const link::console::Request& request)
{
    if (m_isOpen) {
        m_socket.sendBinaryMessage(link::console::encode(request));
    }
}

void RemoteLink::attach(const link::console::Attach& wishes)
{
    if (!std::exchange(m_attached, true)) {
        m_wishes = wishes;
        request(m_wishes);
    }
}

void RemoteLink::detach()
{
    if (std::exchange(m_attached, false)) {
        request(link::console::Detach{});
    }
}

link::CommandId RemoteLink::send(link::Command command)
{
    const link::CommandId id = ++m_lastCommand;
    if (m_options.readOnly && changesSomething(command)) {
        answerSoon(id,
                   {"link.read_only", QStringLiteral("This window only looks: it was attached read-only.")});
    } else if (!m_isOpen) {
        answerSoon(id, {"link.not_connected", QStringLiteral("There is no connection to the broker now.")});
    } else {
        m_waiting.insert(id);
        request(link::console::NumberedCommand{id, std::move(command)});
    }
    return id;
}

/// Never from inside send().
void RemoteLink::answerSoon(link::CommandId command, Error error)
{
    m_answers.emplace_back(link::CommandAnswer{command, std::move(error)});
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!m_answers.empty()) {
                tell(std::exchange(m_answers, {}));
            }
        },
        Qt::QueuedConnection);
}

} // namespace signalbox::remote
