// SPDX-License-Identifier: GPL-3.0-or-later
// The main function of tests that run over the event dispatcher that workers have, where there is one.
#include "server/dispatch/worker_dispatcher.h"
#include "tests/support/test_registry.h"

#include <QtCore/QAbstractEventDispatcher>
#include <QtCore/QCoreApplication>

int main(int argc, char** argv)
{
    if (QAbstractEventDispatcher* const dispatcher = signalbox::dispatch::makeWorkerDispatcher()) {
        QCoreApplication::setEventDispatcher(dispatcher);
    }
    QCoreApplication application(argc, argv);
    return signalbox::tests::runRegisteredTests(QCoreApplication::arguments());
}
