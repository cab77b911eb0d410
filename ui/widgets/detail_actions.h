// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/action_set.h"

namespace signalbox::ui {

/// What can be asked about the selected frame. How to add one is said at ActionSet.
class DetailActions final : public ActionSet {
    Q_OBJECT

public:
    explicit DetailActions(QObject* parent = nullptr);

    QAction* whoGotThis;
    QAction* whyNot;
    QAction* nextBytes;
};

} // namespace signalbox::ui
