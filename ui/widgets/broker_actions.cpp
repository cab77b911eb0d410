// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/broker_actions.h"

#include <QtGui/QAction>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

BrokerActions::BrokerActions(QObject* parent)
    : ActionSet(parent)
    , startListening(
          add(MenuPlace::Broker, tr("&Listen"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)}, u"play"_s))
    , stopListening(add(MenuPlace::Broker, tr("&Stop listening"), {}, u"stop"_s))
    , copyUrl(add(MenuPlace::Broker, tr("Copy the &URL"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U)},
                  u"copy"_s))
    , openDemo(add(MenuPlace::Broker, tr("Open the &demo page"), {}, u"external"_s))
{
}

} // namespace signalbox::ui
