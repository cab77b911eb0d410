// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/name.h"
#include "server/core/recipient.h"

#include <QtCore/QObject>

#include <optional>

class QPoint;
class QWidget;

namespace signalbox::ui {

class BrokerState;
class PeopleActions;

/// What the operator does to one group: the actions work on the group that was chosen last. The empty name
/// stands for the clients without a group, which can be written to but not closed. Owner: the wiring of the
/// people.
class GroupActs final : public QObject {
    Q_OBJECT

public:
    /// All must outlive the acts; dialogs open over `window`.
    GroupActs(BrokerState& state, PeopleActions& actions, QWidget& window);

    /// Nothing: none is chosen.
    void choose(const std::optional<GroupName>& group);
    void openMenu(const GroupName& group, const QPoint& globalPosition);
    void message(const GroupName& group);

Q_SIGNALS:
    void messageWanted(const signalbox::Recipients& recipients);
    /// A term for the filter of the frames, as it is written there.
    void filterWanted(const QString& term, bool alone);

private:
    void update();
    void close();
    void remove();
    void showConversation();

    BrokerState& m_state;
    PeopleActions& m_actions;
    QWidget& m_window;
    std::optional<GroupName> m_group;
};

} // namespace signalbox::ui
