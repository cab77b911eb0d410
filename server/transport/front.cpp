// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/front.h"

#include "server/http/authority.h"
#include "server/http/header_scan.h"
#include "server/transport/direct_socket.h"
#include "server/transport/upgrade_socket.h"

#include <algorithm>

namespace signalbox::transport {

namespace {

constexpr std::chrono::seconds answerLingerTime{2};
constexpr qint64 maxUnreadBytes = 64 * 1024;
/// While more than this of earlier answers waits to leave, no further request is read.
constexpr qint64 maxUnsentAnswerBytes = 64 * 1024;

} // namespace

Front::Front(const AcceptedSocket& accepted, const Limits& limits, const Clock& clock, FrontOwner& owner)
    : m_accepted(accepted)
    , m_limits(limits)
    , m_clock(clock)
    , m_owner(owner)
    , m_socket(std::make_unique<UpgradeSocket>())
    , m_parserLimits(http::ParserLimits::from(limits))
    , m_parser(m_parserLimits)
{
    m_socket->setReadBufferSize(maxUnreadBytes);
    connect(m_socket.get(), &QIODevice::readyRead, this, &Front::readable);
    connect(m_socket.get(), &QAbstractSocket::disconnected, this, &Front::end);
    enter(Phase::ReadingHeader, limits.handshakeTimeout);
    m_socket->setSocketDescriptor(accepted.descriptor);
    m_localAddress = m_socket->localAddress();
    m_peerHost = m_socket->peerAddress();
    m_peerAddress = http::addressAndPort(m_peerHost, m_socket->peerPort());
}

Front::~Front()
{
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
    }
}

void Front::enter(Phase phase, std::chrono::milliseconds timeout)
{
    m_phase = phase;
    m_deadline = m_clock.steadyNow() + timeout;
}

void Front::readable()
{
    if (std::exchange(m_reading, true)) {
        return; // respond() from inside: the loop below goes on
    }
    bool again = true;
    while (again) {
        switch (m_phase) {
        case Phase::ReadingHeader:
            again = readHeader();
            break;
        case Phase::ReadingBody:
            again = readBody();
            break;
        case Phase::Closing:
            m_socket->skip(m_socket->bytesAvailable());
            again = false;
            break;
        case Phase::Answering:
        case Phase::Ended:
            again = false;
            break;
        }
    }
    m_reading = false;
}

bool Front::readHeader()
{
    if (m_socket->bytesToWrite() > maxUnsentAnswerBytes) {
        return false; // bytesLeft() goes on
    }
    // peek() takes memory for as much as it is asked for.
    const QByteArray buffered =
        m_socket->peek(std::min<qint64>(m_socket->bytesAvailable(), m_limits.maxHeaderBytes + 1));
    if (buffered.isEmpty()) {
        return false;
    }
    if (m_scannedBytes == 0) { // the header's time runs from its first byte
        m_requestBegan = m_clock.steadyNow();
        m_deadline = std::min(m_deadline, m_requestBegan + m_limits.handshakeTimeout);
    }
    const http::HeaderScan scan = http::scanHeader(buffered, m_parserLimits, m_scannedBytes);
    switch (scan.state) {
    case http::HeaderScan::State::NeedMore:
        m_scannedBytes = buffered.size();
        return false;
    case http::HeaderScan::State::Failed:
        fail(http::httpError(scan.fault));
        return true;
    case http::HeaderScan::State::Complete:
        m_scannedBytes = 0;
        return takeHeader(QByteArrayView(buffered).first(scan.headerBytes), scan.leadingBytes);
    }
    Q_UNREACHABLE();
}

bool Front::takeHeader(QByteArrayView header, qsizetype leadingBytes)
{
    const http::RequestParser::Progress progress = m_parser.feed(header);
    if (progress.state == http::RequestParser::State::Failed) {
        fail(m_parser.error());
        return true;
    }
    const bool complete = progress.state == http::RequestParser::State::Complete;
    http::Request request = complete ? m_parser.takeRequest() : *m_parser.header();
    m_socket->skip(leadingBytes);
    m_headerBytes = header.size() - leadingBytes;
    m_request = request;
    if (request.wantsUpgrade) {
        m_phase = Phase::Answering;
        m_owner.handshakeArrived(*this, request);
        return m_phase != Phase::Ended;
    }
    m_socket->skip(m_headerBytes);
    if (const std::optional<http::HttpError> error = m_owner.judge(*this, request)) {
        fail(*error);
        return true;
    }
    if (complete) {
        m_phase = Phase::Answering;
        m_owner.requestArrived(*this, std::move(request));
        return true;
    }
    if (progress.sendContinue) { // RFC 9110 §10.1.1
        m_socket->write(http::continueResponse());
    }
    enter(Phase::ReadingBody, m_limits.frameTimeout);
    return true;
}

bool Front::readBody()
{
    const QByteArray buffered = m_socket->peek(std::min(m_socket->bytesAvailable(), maxUnreadBytes));
    if (buffered.isEmpty()) {
        return false;
    }
    const http::RequestParser::Progress progress = m_parser.feed(buffered);
    if (progress.state == http::RequestParser::State::Failed) {
        fail(m_parser.error());
        return true;
    }
    m_socket->skip(progress.consumed);
    if (progress.state == http::RequestParser::State::Complete) {
        m_phase = Phase::Answering;
        m_owner.requestArrived(*this, m_parser.takeRequest());
    }
    return true;
}

void Front::respond(const http::Response& response)
{
    if (m_phase != Phase::Answering) {
        return;
    }
    const bool close = response.close || m_draining || !m_request || !m_request->keepAlive;
    http::Response answer = response;
    answer.close = close;
    const QByteArray sent = http::serialise(answer, m_request ? &*m_request : nullptr);
    if (m_request) {
        m_owner.answered(*this, answer.status, *m_request, {m_request->headerBlock, sent, sinceRequest()});
    }
    write(sent, close);
}

std::chrono::microseconds Front::sinceRequest() const
{
    return std::chrono::duration_cast<std::chrono::microseconds>(m_clock.steadyNow() - m_requestBegan);
}

void Front::refuse(const http::HttpError& error)
{
    if (m_phase == Phase::Answering) {
        fail(error);
    }
}

void Front::fail(const http::HttpError& error)
{
    http::Response response = http::errorResponse(error, m_request ? m_request->path : m_parser.path());
    response.close = response.close || error.closes || m_phase == Phase::ReadingBody || !m_request ||
                     m_request->hasBody || !m_request->keepAlive;
    const QByteArray sent = http::serialise(response, m_request ? &*m_request : nullptr);
    const QByteArray received = m_request ? m_request->headerBlock : m_socket->peek(m_limits.maxHeaderBytes);
    m_owner.refused(*this, error, m_request ? &*m_request : nullptr, {received, sent, sinceRequest()});
    if (m_request && m_request->wantsUpgrade) {
        m_socket->skip(m_headerBytes);
    }
    write(sent, response.close);
}

void Front::write(const QByteArray& bytes, bool thenClose)
{
    prepareAnswers();
    m_socket->write(bytes);
    m_request.reset();
    if (thenClose) {
        beginClosing();
    } else {
        enter(Phase::ReadingHeader, m_limits.idleHttpTimeout);
    }
    if (!m_reading) {
        readable(); // what was pipelined behind the request
    }
}

/// Most connections become WebSockets at once, and need none of this.
void Front::prepareAnswers()
{
    if (!std::exchange(m_hasAnswered, true)) {
        m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(m_socket.get(), &QIODevice::bytesWritten, this, &Front::bytesLeft);
    }
}

void Front::beginClosing()
{
    enter(Phase::Closing, m_limits.closeTimeout);
    m_socket->flush();
    finishClosing();
}

void Front::bytesLeft()
{
    finishClosing();
    if (!m_reading) {
        readable(); // a request may have waited for the answers before it
    }
}

/// Sends our FIN when everything has left, and waits for the peer's, so that no reset overtakes the answer.
void Front::finishClosing()
{
    if (m_phase == Phase::Closing && m_socket->bytesToWrite() == 0 && !std::exchange(m_sendingEnded, true)) {
        endSending(m_socket->socketDescriptor());
        m_deadline = m_clock.steadyNow() + answerLingerTime;
    }
}

std::unique_ptr<UpgradeSocket> Front::takeSocket()
{
    m_socket->disconnect(this);
    m_phase = Phase::Ended;
    return std::move(m_socket);
}

void Front::checkDeadlines(SteadyTime now)
{
    if (now < m_deadline) {
        return;
    }
    switch (m_phase) {
    case Phase::ReadingHeader:
        if (m_scannedBytes == 0) {
            end(); // idle: there is nothing to refuse
        } else {
            fail(http::httpError(http::Fault::RequestTimeout));
        }
        return;
    case Phase::ReadingBody:
        fail(http::httpError(http::Fault::RequestTimeout));
        return;
    case Phase::Closing:
        end();
        return;
    case Phase::Answering: // the answer has a deadline of its own
    case Phase::Ended:
        return;
    }
}

void Front::beginDrain()
{
    m_draining = true;
    if (m_phase != Phase::ReadingHeader || m_scannedBytes > 0) {
        return;
    }
    if (m_socket->bytesToWrite() > 0) { // the answer before
        beginClosing();
    } else {
        end();
    }
}

void Front::abort()
{
    end();
}

void Front::end()
{
    if (m_phase == Phase::Ended) {
        return;
    }
    m_phase = Phase::Ended;
    m_socket->disconnect(this);
    m_socket->abort();
    m_owner.frontEnded(*this);
}

} // namespace signalbox::transport
