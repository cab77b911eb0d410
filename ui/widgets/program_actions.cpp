// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/program_actions.h"

#include "ui/dialogs/closing_dialog.h"

#include <QtGui/QAction>
#include <QtGui/QActionGroup>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

ProgramActions::ProgramActions(QObject* parent)
    : ActionSet(parent)
    , closing(new QActionGroup(this))
    , showWindow(add(MenuPlace::File, tr("&Show the window")))
    , closeWindow(
          add(MenuPlace::File, tr("&Close the window"), {QKeySequence(Qt::CTRL | Qt::Key_W)}, u"close"_s))
    , quit(add(MenuPlace::File, tr("&Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)}, u"quit"_s))
    , shortcuts(add(MenuPlace::Help, tr("&Keyboard shortcuts"), {QKeySequence(Qt::Key_F1)}, u"keyboard"_s))
    , about(add(MenuPlace::Help, tr("&About Signalbox"), {}, u"information"_s))
{
    const QList<std::pair<QString, ClosingChoice>> choices{
        {tr("&Ask what is to become of clients"), ClosingChoice::Ask},
        {tr("&Quit, clients or not"), ClosingChoice::Quit},
        {tr("&Keep serving while there are clients"), ClosingChoice::KeepServing}};
    for (const auto& [text, choice] : choices) {
        QAction* action =
            closing->addAction(addToSubmenu(MenuPlace::File, tr("&When the window closes"), text));
        action->setCheckable(true);
        action->setData(QVariant::fromValue(choice));
        action->setChecked(choice == ClosingChoice::Ask);
    }
}

} // namespace signalbox::ui
