// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QObject>
#include <QtCore/QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace signalbox::tests {

/// One test class of an executable, known by the name of its file.
struct RegisteredTest {
    QByteArray name;
    std::function<std::unique_ptr<QObject>()> make;
};

std::vector<RegisteredTest>& registeredTests();

struct Registration {
    Registration(const char* file, std::function<std::unique_ptr<QObject>()> make);
};

/// Runs the test file that the first argument names, or all of them; what main() returns.
[[nodiscard]] int runRegisteredTests(QStringList arguments);

} // namespace signalbox::tests

/// Stands once at the end of each test file, before its .moc include.
#define SIGNALBOX_TEST(Class)                                                                                \
    static const signalbox::tests::Registration registration##Class(                                         \
        __FILE__, [] { return std::make_unique<Class>(); });
