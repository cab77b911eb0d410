// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/action_set.h"

#include "ui/widgets/line_icon.h"

#include <QtGui/QAction>

namespace signalbox::ui {

QAction* ActionSet::add(MenuPlace menu, const QString& text, const QList<QKeySequence>& keys,
                        const QString& icon)
{
    auto* action = new QAction(text, this);
    action->setShortcuts(keys);
    if (!icon.isEmpty()) {
        action->setIcon(lineIcon(icon));
        action->setIconVisibleInMenu(false);
    }
    m_entries.append({menu, action, {}});
    return action;
}

QAction* ActionSet::addToSubmenu(MenuPlace menu, const QString& submenu, const QString& text,
                                 const QList<QKeySequence>& keys)
{
    QAction* action = add(menu, text, keys);
    m_entries.last().submenu = submenu;
    return action;
}

void ActionSet::addSeparator(MenuPlace menu)
{
    m_entries.append({menu, nullptr, {}});
}

} // namespace signalbox::ui
