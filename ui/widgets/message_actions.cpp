// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/message_actions.h"

#include <QtGui/QAction>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

MessageActions::MessageActions(QObject* parent)
    : ActionSet(parent)
    , newMessage(add(MenuPlace::Message, tr("&New message"), {QKeySequence(Qt::CTRL | Qt::Key_N)}, u"plus"_s))
    , send(add(MenuPlace::Message, tr("&Send"),
               {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)}, u"send"_s))
    , cancelSend(add(MenuPlace::Message, tr("&Cancel sending")))
    , format(add(MenuPlace::Message, tr("&Format JSON"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)}))
    , chooseFile(add(MenuPlace::Message, tr("Send the bytes of a f&ile …")))
    , templates(add(MenuPlace::Message, tr("&Templates"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T)}))
    , history(add(MenuPlace::Message, tr("&History"), {QKeySequence(Qt::CTRL | Qt::Key_H)}))
    , fold(
          add(MenuPlace::Message, tr("F&old the composer"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M)}))
    , sendAgain(add(MenuPlace::Message, tr("Send &again"),
                    {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return),
                     QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Enter)}))
    , copyReceipt(add(MenuPlace::Message, tr("Copy the &receipt as text")))
    , copyReceiptAsJson(add(MenuPlace::Message, tr("Copy the receipt as &JSON")))
    , holdMany(add(MenuPlace::Tools, tr("&Hold messages to ten clients or more for 5 s")))
{
    fold->setCheckable(true);
    holdMany->setCheckable(true);
    holdMany->setChecked(true);
}

} // namespace signalbox::ui
