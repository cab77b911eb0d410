// SPDX-License-Identifier: GPL-3.0-or-later
// server/scripts/process_limits_linux.cpp and what else holds a script that means harm, or is only wrong.
#include "server/scripts/process_limits.h"

#include "tests/scripts/script_process.h"
#include "tests/support/test_registry.h"

#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtTest/QTest>

#include <algorithm>
#include <csignal>

#include <sys/types.h>

using namespace signalbox;
using namespace signalbox::services;
using namespace signalbox::tests;
using namespace Qt::StringLiterals;

namespace {

QByteArray opening(const QByteArray& body)
{
    return "service({ basePath: 'a', upgradePath: 'b', onOpen(client) { " + body + " } })";
}

/// A number of kB in /proc/PID/status.
qint64 statusOf(qint64 process, const QByteArray& name)
{
    QFile file(u"/proc/%1/status"_s.arg(process));
    if (!file.open(QIODevice::ReadOnly)) {
        return -1;
    }
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith(name + ':')) {
            return line.sliced(name.size() + 1).simplified().split(' ').first().toLongLong();
        }
    }
    return -1;
}

QByteArray limitOf(qint64 process, const QByteArray& name)
{
    QFile file(u"/proc/%1/limits"_s.arg(process));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith(name)) {
            return line.sliced(name.size()).simplified().split(' ').first();
        }
    }
    return {};
}

} // namespace

class HostileScriptTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSystemEndsAnEndlessLoop()
    {
        ScriptProcess script({u"--cpu"_s, u"1"_s});
        QVERIFY(script.load(opening("for (;;) {}")));
        post(script);
        QVERIFY(script.process().waitForFinished(20'000));
        QCOMPARE(script.process().exitStatus(), QProcess::CrashExit);
        QCOMPARE(script.process().exitCode(), SIGXCPU);
    }

    void timeIsCountedForEachCall()
    {
        ScriptProcess script({u"--cpu"_s, u"1"_s});
        QVERIFY(script.load(opening("const end = Date.now() + 400; while (Date.now() < end);")));
        for (quint64 i = 1; i < 8; ++i) { // together more than a process of one second has
            QVERIFY(script.call(opened(i)));
        }
    }

    void itsParentCanEndIt()
    {
        ScriptProcess script;
        QVERIFY(script.load(opening("for (;;) {}")));
        post(script);
        script.process().kill();
        QVERIFY(script.process().waitForFinished());
    }

    void isLeftToItsParentByTheSignalsThatStopABroker()
    {
        ScriptProcess script;
        QVERIFY(script.load(opening("pushText('x')")));
        const auto process = static_cast<pid_t>(script.process().processId());
        for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
            QCOMPARE(::kill(process, signal), 0);
        }
        QVERIFY(script.call(opened(1)));
    }

    void throwingInEachHandlerHarmsNobody_data()
    {
        QTest::addColumn<int>("event");
        int place = 0;
        for (const char* name : {"onOpen", "onTextMessage", "onBinaryMessage", "onPong", "onIdleTimeout",
                                 "onError", "onClose", "resource"}) {
            QTest::newRow(name) << place++;
        }
    }
    void throwingInEachHandlerHarmsNobody()
    {
        QFETCH(const int, event);
        const ClientId one(1);
        const QList<to_script::What> events{
            opened(1),
            textCame(1, "x"),
            to_script::BinaryCame{one, "x"},
            to_script::PongCame{one, "x"},
            to_script::IdleTimedOut{one},
            to_script::Failed{one, u"x"_s},
            closed(1),
            requestCame({"GET", "/x"}, ScriptRequest{"GET", "/a/x", {}, {}, {}, {}}),
        };
        ScriptProcess script;
        QVERIFY(script.load("service({ basePath: 'a', upgradePath: 'b', idleTimeout: 1,\n"
                            "onOpen() { x1(); }, onTextMessage() { x1(); }, onBinaryMessage() { x1(); },\n"
                            "onPong() { x1(); }, onIdleTimeout() { x1(); }, onError() { x1(); },\n"
                            "onClose() { x1(); }, resources: { 'GET /x': () => x1() } });\n"
                            "function x1() { throw new Error('no'); }"));
        for (int round = 0; round < 2; ++round) {
            const auto done = script.call(events[event]);
            QVERIFY(done && done->error && !done->response);
            QCOMPARE(done->error->message, u"no"_s);
            QCOMPARE(done->error->line, 5);
        }
    }

    void memoryOverTheLimitEndsIt_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("objects") << QByteArray("const a = []; for (;;) a.push({ x: 1, y: [] });");
        QTest::newRow("a text") << QByteArray("let s = 'xxxxxxxx'; for (;;) s += s;");
        QTest::newRow("one text") << QByteArray("'x'.repeat(1000000000).length;");
    }
    void memoryOverTheLimitEndsIt()
    {
        QFETCH(const QByteArray, body);
        ScriptProcess script({u"--memory"_s, u"67108864"_s, u"--cpu"_s, u"30"_s});
        QVERIFY(script.load(opening(body)));
        QElapsedTimer timer;
        timer.start();
        post(script);
        qint64 most = 0;
        while (!script.process().waitForFinished(20) && timer.elapsed() < 20'000) {
            most = std::max(most, statusOf(script.process().processId(), "VmHWM"));
        }
        QCOMPARE(script.process().state(), QProcess::NotRunning);
        QCOMPARE(script.process().exitStatus(), QProcess::CrashExit);
        QVERIFY2(most < 100'000, qPrintable(QString::number(most)));
        qInfo("ended after %lld ms with %lld kB at most", timer.elapsed(), most);
    }

    void memoryThatIsAskedForAtOnceIsRefused()
    {
        ScriptProcess script({u"--memory"_s, u"67108864"_s});
        QVERIFY(script.load(opening("new ArrayBuffer(1000000000);")));
        const auto done = script.call(opened(1));
        QVERIFY(done && done->error);
        QVERIFY(done->error->message.startsWith("RangeError: "_L1));
    }

    void aLogOfTenMegabytesIsBounded()
    {
        ScriptProcess script;
        QVERIFY(script.load("const line = 'x'.repeat(10000);\n" +
                            opening("for (let i = 0; i < 1000; ++i) console.log(line);")));
        QVERIFY(script.call(opened(1)));
        qsizetype bytes = 0;
        for (const QString& line : script.log()) {
            bytes += line.size();
        }
        QVERIFY(script.log().size() >= 200 && script.log().size() < 1000);
        QVERIFY2(bytes < 8'300 * script.log().size(), qPrintable(QString::number(bytes)));
        QVERIFY(script.log().first().endsWith(u" … 1,808 bytes left out"_s));
        const auto summary = script.next(); // nobody calls it meanwhile
        QVERIFY(summary && std::holds_alternative<from_script::Logged>(*summary));
        QVERIFY(std::get<from_script::Logged>(*summary).text.endsWith(u" lines left out"_s));
    }

    void hasLittleToUseUp()
    {
        ScriptProcess script({u"--memory"_s, u"67108864"_s});
        QVERIFY(script.load(opening("")));
        const qint64 process = script.process().processId();
        QCOMPARE(limitOf(process, "Max data size"), QByteArray("67108864"));
        QCOMPARE(limitOf(process, "Max file size"), QByteArray("0"));
        QCOMPARE(limitOf(process, "Max core file size"), QByteArray("0"));
        QCOMPARE(limitOf(process, "Max processes"), QByteArray("0"));
        QCOMPARE(limitOf(process, "Max open files"), QByteArray("16"));
        QCOMPARE(statusOf(process, "NoNewPrivs"), 1);
        QCOMPARE(QDir(u"/proc/%1/fd"_s.arg(process))
                     .entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot),
                 (QStringList{u"0"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s})); // 4: an eventfd of Qt
        QCOMPARE(statusOf(process, "Threads"), 1);
        qInfo("a script host has %lld kB, %lld kB of them its own", statusOf(process, "VmRSS"),
              statusOf(process, "RssAnon"));
    }

    void spoilingItsOwnBuiltinsIsNoCrash()
    {
        ScriptProcess script;
        QVERIFY(script.load(
            opening("Object.keys = JSON.stringify = null; Error = null; Object.prototype.then = 1;\n"
                    "Map.prototype.get = () => 5; String = null; pushText('x');")));
        QVERIFY(script.call(opened(1)));
        QVERIFY(script.call(opened(2)));
    }

    void endsOverNoise()
    {
        ScriptProcess script;
        script.postRaw(QByteArray("\x02\0\0\0\xFF\xFF", 6));
        QVERIFY(script.process().waitForFinished());
        QCOMPARE(script.process().exitCode(), 1);
    }

    void endsWhileItWaitsForAnAnswer()
    {
        ScriptProcess script;
        QVERIFY(script.load(opening("for (;;) { try { closeConnectionGroup('g'); } catch (e) { break; } }")));
        post(script);
        QVERIFY(script.next()); // the question
        script.closeSocket();
        QVERIFY(script.process().waitForFinished());
        QCOMPARE(script.process().exitCode(), 0);
    }

private:
    static void post(ScriptProcess& script) { script.post(to_script::Call{1, opened(1)}); }
};

SIGNALBOX_TEST(HostileScriptTest)
#include "hostile_script_test.moc"
