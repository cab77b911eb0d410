// SPDX-License-Identifier: GPL-3.0-or-later
// The process, server/scripts/script_host.cpp and what it is made of (plugin.cpp, host_channel_unix.cpp,
// event_drain.cpp, script_bridge.cpp): starts, loads, calls, waits, ends.
#include "tests/scripts/script_process.h"
#include "tests/support/test_registry.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <sys/socket.h>
#include <unistd.h>

using namespace signalbox;
using namespace signalbox::services;
using namespace signalbox::tests;
using namespace Qt::StringLiterals;

class ScriptHostTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void echoes()
    {
        ScriptProcess script;
        const auto declared = script.load("service({ basePath: 'echo', upgradePath: '/ws/',\n"
                                          "  onTextMessage(client, text) { client.sendText(text); } });");
        QVERIFY2(declared.has_value(), qPrintable(script.loadError().message));
        QCOMPARE(declared->basePath, QByteArray("/echo"));
        QCOMPARE(declared->upgradePath, QByteArray("/ws"));
        QCOMPARE(declared->handlers, QList<QByteArray>{"onTextMessage"});
        const auto open = script.call(opened(1)); // no handler: done at once
        QVERIFY(open && !open->error && script.acts().isEmpty());
        const auto done = script.call(textCame(1, "gr\xC3\xBC\xC3\x9F"));
        QVERIFY(done && !done->error && !done->response);
        QCOMPARE(script.acts(), QStringList{u"send c1 grüß"_s});
    }

    void endsWhenTheBrokerIsGone()
    {
        ScriptProcess script;
        QVERIFY(script.load("service({ basePath: 'a', upgradePath: 'b' })"));
        script.closeSocket();
        QVERIFY(script.process().waitForFinished());
        QCOMPARE(script.process().exitStatus(), QProcess::NormalExit);
        QCOMPARE(script.process().exitCode(), 0);
    }

    void saysWhoStartsItWhenStartedByHand()
    {
        QProcess process;
        process.setChildProcessModifier([] { ::close(3); });
        process.start(QStringLiteral(SIGNALBOX_EXECUTABLE), {u"--script-host"_s});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 1);
        QCOMPARE(process.readAllStandardError(),
                 QByteArray("signalbox: --script-host is for the broker, which starts it by itself for each "
                            "service\n"));
    }

    void saysSoWithoutThePlugin()
    {
        const QTemporaryDir folder; // beside which there is none
        const QString copy = folder.filePath(u"signalbox"_s);
        QVERIFY(QFile::copy(QStringLiteral(SIGNALBOX_EXECUTABLE), copy));
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LD_LIBRARY_PATH"_s, QStringLiteral(SIGNALBOX_LIBRARY_DIR));
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setChildProcessModifier([] {
            int pair[2] = {-1, -1};
            (void)::socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
            ::dup2(pair[0], 3);
        });
        process.start(copy, {u"--script-host"_s});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 1);
        QCOMPARE(process.readAllStandardError(),
                 QByteArray("signalbox: services cannot run: this installation has none "
                            "(libsignalbox-scripts.so)\n"));
    }

    void waitsForTheAnswerToWhatMayFail()
    {
        ScriptProcess script;
        QVERIFY(script.load("service({ basePath: 'a', upgradePath: 'b', onTextMessage(client, text) {\n"
                            "  try { addConnectionToGroup(text); pushText('in'); }\n"
                            "  catch (e) { pushText(e.message); } } })"));
        QVERIFY(script.call(opened(1)));
        QVERIFY(script.call(textCame(1, "even")));
        QCOMPARE(script.acts(), (QStringList{u"? add c1 even"_s, u"send c1 in"_s}));
        QVERIFY(script.call(textCame(1, "even"), {u"too many groups"_s}));
        QCOMPARE(script.acts(), (QStringList{u"? add c1 even"_s, u"send c1 too many groups"_s}));
    }

    void saysWhereAHandlerThrew()
    {
        ScriptProcess script;
        QVERIFY(script.load("service({ basePath: 'a', upgradePath: 'b',\n"
                            "  onTextMessage(client, text) {\n    fail(text);\n  } });\n"
                            "function fail(text) {\n  pushText(5);\n}",
                            u"my chat.js"_s));
        QVERIFY(script.call(opened(1)));
        const auto done = script.call(textCame(1, "x"));
        QVERIFY(done && done->error);
        QCOMPARE(done->error->message, u"TypeError: pushText: the text is a number, not a string"_s);
        QCOMPARE(done->error->file, u"my chat.js"_s);
        QCOMPARE(done->error->line, 6);
        QCOMPARE(done->error->stack, u"fail@my chat.js:6\nonTextMessage@my chat.js:3"_s);
    }
};

SIGNALBOX_TEST(ScriptHostTest)
#include "script_host_test.moc"
