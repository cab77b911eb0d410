// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/mailbox_waker.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QEvent>

namespace signalbox {

MailboxWaker::MailboxWaker(std::function<void()> drain)
    : m_drain(std::move(drain))
{
}

void MailboxWaker::wake()
{
    QCoreApplication::postEvent(this, new QEvent(QEvent::User));
}

bool MailboxWaker::event(QEvent* event)
{
    if (event->type() != QEvent::User) {
        return QObject::event(event);
    }
    m_drain();
    return true;
}

} // namespace signalbox
