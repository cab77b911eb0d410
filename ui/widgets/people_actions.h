// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/action_set.h"

namespace signalbox::ui {

/// What can be done with clients and groups. How to add one is said at ActionSet.
class PeopleActions final : public ActionSet {
    Q_OBJECT

public:
    explicit PeopleActions(QObject* parent = nullptr);

    // With the client that was chosen last.
    QAction* messageClient;
    QAction* whyNot;
    QAction* showCard;
    QAction* clientConversation;
    QAction* filterToClient;
    QAction* filterNotClient;
    QAction* joinGroup;
    QAction* leaveGroup; ///< has a menu of its groups
    QAction* muteClient;
    QAction* unmuteClient;
    QAction* copyClientId;
    QAction* disconnectClient; ///< its key works in lists of clients alone

    // With the group that was chosen last.
    QAction* messageGroup;
    QAction* groupConversation;
    QAction* removeGroup;
    QAction* closeGroup;

    QAction* connectTestClients;
    QAction* connectSampleClients; ///< two that talk and one that is slow
    QAction* disconnectTestClients;

    /// Those that need a client.
    [[nodiscard]] QList<QAction*> forOneClient() const;
};

} // namespace signalbox::ui
