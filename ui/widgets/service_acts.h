// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/commands.h"

#include <QtCore/QByteArray>
#include <QtCore/QObject>

class QAction;

namespace signalbox::ui {

class BrokerState;
class ServiceActions;

/// What the operator does to one service: the actions work on the one that was chosen last. Files are opened
/// where the broker is in this process. Owner: the wiring of the services.
class ServiceActs final : public QObject {
    Q_OBJECT

public:
    /// Both must outlive the acts.
    ServiceActs(BrokerState& state, ServiceActions& actions);

    /// Whether the folder is on this machine.
    void setLocal(bool local);
    /// Empty: none is chosen.
    void choose(const QByteArray& file);
    void openMenu(const QPoint& globalPosition);
    void enable(const QByteArray& file);

Q_SIGNALS:
    void failed(const QString& why);
    /// Of the file that the operator wants to see.
    void openWanted(const QString& path);

private:
    void update();
    void connectActions();
    void send(link::Command command);
    void chooseExample();
    void setOpenable(QAction& action, bool isThere);

    BrokerState& m_state;
    ServiceActions& m_actions;
    QByteArray m_file;
    bool m_isLocal = true;
};

} // namespace signalbox::ui
