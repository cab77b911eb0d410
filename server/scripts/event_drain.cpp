// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/scripts/event_drain.h"

namespace signalbox::scripts {

namespace {

// QCoreApplication keeps references to both.
int argumentCount = 1;
char programName[] = "signalbox";
char* argumentValues[] = {programName, nullptr};

} // namespace

EventDrain::EventDrain()
    : QCoreApplication(argumentCount, argumentValues)
{
}

void EventDrain::drain()
{
    quint64 before = 0;
    do {
        before = m_delivered;
        sendPostedEvents();
    } while (m_delivered != before);
}

bool EventDrain::notify(QObject* receiver, QEvent* event)
{
    ++m_delivered;
    return QCoreApplication::notify(receiver, event);
}

} // namespace signalbox::scripts
