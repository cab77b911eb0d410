// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/ids.h"
#include "server/core/recipient.h"

#include <QtCore/QObject>

class QMenu;
class QPoint;

namespace signalbox::ui {

class BrokerState;
class CommandDialog;
class PeopleActions;

/// What the operator does to one client: the actions work on the client that was chosen last, in whatever
/// list that was. Owner: the wiring of the people.
class ClientActs final : public QObject {
    Q_OBJECT

public:
    /// All must outlive the acts; dialogs open over `window`.
    ClientActs(BrokerState& state, PeopleActions& actions, QWidget& window);

    /// Null: none is chosen.
    void choose(ClientId client);
    [[nodiscard]] ClientId chosen() const { return m_client; }
    /// Chooses the client and opens the menu of what can be done with it.
    void openMenu(ClientId client, const QPoint& globalPosition);
    void leaveGroup(ClientId client, const QByteArray& group);

Q_SIGNALS:
    /// From now on the actions work on this client, which is never null here.
    void chosenChanged(signalbox::ClientId client);
    void messageWanted(const signalbox::Recipients& recipients);
    /// A term for the filter of the frames, as it is written there; alone, or with what is there already.
    void filterWanted(const QString& term, bool alone);
    void whyNotWanted(signalbox::ClientId client);
    void cardWanted(signalbox::ClientId client);
    void failed(const QString& error);

private:
    void connectActions();
    void update();
    void fillLeaveMenu();
    void open(CommandDialog* dialog);
    void joinGroup();
    void unmute();
    void copyId();
    [[nodiscard]] QString label() const;
    [[nodiscard]] QString senderTerm() const;

    BrokerState& m_state;
    PeopleActions& m_actions;
    QWidget& m_window;
    QMenu* m_leaveMenu;
    SystemClock m_clock;
    ClientId m_client;
};

} // namespace signalbox::ui
