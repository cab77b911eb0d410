// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ids.h"
#include "server/core/recipient.h"
#include "ui/models/frame_steps.h"
#include "ui/widgets/frame_copies.h"

#include <QtCore/QObject>

#include <functional>

class QMenu;

namespace signalbox::ui {

class CommandSender;
class FrameActions;
class FrameFiltering;
class FramesModel;
class FramesView;

/// What can be done with the current row of the frames list, by keys and by its menu. What is done elsewhere
/// is said as a wish. Main thread.
class FrameActs final : public QObject {
    Q_OBJECT

public:
    /// What it acts on; all of it must outlive it.
    struct Parts {
        FramesView& view;
        FramesModel& model;
        FrameFiltering& filtering;
        CommandSender& commands;
        FrameActions& actions;
        std::function<QByteArray()> brokerUrl; ///< ws://127.0.0.1:5210; empty while it does not listen
    };

    explicit FrameActs(const Parts& parts, QObject* parent = nullptr);

    /// The menu of the current row.
    void fill(QMenu& menu);

Q_SIGNALS:
    void messageWanted(const signalbox::Recipients& recipients);
    void disconnectWanted(signalbox::ClientId client);
    void muteWanted(signalbox::ClientId client);
    /// Who got the message of the row with that number?
    void recipientsWanted(quint64 number);
    /// In words, when something could not be done.
    void failed(const QString& what);

private:
    void connectMarks();
    void connectFilter();
    void showMenu(const QPoint& position);
    void fillFilters(QMenu& menu);
    /// What the current cell fulfils; empty: nothing that a filter could say.
    [[nodiscard]] QString cellCondition() const;
    void fillClient(QMenu& menu);
    [[nodiscard]] ClientId followedClient() const;
    void stepInConversation(StepDirection direction);
    void go(const QModelIndex& index);
    void goToRelated();
    void setRangeEnd(bool isStart);

    Parts m_parts;
    FrameCopies m_copies;
    ClientId m_followed;       ///< whose conversation was stepped through
    quint64 m_followedRow = 0; ///< the row that the last step led to
};

} // namespace signalbox::ui
