// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/action_set.h"

namespace signalbox::ui {

/// What can be done with the list of frames. How to add one is said at ActionSet.
class FrameActions final : public ActionSet {
    Q_OBJECT

public:
    explicit FrameActions(QObject* parent = nullptr);

    QAction* find;
    QAction* clearFilter;
    QAction* copyRow;
    QAction* pause; ///< checkable
    QAction* follow;
    QAction* clearList;
    QAction* nextFrame;
    QAction* previousFrame;
};

} // namespace signalbox::ui
