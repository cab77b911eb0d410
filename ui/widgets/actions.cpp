// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/actions.h"

#include "ui/widgets/appearance.h"
#include "ui/widgets/line_icon.h"

#include <QtGui/QAction>
#include <QtGui/QActionGroup>
#include <QtGui/QKeySequence>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

Actions::Actions(QObject* parent)
    : QObject(parent)
    , quit(add(tr("&Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)}))
    , find(add(tr("&Filter frames"),
               {QKeySequence(Qt::CTRL | Qt::Key_F), QKeySequence(Qt::CTRL | Qt::Key_Slash)}, u"search"_s))
    , clearFilter(add(tr("Clear &filter"), {QKeySequence(Qt::Key_Escape)}))
    , copyRow(add(tr("&Copy the row"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)}, u"copy"_s))
    , pause(add(tr("&Pause"), {QKeySequence(Qt::CTRL | Qt::Key_P)}, u"pause"_s))
    , clearList(add(tr("C&lear the list"), {QKeySequence(Qt::CTRL | Qt::Key_L)}, u"clear"_s))
    , follow(add(tr("Follow the &newest frame"), {QKeySequence(Qt::CTRL | Qt::Key_End)}, u"arrow-down"_s))
    , resetLayout(add(tr("&Reset layout")))
    , themes(new QActionGroup(this))
    , nextFrame(add(tr("&Next frame"), {QKeySequence(Qt::Key_F8)}))
    , previousFrame(add(tr("&Previous frame"), {QKeySequence(Qt::Key_F7)}))
    , goToClients(add(tr("&Clients"), {QKeySequence(Qt::CTRL | Qt::Key_1)}))
    , goToGroups(add(tr("&Groups"), {QKeySequence(Qt::CTRL | Qt::Key_2)}))
    , goToFrames(add(tr("&Frames"), {QKeySequence(Qt::CTRL | Qt::Key_3)}))
    , goToComposer(add(tr("&Message"), {QKeySequence(Qt::CTRL | Qt::Key_4)}))
    , startListening(add(tr("&Listen"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)}, u"play"_s))
    , stopListening(add(tr("&Stop listening"), {}, u"stop"_s))
    , copyUrl(add(tr("&Copy the URL"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U)}, u"copy"_s))
    , openDemo(add(tr("Open the &demo page")))
    , disconnectClient(add(tr("&Disconnect the client …")))
    , newMessage(add(tr("&New message"), {QKeySequence(Qt::CTRL | Qt::Key_N)}))
    , send(add(tr("&Send"), {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)},
               u"send"_s))
    , shortcuts(add(tr("&Keyboard shortcuts"), {QKeySequence(Qt::Key_F1)}))
    , about(add(tr("&About Signalbox")))
{
    pause->setCheckable(true);
    const QList<std::pair<QString, ThemeChoice>> choices{{tr("As the &system"), ThemeChoice::System},
                                                         {tr("&Light"), ThemeChoice::Light},
                                                         {tr("&Dark"), ThemeChoice::Dark}};
    for (const auto& [text, choice] : choices) {
        QAction* action = themes->addAction(text);
        action->setCheckable(true);
        action->setData(QVariant::fromValue(choice));
        action->setChecked(choice == ThemeChoice::System);
    }
}

QAction* Actions::add(const QString& text, const QList<QKeySequence>& keys, const QString& icon)
{
    auto* action = new QAction(text, this);
    action->setShortcuts(keys);
    if (!icon.isEmpty()) {
        action->setIcon(lineIcon(icon));
        action->setIconVisibleInMenu(false);
    }
    return action;
}

QList<QAction*> Actions::all() const
{
    return findChildren<QAction*>(Qt::FindDirectChildrenOnly);
}

} // namespace signalbox::ui
