// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/webhook/answer.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QSslError>

#include <functional>
#include <memory>

namespace signalbox::webhook {

/// One request and its answer. Says how it ended, once: when the answer has come, when the time is over, or
/// when the connection failed. A long answer is cut off. Its content is kept only where that is asked for.
///
/// Thread: webhook. Destroyed while it runs, it says nothing.
class Exchange final : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(const Answer& answer)>;

    Exchange(QNetworkReply* reply, std::chrono::milliseconds timeout, bool keepsAnswer, Done done);
    ~Exchange() override;

private:
    void noteTlsErrors(const QList<QSslError>& errors);
    void readBody();
    [[nodiscard]] QByteArray receivedHeader() const;
    void finish(bool inTime);

    QPointer<QNetworkReply> m_reply; ///< its manager's; gone when that one is
    QTimer m_deadline;
    Done m_done;
    TransportFault m_tlsFault = TransportFault::TlsFailed; ///< if it is TLS that fails
    bool m_keepsAnswer;
    qint64 m_bodyBytes = 0;
    QByteArray m_body; ///< as far as it is kept
};

} // namespace signalbox::webhook
