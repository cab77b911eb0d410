// SPDX-License-Identifier: GPL-3.0-or-later
// The main function of a test executable that has none of its own.
#include "tests/support/test_registry.h"

#include <QtCore/QCoreApplication>

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    return signalbox::tests::runRegisteredTests(QCoreApplication::arguments());
}
