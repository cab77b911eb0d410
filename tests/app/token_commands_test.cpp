// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/token_commands.h"

#include "server/core/random_token.h"
#include "tests/support/test_registry.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::app;

class TokenCommandsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheSameAndRotatesToAnother()
    {
        const QTemporaryDir folder;
        const CommandOutput first = runTokenCommand(Task::ShowToken, folder.path());
        QCOMPARE(first.status, ExitStatus::Success);
        QVERIFY(isRandomToken(first.standardOutput.trimmed()));
        QCOMPARE(runTokenCommand(Task::ShowToken, folder.path()).standardOutput, first.standardOutput);
        const CommandOutput rotated = runTokenCommand(Task::RotateToken, folder.path());
        QVERIFY(rotated.standardOutput != first.standardOutput);
        QCOMPARE(runTokenCommand(Task::ShowToken, folder.path()).standardOutput, rotated.standardOutput);
    }

    void failsWithoutAFolder()
    {
        const CommandOutput output = runTokenCommand(Task::ShowToken, {});
        QCOMPARE(output.status, ExitStatus::Failure);
        QVERIFY(output.standardOutput.isEmpty() && !output.standardError.isEmpty());
    }
};

SIGNALBOX_TEST(TokenCommandsTest)
#include "token_commands_test.moc"
