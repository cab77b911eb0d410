// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/group_acts.h"

#include "ui/dialogs/close_group_dialog.h"
#include "ui/dialogs/remove_group_dialog.h"
#include "ui/format/client_words.h"
#include "ui/format/plain.h"
#include "ui/models/broker_state.h"
#include "ui/widgets/people_actions.h"

#include <QtGui/QAction>
#include <QtWidgets/QMenu>
#include <QtWidgets/QWidget>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

GroupActs::GroupActs(BrokerState& state, PeopleActions& actions, QWidget& window)
    : m_state(state)
    , m_actions(actions)
    , m_window(window)
{
    connect(m_actions.messageGroup, &QAction::triggered, this,
            [this] { message(m_group.value_or(GroupName())); });
    connect(m_actions.groupConversation, &QAction::triggered, this, &GroupActs::showConversation);
    connect(m_actions.closeGroup, &QAction::triggered, this, &GroupActs::close);
    connect(m_actions.removeGroup, &QAction::triggered, this, &GroupActs::remove);
    connect(&m_state, &BrokerState::populationChanged, this, &GroupActs::update);
    update();
}

void GroupActs::choose(const std::optional<GroupName>& group)
{
    m_group = group;
    update();
}

void GroupActs::update()
{
    const bool isThere = m_group && m_state.groups().memberCount(*m_group) > 0 &&
                         !m_state.groups().isFilter(*m_group); // nothing is sent to one
    m_actions.messageGroup->setEnabled(isThere);
    for (QAction* action : {m_actions.groupConversation, m_actions.closeGroup, m_actions.removeGroup}) {
        action->setEnabled(isThere && !m_group->isEmpty());
    }
}

void GroupActs::openMenu(const GroupName& group, const QPoint& globalPosition)
{
    choose(group);
    QMenu menu;
    QAction* title =
        menu.addAction(plainMenuText(group.isEmpty()                    ? noGroupText()
                                     : m_state.groups().isFilter(group) ? topicFilterText(group)
                                                                        : plainName(group.bytes())));
    title->setEnabled(false);
    menu.addSeparator();
    menu.addActions({m_actions.messageGroup, m_actions.groupConversation});
    menu.addSeparator();
    menu.addActions({m_actions.removeGroup, m_actions.closeGroup});
    menu.exec(globalPosition);
}

void GroupActs::message(const GroupName& group)
{
    if (group.isEmpty()) {
        Q_EMIT messageWanted({}); // without recipients: the default group
    } else {
        Q_EMIT messageWanted({{RecipientType::Group, group.bytes()}});
    }
}

void GroupActs::close()
{
    if (m_group) {
        auto* dialog = new CloseGroupDialog(m_state.commands(), *m_group,
                                            m_state.groups().memberCount(*m_group), &m_window);
        dialog->open();
    }
}

void GroupActs::remove()
{
    if (m_group) {
        auto* dialog = new RemoveGroupDialog(m_state.commands(), *m_group,
                                             m_state.groups().memberCount(*m_group), &m_window);
        dialog->open();
    }
}

void GroupActs::showConversation()
{
    if (m_group) {
        Q_EMIT filterWanted(u"to:\"group "_s + m_group->text() + u'"', true);
    }
}

} // namespace signalbox::ui
