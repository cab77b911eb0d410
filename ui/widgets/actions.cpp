// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/actions.h"

namespace signalbox::ui {

QList<const ActionSet*> Actions::sets() const
{
    return {&program, &frames, &detail, &message, &broker, &people, &services, &view};
}

QList<QAction*> Actions::all() const
{
    QList<QAction*> actions;
    for (const ActionSet* set : sets()) {
        for (const ActionSet::Entry& entry : set->entries()) {
            if (entry.action != nullptr) {
                actions += entry.action;
            }
        }
    }
    return actions;
}

} // namespace signalbox::ui
