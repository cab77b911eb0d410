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
    QAction* showConversation;
    QList<QAction*> applyFilter;   ///< the data of each is a filter::Composition
    QList<QAction*> prepareFilter; ///< likewise
    QAction* keepFilter;
    QAction* colourRules;
    QList<QAction*> filterTo;  ///< the data of each is a filter::Field
    QList<QAction*> filterOut; ///< likewise
    QAction* rangeFromHere;
    QAction* rangeToHere;
    QAction* copyRow;
    QAction* copyPayload;
    QAction* copyJson;
    QAction* copyHex;
    QAction* copyCurl;
    QAction* markFrame;
    QAction* ignoreFrame;
    QAction* timeReference;
    QAction* pause; ///< checkable
    QAction* follow;
    QAction* clearList;
    QAction* goToFrame;
    QAction* nextMatch;
    QAction* previousMatch;
    QAction* nextFrame;
    QAction* previousFrame;
    QAction* nextInConversation;
    QAction* previousInConversation;
    QAction* goToRelated; ///< from a message to the request it came with or the call it made, and back
    QAction* nextMark;
    QAction* previousMark;

private:
    [[nodiscard]] QList<QAction*> addFields(const QString& submenu);
    [[nodiscard]] QList<QAction*> addCompositions(const QString& submenu);
};

} // namespace signalbox::ui
