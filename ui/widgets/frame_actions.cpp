// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/frame_actions.h"

#include "server/filter/composition.h"
#include "server/filter/field.h"

#include <QtGui/QAction>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

FrameActions::FrameActions(QObject* parent)
    : ActionSet(parent)
    , find(add(MenuPlace::Edit, tr("&Filter frames"),
               {QKeySequence(Qt::CTRL | Qt::Key_F), QKeySequence(Qt::CTRL | Qt::Key_Slash)}, u"search"_s))
    , clearFilter(add(MenuPlace::Edit, tr("Cl&ear filter"), {QKeySequence(Qt::Key_Escape)}))
    , showConversation(add(MenuPlace::Edit, tr("Show the con&versation")))
    , applyFilter(addCompositions(tr("&Apply as filter")))
    , prepareFilter(addCompositions(tr("Pre&pare as filter")))
    , keepFilter(add(MenuPlace::Edit, tr("Keep this filter …")))
    , colourRules(add(MenuPlace::View, tr("Colour rules …")))
    , filterTo(addFields(tr("Filter &to this")))
    , filterOut(addFields(tr("&Not this")))
    , rangeFromHere(add(MenuPlace::Edit, tr("Select the range from &here")))
    , rangeToHere(add(MenuPlace::Edit, tr("Select the range t&o here")))
    , copyRow(add(MenuPlace::Edit, tr("&Copy the row"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)},
                  u"copy"_s))
    , copyPayload(add(MenuPlace::Edit, tr("Copy the pay&load")))
    , copyJson(add(MenuPlace::Edit, tr("Copy as &JSON")))
    , copyHex(add(MenuPlace::Edit, tr("Copy as he&x")))
    , copyCurl(add(MenuPlace::Edit, tr("Copy as c&url")))
    , markFrame(add(MenuPlace::Edit, tr("&Mark"), {QKeySequence(Qt::CTRL | Qt::Key_M)}))
    , ignoreFrame(add(MenuPlace::Edit, tr("&Ignore"), {QKeySequence(Qt::CTRL | Qt::Key_D)}))
    , timeReference(
          add(MenuPlace::Edit, tr("Count the time from he&re"), {QKeySequence(Qt::CTRL | Qt::Key_T)}))
    , pause(add(MenuPlace::View, tr("&Pause"), {QKeySequence(Qt::CTRL | Qt::Key_P)}, u"pause"_s))
    , follow(add(MenuPlace::View, tr("Follow the &newest frame"), {QKeySequence(Qt::CTRL | Qt::Key_End)},
                 u"arrow-down"_s))
    , clearList(add(MenuPlace::View, tr("C&lear the list"), {QKeySequence(Qt::CTRL | Qt::Key_L)}, u"clear"_s))
    , goToFrame(add(MenuPlace::Go, tr("G&o to a frame …"), {QKeySequence(Qt::CTRL | Qt::Key_G)}))
    , nextMatch(add(MenuPlace::Go, tr("Next ma&tch"), {QKeySequence(Qt::Key_F3)}))
    , previousMatch(add(MenuPlace::Go, tr("Previous match"), {QKeySequence(Qt::SHIFT | Qt::Key_F3)}))
    , nextFrame(add(MenuPlace::Go, tr("&Next frame"), {QKeySequence(Qt::Key_F8)}, u"next"_s))
    , previousFrame(add(MenuPlace::Go, tr("&Previous frame"), {QKeySequence(Qt::Key_F7)}, u"previous"_s))
    , nextInConversation(
          add(MenuPlace::Go, tr("Next in the con&versation"), {QKeySequence(Qt::CTRL | Qt::Key_Period)}))
    , previousInConversation(
          add(MenuPlace::Go, tr("Previous in the conv&ersation"), {QKeySequence(Qt::CTRL | Qt::Key_Comma)}))
    , goToRelated(add(MenuPlace::Go, tr("Message or re&quest"), {QKeySequence(Qt::CTRL | Qt::Key_J)}))
    , nextMark(add(MenuPlace::Go, tr("Next mar&k"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)}))
    , previousMark(add(MenuPlace::Go, tr("Previous m&ark"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B)}))
{
    pause->setCheckable(true);
}

QList<QAction*> FrameActions::addFields(const QString& submenu)
{
    QList<QAction*> actions;
    const QList<std::pair<QString, filter::Field>> fields{{tr("&From"), filter::Field::From},
                                                          {tr("&To"), filter::Field::To},
                                                          {tr("&Action"), filter::Field::Action},
                                                          {tr("&Opcode"), filter::Field::Type}};
    for (const auto& [text, field] : fields) {
        actions += addToSubmenu(MenuPlace::Edit, submenu, text);
        actions.last()->setData(QVariant::fromValue(field));
    }
    return actions;
}

QList<QAction*> FrameActions::addCompositions(const QString& submenu)
{
    using filter::Composition;
    const QList<std::pair<QString, Composition>> compositions{
        {tr("&Selected"), Composition::Selected},
        {tr("&Not selected"), Composition::NotSelected},
        {tr("… &and selected"), Composition::AndSelected},
        {tr("… &or selected"), Composition::OrSelected},
        {tr("… and not s&elected"), Composition::AndNotSelected},
        {tr("… or not se&lected"), Composition::OrNotSelected}};
    QList<QAction*> actions;
    for (const auto& [text, composition] : compositions) {
        actions.append(addToSubmenu(MenuPlace::Edit, submenu, text));
        actions.last()->setData(QVariant::fromValue(composition));
    }
    return actions;
}

} // namespace signalbox::ui
