// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exit_status.h"
#include "app/shell/shell_options.h"
#include "server/remote/remote_link.h"

#include <QtCore/QTimer>

#include <functional>

namespace signalbox::app {

/// `signalbox send`: sends one message or a row of them, prints each receipt, and says when it is done.
/// Receipts go to stdout; errors, progress and sums to stderr.
///
/// Thread: main.
class SendCommand final : public QObject {
    Q_OBJECT

public:
    /// `text`: of the message, with its variables.
    SendCommand(SendOptions options, QByteArray text, remote::RemoteLink& link);

    void start();
    /// Ends early, with the sums.
    void interrupt();

Q_SIGNALS:
    void finished(signalbox::app::ExitStatus status);

private:
    void take(const link::Event& event);
    void take(const link::CommandAnswer& answer);
    void sendNext();
    void printReceipt(const Receipt& receipt);
    void fail(const Error& error);
    void finish(ExitStatus status);
    [[nodiscard]] QByteArray envelope() const;

    const SendOptions m_options;
    const QByteArray m_text;
    remote::RemoteLink& m_link;
    QTimer m_timer;
    quint64 m_sent = 0;     ///< messages that left
    quint64 m_answered = 0; ///< of these, with a receipt
    DeliveryCounts m_sum;
    bool m_reachedNobody = false; ///< with one of them
    bool m_finished = false;
};

/// TEXT, what @FILE holds, or for - the standard input, less a newline at its end.
[[nodiscard]] Result<QByteArray> readMessageText(const QString& message);

} // namespace signalbox::app
