// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/action_set.h"

namespace signalbox::ui {

/// What can be done with the message that is being written, and with those that
/// were sent. How to add one is said at ActionSet.
class MessageActions final : public ActionSet {
    Q_OBJECT

public:
    explicit MessageActions(QObject* parent = nullptr);

    QAction* newMessage;
    QAction* send;
    QAction* cancelSend; ///< enabled, with Esc as its key, while there is something to cancel
    QAction* format;
    QAction* chooseFile;
    QAction* templates;
    QAction* history;
    QAction* fold; ///< checkable
    QAction* sendAgain;
    QAction* copyReceipt;
    QAction* copyReceiptAsJson;
    QAction* holdMany; ///< checkable
};

} // namespace signalbox::ui
