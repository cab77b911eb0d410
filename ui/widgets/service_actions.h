// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/action_set.h"

namespace signalbox::ui {

/// What can be done with services. How to add one is said at ActionSet.
class ServiceActions final : public ActionSet {
    Q_OBJECT

public:
    explicit ServiceActions(QObject* parent = nullptr);

    // With the service that was chosen last.
    QAction* enable;
    QAction* disable;
    QAction* reload;
    QAction* openFile; ///< with the editor of the system; of a broker in this process alone
    QAction* copyLog;

    QAction* openFolder; ///< of a broker in this process alone
    QAction* addExample; ///< asks which
};

} // namespace signalbox::ui
