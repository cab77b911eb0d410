// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtNetwork/QTcpSocket>

#include <functional>

namespace signalbox::transport {

/// A TCP socket that can be shown to QWebSocketServer::handleConnection() without letting it see more than
/// the request.
///
/// QWebSocketServer reads frames that came in the same segment as the handshake before it says that there is
/// a connection, and loses them. So during the upgrade bytesAvailable() admits to the request's header only,
/// and to nothing once the 101 was written; the real count returns with finishUpgrade(). The same seam sees
/// the 101 on its way out: it is kept for the inspector, and Qt's Access-Control headers, one of which
/// repeats any Origin, are taken out.
///
/// Thread: one worker.
class UpgradeSocket final : public QTcpSocket {
public:
    using AnswerWritten = std::function<void(UpgradeSocket&)>;

    /// From now on only `headerBytes` can be seen, until finishUpgrade(). `answered` is called when the 101
    /// passes, in the stack in which QWebSocketServer then emits newConnection().
    void beginUpgrade(qint64 headerBytes, AnswerWritten answered);
    void finishUpgrade();

    /// Puts `header` in the place of the first `headerBytes` that wait to be read; returns its size.
    qint64 replaceHeader(qint64 headerBytes, const QByteArray& header);

    /// The 101 as it was sent.
    [[nodiscard]] const QByteArray& answer() const { return m_answer; }

    [[nodiscard]] qint64 bytesAvailable() const override;

protected:
    qint64 writeData(const char* data, qint64 size) override;

private:
    qint64 writeAnswer();

    enum class Phase { Transparent, RequestShown, Answered };

    Phase m_phase = Phase::Transparent;
    qint64 m_headerBytes = 0;
    AnswerWritten m_answered;
    QByteArray m_answer;
};

} // namespace signalbox::transport
