// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/limits.h"
#include "server/http/request.h"
#include "server/http/request_parser.h"
#include "server/http/response.h"
#include "server/transport/accepted_socket.h"

#include <QtCore/QByteArray>
#include <QtCore/QObject>
#include <QtNetwork/QHostAddress>

#include <memory>
#include <optional>

namespace signalbox::transport {

class Front;
class UpgradeSocket;

/// Who decides what becomes of a request. Called from the event loop; a front is never destroyed from inside
/// these calls.
class FrontOwner {
public:
    virtual ~FrontOwner() = default;
    /// A header has come; its body has not. An error refuses the request before the body is let in.
    [[nodiscard]] virtual std::optional<http::HttpError> judge(const Front& front,
                                                               const http::Request& header) = 0;
    /// A whole request: answer it with respond() or refuse(), now or later.
    virtual void requestArrived(Front& front, http::Request request) = 0;
    /// A WebSocket handshake: take the socket, whose buffer still begins with the request, or refuse().
    virtual void handshakeArrived(Front& front, const http::Request& request) = 0;
    /// How a request ended, for the log and the window.
    struct Exchange {
        QByteArrayView received; ///< the header, or what had come of it
        QByteArrayView sent;
        std::chrono::microseconds took{}; ///< from the request's first byte to the answer
    };
    /// A request was refused; `request` is null when it could not be read.
    virtual void refused(const Front& front, const http::HttpError& error, const http::Request* request,
                         const Exchange& exchange) = 0;
    /// A request was answered with this status.
    virtual void answered(const Front& front, int status, const http::Request& request,
                          const Exchange& exchange) = 0;
    virtual void frontEnded(Front& front) = 0;
};

/// The front of one connection: reads HTTP/1.1 requests one after the other, until one is a WebSocket
/// handshake or the connection ends. It peeks, so that the bytes of a handshake stay in the socket for
/// QWebSocketServer.
///
/// Thread: one worker. Limits: one request at a time, pipelined ones wait in the socket; times and sizes from
/// Limits.
class Front final : public QObject {
    Q_OBJECT

public:
    Front(const AcceptedSocket& accepted, const Limits& limits, const Clock& clock, FrontOwner& owner);
    ~Front() override;

    /// Both answer the request that arrived last, once: without one they do nothing, so an answer may come
    /// too late.
    void respond(const http::Response& response);
    void refuse(const http::HttpError& error);
    /// The socket for the upgrade; the front has ended then, without frontEnded().
    [[nodiscard]] std::unique_ptr<UpgradeSocket> takeSocket();
    [[nodiscard]] qint64 handshakeBytes() const { return m_headerBytes; }

    void checkDeadlines(SteadyTime now);
    /// No request after the one that is being answered.
    void beginDrain();
    void abort();

    [[nodiscard]] const AcceptedSocket& accepted() const { return m_accepted; }
    [[nodiscard]] QByteArray peerAddress() const { return m_peerAddress; }
    [[nodiscard]] QHostAddress peerHost() const { return m_peerHost; }
    [[nodiscard]] QHostAddress localAddress() const { return m_localAddress; }

private:
    enum class Phase { ReadingHeader, ReadingBody, Answering, Closing, Ended };

    void readable();
    [[nodiscard]] bool readHeader();
    [[nodiscard]] bool readBody();
    [[nodiscard]] bool takeHeader(QByteArrayView header, qsizetype leadingBytes);
    void deliver();
    void fail(const http::HttpError& error);
    [[nodiscard]] std::chrono::microseconds sinceRequest() const;
    void write(const QByteArray& bytes, bool thenClose);
    void prepareAnswers();
    void beginClosing();
    void bytesLeft();
    void finishClosing();
    void end();
    void enter(Phase phase, std::chrono::milliseconds timeout);

    const AcceptedSocket m_accepted;
    const Limits& m_limits;
    const Clock& m_clock;
    FrontOwner& m_owner;
    std::unique_ptr<UpgradeSocket> m_socket;
    QHostAddress m_peerHost;
    QByteArray m_peerAddress; ///< 127.0.0.1:40312
    QHostAddress m_localAddress;
    http::ParserLimits m_parserLimits;
    http::RequestParser m_parser;
    std::optional<http::Request> m_request; ///< the one that is being answered, without its body
    Phase m_phase = Phase::ReadingHeader;
    SteadyTime m_deadline;
    SteadyTime m_requestBegan; ///< when its first byte was seen
    qsizetype m_scannedBytes = 0;
    qint64 m_headerBytes = 0;
    bool m_hasAnswered = false; ///< HTTP: prepareAnswers() was called
    bool m_sendingEnded = false;
    bool m_draining = false;
    bool m_reading = false; ///< readable() is on the stack
};

} // namespace signalbox::transport
