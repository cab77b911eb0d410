// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"

#include <QtCore/QFileInfo>
#include <QtTest/QTest>

#include <cstdio>

namespace signalbox::tests {

std::vector<RegisteredTest>& registeredTests()
{
    static std::vector<RegisteredTest> tests;
    return tests;
}

Registration::Registration(const char* file, std::function<std::unique_ptr<QObject>()> make)
{
    registeredTests().push_back({QFileInfo(QString::fromUtf8(file)).baseName().toUtf8(), std::move(make)});
}

int runRegisteredTests(QStringList arguments)
{
    const QString wanted = arguments.size() > 1 ? arguments.takeAt(1) : QString();
    int failures = 0;
    bool found = false;
    for (const RegisteredTest& test : registeredTests()) {
        if (wanted.isEmpty() || wanted.toUtf8() == test.name) {
            found = true;
            failures += QTest::qExec(test.make().get(), arguments);
        }
    }
    if (!found) {
        std::fprintf(stderr, "no test file is named %s\n", qPrintable(wanted));
        return 2;
    }
    return failures == 0 ? 0 : 1;
}

} // namespace signalbox::tests
