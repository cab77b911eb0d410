// SPDX-License-Identifier: GPL-3.0-or-later
// packaging/run.sh on machines that we do not have: the commands that it calls are played by small scripts.
#include "tests/support/test_registry.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace signalbox::tests {

namespace {

/// Each played command notes how it was called.
const QString note = u"#!/bin/bash\necho \"${0##*/} $*\" >>\"$CALLS\"\n"_s;
const QString playedDpkgQuery =
    u"for p in \"${@:3}\"; do [[ \" $MISSING \" == *\" $p \"* ]] || echo \"$p installed\"; done\n"_s;
const QString playedAptCache = u"[[ $2 == \"$UNKNOWN\" ]] && c='(none)'; echo \"  Candidate: ${c:-1.0}\"\n"_s;
const QString playedAptGet =
    u"[[ \" $* \" != *\" $REFUSED \"* ]] || { echo 'E: no space left'; exit 100; }\n"_s;
const QString playedSudo = u"exec \"$@\"\n"_s;
const QString playedCmake =
    u"[[ \" $* \" == *' -n '* || \" $*\" == *' -n' ]] && { [[ -n $STALE ]] || echo 'ninja: no work to do.'; "
    u"exit; }\n"
    "[[ $1 == --preset ]] && touch build/$2/build.ninja && exit\n"
    "echo '[1/1] Building'; [[ $STALE != broken ]] || { echo 'x.cpp:1: error: it does not compile'; exit 1; }\n"_s;
const QString playedProgram = u"#!/bin/bash\necho \"$$ started with: $*\"\nexit \"${STATUS:-0}\"\n"_s;

} // namespace

class ScriptsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_tree = std::make_unique<QTemporaryDir>();
        const QDir source(QStringLiteral(SIGNALBOX_SOURCE_DIR));
        const QDir tree(m_tree->path());
        QVERIFY(tree.mkpath(u"packaging"_s) && tree.mkpath(u"build/release/bin"_s) &&
                tree.mkpath(u"played"_s));
        for (const QString& file :
             {u"packaging/run.sh"_s, u"packaging/dependencies.sh"_s, u"CMakePresets.json"_s}) {
            QVERIFY(QFile::copy(source.filePath(file), tree.filePath(file)));
        }
        write(u"build/release/build.ninja"_s, {});
        write(u"build/release/bin/signalbox"_s, playedProgram);
        play(u"dpkg-query"_s, playedDpkgQuery);
        play(u"apt-cache"_s, playedAptCache);
        play(u"apt-get"_s, playedAptGet);
        play(u"sudo"_s, playedSudo);
        play(u"cmake"_s, playedCmake);
        m_environment = QProcessEnvironment();
        m_environment.insert(u"PATH"_s, tree.filePath(u"played"_s) + u":/usr/bin:/bin"_s);
        m_environment.insert(u"CALLS"_s, tree.filePath(u"calls"_s));
        m_environment.insert(u"DISPLAY"_s, u":7"_s);
    }

    void everyScriptIsRightInItsGrammar_data()
    {
        QTest::addColumn<QString>("script");
        for (const char* script :
             {"packaging/run.sh", "packaging/dependencies.sh", "tests/run.sh", ".ci/run"}) {
            QTest::newRow(script) << QString::fromLatin1(script);
        }
    }

    void everyScriptIsRightInItsGrammar()
    {
        QFETCH(QString, script);
        const QString path = QStringLiteral(SIGNALBOX_SOURCE_DIR) + u'/' + script;
        QCOMPARE(QProcess::execute(u"bash"_s, {u"-n"_s, path}), 0);
    }

    void startsQuietlyWhenThereIsNothingToDo()
    {
        run({u"--demo"_s, u"a b"_s});
        QCOMPARE(m_errors, QString());
        QVERIFY(m_output.endsWith("started with: --demo a b\n"_L1));
        QVERIFY(!calls().contains("apt-get"_L1));
    }

    void becomesTheProgramSoThatSignalsReachIt()
    {
        run({});
        QVERIFY2(m_output.startsWith(QString::number(m_processId) + u' '), qPrintable(m_output));
    }

    void answersWithTheStatusOfTheProgram()
    {
        m_environment.insert(u"STATUS"_s, u"78"_s);
        run({});
        QCOMPARE(m_status, 78);
    }

    void takesNoWindowWhereThereIsNoDisplay_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<bool>("changed");

        QTest::newRow("nothing") << QStringList{} << true;
        QTest::newRow("options") << QStringList{u"--demo"_s, u"--once"_s} << true;
        QTest::newRow("said already") << QStringList{u"--demo"_s, u"--no-gui"_s} << false;
        QTest::newRow("a command") << QStringList{u"send"_s, u"--all"_s} << false;
        QTest::newRow("window only") << QStringList{u"--attach"_s, u"ws://x"_s} << false;
        QTest::newRow("version") << QStringList{u"--version"_s} << false;
    }

    void takesNoWindowWhereThereIsNoDisplay()
    {
        QFETCH(QStringList, arguments);
        QFETCH(bool, changed);
        m_environment.remove(u"DISPLAY"_s);
        run(arguments);
        if (changed) {
            arguments.prepend(u"--no-gui"_s);
        }
        QVERIFY2(m_output.endsWith(u"started with: "_s + arguments.join(u' ') + u'\n'), qPrintable(m_output));
        QCOMPARE(m_errors.contains("no display"_L1), changed);
    }

    void installsOnlyWhatIsMissing()
    {
        m_environment.insert(u"MISSING"_s, u"ninja-build libboost-dev"_s);
        run({});
        QCOMPARE(m_status, 0);
        QVERIFY(m_errors.contains(u"installing 2 packages: libboost-dev ninja-build…"_s));
        const QString update = u" update\n"_s;
        const QString install = u" install --yes --no-install-recommends libboost-dev ninja-build\n"_s;
        QVERIFY(calls().contains(update));
        QVERIFY(calls().indexOf(install) > calls().indexOf(update));
    }

    void namesThePackageThatCannotBeHad()
    {
        m_environment.insert(u"MISSING"_s, u"ninja-build libtomlplusplus-dev"_s);
        m_environment.insert(u"UNKNOWN"_s, u"libtomlplusplus-dev"_s);
        run({});
        QCOMPARE(m_status, 1);
        QVERIFY2(m_errors.contains("no package libtomlplusplus-dev:"_L1), qPrintable(m_errors));
        QVERIFY(!calls().contains(" install "_L1));
        QCOMPARE(m_output, QString());
    }

    void showsWhyAnInstallationFailed()
    {
        m_environment.insert(u"MISSING"_s, u"ninja-build"_s);
        m_environment.insert(u"REFUSED"_s, u"ninja-build"_s);
        run({});
        QCOMPARE(m_status, 1);
        QVERIFY(m_errors.contains("E: no space left"_L1));
        QVERIFY(m_errors.contains("failed: installing 1 package."_L1));
    }

    void goesOnWhenOnlyTheListsCannotBeRead()
    {
        m_environment.insert(u"MISSING"_s, u"ninja-build"_s);
        m_environment.insert(u"REFUSED"_s, u"update"_s);
        run({});
        QCOMPARE(m_status, 0);
        QVERIFY(m_errors.contains("going on with the lists that are here"_L1));
    }

    void tellsAnotherSystemWhatIsNeededAndStops()
    {
        const QDir played(m_tree->filePath(u"played"_s));
        QVERIFY(QFile::remove(played.filePath(u"apt-get"_s)));
        for (const char* tool : {"bash", "dirname"}) {
            const QString name = QString::fromLatin1(tool);
            QVERIFY(QFile::link(QStandardPaths::findExecutable(name), played.filePath(name)));
        }
        m_environment.insert(u"PATH"_s, played.path());
        run({});
        QCOMPARE(m_status, 1);
        QVERIFY2(m_errors.contains("  qt6-websockets-dev\n"_L1), qPrintable(m_errors));
        QVERIFY(!calls().contains("cmake"_L1));
    }

    void buildsWhatIsOld()
    {
        m_environment.insert(u"STALE"_s, u"yes"_s);
        run({});
        QCOMPARE(m_status, 0);
        QVERIFY(m_errors.contains(u"building (release)…"_s));
        QVERIFY(calls().contains("cmake --build --preset release\n"_L1));
    }

    void showsWhyABuildFailedAndStartsNothing()
    {
        m_environment.insert(u"STALE"_s, u"broken"_s);
        run({});
        QCOMPARE(m_status, 1);
        QVERIFY(m_errors.contains("x.cpp:1: error: it does not compile"_L1));
        QVERIFY(m_errors.contains("build/release/build.log"_L1));
        QCOMPARE(m_output, QString());
    }

private:
    void write(const QString& path, const QString& text)
    {
        QFile file(m_tree->filePath(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
        file.setPermissions(file.permissions() | QFileDevice::ExeOwner);
    }

    void play(const QString& command, const QString& text) { write(u"played/"_s + command, note + text); }

    [[nodiscard]] QString calls() const
    {
        QFile file(m_tree->filePath(u"calls"_s));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    void run(const QStringList& arguments)
    {
        QProcess script;
        script.setProcessEnvironment(m_environment);
        script.start(m_tree->filePath(u"packaging/run.sh"_s), arguments);
        QVERIFY(script.waitForStarted());
        m_processId = script.processId();
        QVERIFY(script.waitForFinished());
        m_output = QString::fromUtf8(script.readAllStandardOutput());
        m_errors = QString::fromUtf8(script.readAllStandardError());
        m_status = script.exitCode();
    }

    std::unique_ptr<QTemporaryDir> m_tree;
    QProcessEnvironment m_environment;
    QString m_output;
    QString m_errors;
    qint64 m_processId = 0;
    int m_status = -1;
};

} // namespace signalbox::tests

using signalbox::tests::ScriptsTest;
SIGNALBOX_TEST(ScriptsTest)
#include "scripts_test.moc"
