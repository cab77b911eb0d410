// SPDX-License-Identifier: GPL-3.0-or-later
// Walks the window and its dialogs as a screen reader does.
#include "tests/support/manual_clock.h"
#include "tests/support/test_link.h"
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/dialogs/close_group_dialog.h"
#include "ui/dialogs/closing_dialog.h"
#include "ui/dialogs/command_palette.h"
#include "ui/dialogs/disconnect_dialog.h"
#include "ui/dialogs/join_group_dialog.h"
#include "ui/dialogs/mute_dialog.h"
#include "ui/dialogs/remove_group_dialog.h"
#include "ui/dialogs/shortcuts_dialog.h"
#include "ui/dialogs/test_clients_dialog.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/main_window.h"
#include "ui/widgets/recipient_editor.h"
#include "ui/widgets/window_layouts.h"

#include <QtGui/QAccessible>
#include <QtTest/QtTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTabWidget>

using namespace signalbox;
using namespace signalbox::tests;
using namespace signalbox::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 40;

/// Reached through the whole that it is part of.
bool isInner(const QWidget* widget)
{
    return widget->objectName().startsWith("qt_"_L1) ||
           qobject_cast<const QComboBox*>(widget->parentWidget()) != nullptr ||
           qobject_cast<const QTabBar*>(widget) != nullptr ||
           qobject_cast<const QTabWidget*>(widget) != nullptr ||
           qobject_cast<const QMenuBar*>(widget) != nullptr;
}

/// What can have the focus and does not say what it is.
void collectNameless(QAccessibleInterface* part, QStringList& nameless, int& seen, int depth = 0)
{
    if (part == nullptr || !part->isValid() || depth > deepest) {
        return;
    }
    const auto* widget = qobject_cast<const QWidget*>(part->object());
    if (widget != nullptr && (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isVisible() &&
        !isInner(widget)) {
        ++seen;
        if (part->text(QAccessible::Name).isEmpty()) {
            nameless += QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
        }
    }
    const bool isTable = part->tableInterface() != nullptr; // its cells are the model's
    for (int child = 0; !isTable && child < part->childCount(); ++child) {
        collectNameless(part->child(child), nameless, seen, depth + 1);
    }
}

} // namespace

class AccessibilityTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<MainWindow>(m_link, link::WindowOptions{});
        m_link.emitEvent(
            link::ListenersChanged{{{"ws://127.0.0.1:5210", true, {}, {}}}, "ws://127.0.0.1:5210"});
        m_link.emitEvent(link::ClientsChanged{{client(3, "ann", {"red"})}});
        m_link.emitEvent(link::FramesCaptured{frames(1, 5)});
        m_window->composer().recipients().setRecipients({{RecipientType::Group, "red"}});
        m_window->show();
    }
    void cleanup() { m_window.reset(); }

    void everythingInTheWindowSaysWhatItIs()
    {
        verifyNames(*m_window, 8);
        m_window->layouts().toggle();
        verifyNames(*m_window, 8);
    }

    void everythingInTheDialogsSaysWhatItIs()
    {
        DisconnectDialog disconnect(m_window->state().commands(), ClientId(3), u"ann"_s);
        ShortcutsDialog shortcuts(m_window->actions().all());
        CommandPalette palette(m_window->actions().all());
        ClosingDialog closing(3, ClosingDialog::Hiding::Tray);
        const GroupName red = GroupName::trusted("red");
        CommandSender& commands = m_window->state().commands();
        CloseGroupDialog closeGroup(commands, red, 4);
        RemoveGroupDialog removeGroup(commands, red, 4);
        JoinGroupDialog join(commands, ClientId(3), u"ann"_s, {u"red"_s});
        const ManualClock clock;
        MuteDialog mute(commands, ClientId(3), u"ann"_s, clock);
        TestClientsDialog testClients(commands, {u"red"_s});
        for (QDialog* dialog :
             std::initializer_list<QDialog*>{&disconnect, &shortcuts, &palette, &closing, &closeGroup,
                                             &removeGroup, &join, &mute, &testClients}) {
            dialog->setAttribute(Qt::WA_DeleteOnClose, false);
            dialog->show();
            verifyNames(*dialog, 2);
            QVERIFY(!dialog->windowTitle().isEmpty());
            dialog->close();
        }
    }

    void everyTabSaysWhatItIsAndWhatItHolds()
    {
        int pages = 0;
        for (QTabWidget* tabs : m_window->findChildren<QTabWidget*>()) {
            for (int page = 0; page < tabs->count(); ++page) {
                QVERIFY(!tabs->tabText(page).isEmpty());
                tabs->setTabVisible(page, true);
                tabs->setCurrentIndex(page);
                verifyNames(*tabs->widget(page), 0);
                ++pages;
            }
        }
        QVERIFY2(pages >= 6, qPrintable(QString::number(pages)));
    }

    void tabGoesThroughEverythingAndComesBack()
    {
        QSet<const QWidget*> reached;
        m_window->activateWindow();
        QWidget* start = m_window->focusWidget();
        for (QWidget* widget = m_window->nextInFocusChain(); !reached.contains(widget);
             widget = widget->nextInFocusChain()) {
            reached.insert(widget);
        }
        QVERIFY(start == nullptr || reached.contains(start));
        for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
            QVERIFY2((widget->focusPolicy() & Qt::TabFocus) == 0 || widget->isWindow() ||
                         widget->window() != m_window.get() || reached.contains(widget),
                     widget->metaObject()->className());
        }
    }

private:
    static void verifyNames(QWidget& root, int atLeast)
    {
        QStringList nameless;
        int seen = 0;
        collectNameless(QAccessible::queryAccessibleInterface(&root), nameless, seen);
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u", "_s)));
        QVERIFY2(seen >= atLeast, qPrintable(QString::number(seen)));
    }

    TestLink m_link;
    std::unique_ptr<MainWindow> m_window;
};

SIGNALBOX_TEST(AccessibilityTest)
#include "accessibility_test.moc"
