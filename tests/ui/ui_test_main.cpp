// SPDX-License-Identifier: GPL-3.0-or-later
// The window's tests need a QApplication.
#include "tests/support/test_registry.h"

#include <QtWidgets/QApplication>

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    return signalbox::tests::runRegisteredTests(QCoreApplication::arguments());
}
