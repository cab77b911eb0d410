// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/action_set.h"

namespace signalbox::ui {

/// What concerns the program itself. How to add one is said at ActionSet.
class ProgramActions final : public ActionSet {
    Q_OBJECT

public:
    explicit ProgramActions(QObject* parent = nullptr);

    QAction* quit;
    QAction* shortcuts;
    QAction* about;
};

} // namespace signalbox::ui
