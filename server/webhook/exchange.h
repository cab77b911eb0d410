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
/// when the connection failed. Of the answer's body nothing is kept, and a long one is cut off.
///
/// Thread: webhook. Destroyed while it runs, it says nothing.
class Exchange final : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(const Answer& answer)>;

    Exchange(QNetworkReply* reply, std::chrono::milliseconds timeout, Done done);
    ~Exchange() override;

private:
    void noteTlsErrors(const QList<QSslError>& errors);
    void discardBody();
    void finish(bool inTime);

    QPointer<QNetworkReply> m_reply; ///< its manager's; gone when that one is
    QTimer m_deadline;
    Done m_done;
    TransportFault m_tlsFault = TransportFault::TlsFailed; ///< if it is TLS that fails
    qint64 m_bodyBytes = 0;
};

} // namespace signalbox::webhook
