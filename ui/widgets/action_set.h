// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtGui/QKeySequence>

class QAction;

namespace signalbox::ui {

/// The menus of the menu bar, from left to right.
enum class MenuPlace { File, Edit, View, Go, Broker, Message, Tools, Help };

/// The actions of one area of the window. To add one: a member in the area's class and one `add()` in its
/// constructor, which names the menu, the words, the keys and the icon; the menu bar, the list of keys and
/// the command palette have it then. Whoever does it connects to `triggered` in the area's wiring. Owner:
/// Actions.
class ActionSet : public QObject {
    Q_OBJECT

public:
    /// One line of a menu.
    struct Entry {
        MenuPlace menu;
        QAction* action; ///< null: a line between
        QString submenu; ///< the title of the submenu that the action stands in; empty: none
    };

    using QObject::QObject;

    [[nodiscard]] const QList<Entry>& entries() const { return m_entries; }

protected:
    /// `icon` names a file in resources/icons.
    QAction* add(MenuPlace menu, const QString& text, const QList<QKeySequence>& keys = {},
                 const QString& icon = {});
    /// Neighbours with the same `submenu` share one.
    QAction* addToSubmenu(MenuPlace menu, const QString& submenu, const QString& text,
                          const QList<QKeySequence>& keys = {});
    void addSeparator(MenuPlace menu);

private:
    QList<Entry> m_entries;
};

} // namespace signalbox::ui
