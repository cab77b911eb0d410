// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QObject>

class QAction;
class QActionGroup;

namespace signalbox::ui {

/// Everything that the window can be told to do, with its words and keys. Whoever does it connects to
/// `triggered`. Owner: the main window.
class Actions final : public QObject {
    Q_OBJECT

public:
    explicit Actions(QObject* parent = nullptr);

    QAction* quit;
    QAction* find;
    QAction* clearFilter;
    QAction* copyRow;
    QAction* pause; ///< checkable
    QAction* clearList;
    QAction* follow;
    QAction* resetLayout;
    QActionGroup* themes; ///< the data of each action is a ThemeChoice
    QAction* nextFrame;
    QAction* previousFrame;
    QAction* goToClients;
    QAction* goToGroups;
    QAction* goToFrames;
    QAction* goToComposer;
    QAction* startListening;
    QAction* stopListening;
    QAction* copyUrl;
    QAction* openDemo;
    QAction* disconnectClient;
    QAction* newMessage;
    QAction* send;
    QAction* shortcuts;
    QAction* about;

    /// All of them, for the list of keys.
    [[nodiscard]] QList<QAction*> all() const;

private:
    QAction* add(const QString& text, const QList<QKeySequence>& keys = {}, const QString& icon = {});
};

} // namespace signalbox::ui
