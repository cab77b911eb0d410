// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/settings/listen_address.h"

#include <QtCore/QObject>
#include <QtNetwork/QLocalServer>

namespace signalbox::app {

/// Lets a second start with the same files and addresses bring the first one's window to the front, instead
/// of a second broker beside the first. Thread: main. Made after the application object.
class SingleInstance final : public QObject {
    Q_OBJECT

public:
    /// `socket` is a path; empty: every start is the first.
    explicit SingleInstance(const QString& socket, QObject* parent = nullptr);

    /// False: another instance runs and has raised its window. True: this is the first, or nobody can tell.
    /// Waits two seconds at most for the other's answer; one that does not answer does not count.
    [[nodiscard]] bool claim();

Q_SIGNALS:
    void raiseRequested();

private:
    [[nodiscard]] bool askTheOther() const;
    void listen();
    void answer();

    QString m_socket;
    QLocalServer m_server;
};

/// Where instances with the same state folder and addresses meet; empty without a runtime directory, and when
/// a port is 0: such instances never get into each other's way.
[[nodiscard]] QString instanceSocket(const QString& runtimeDirectory, const QString& stateFolder,
                                     const QList<ListenAddress>& addresses);

} // namespace signalbox::app
