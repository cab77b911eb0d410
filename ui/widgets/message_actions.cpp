// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/message_actions.h"

#include <QtGui/QAction>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

MessageActions::MessageActions(QObject* parent)
    : ActionSet(parent)
    , newMessage(add(MenuPlace::Message, tr("&New message"), {QKeySequence(Qt::CTRL | Qt::Key_N)}))
    , send(add(MenuPlace::Message, tr("&Send"),
               {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)}, u"send"_s))
{
}

} // namespace signalbox::ui
