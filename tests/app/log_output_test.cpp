// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/log_output.h"

#include "app/exit_status.h"
#include "server/core/log_categories.h"
#include "tests/support/test_registry.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryFile>
#include <QtCore/QThread>
#include <QtTest/QTest>

#include <csignal>
#include <cstdlib>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace signalbox;
using namespace signalbox::app;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* gaveUp =
    "This application failed to start because no Qt platform plugin could be initialized. "
    "Reinstalling the application may fix this problem.";

/// Runs `work`, which ends the process, in a child; how the child ended, as waitpid() tells it.
template <typename Work>
int statusOfChild(Work work)
{
    const pid_t child = fork();
    if (child == 0) {
        std::signal(SIGABRT, SIG_DFL); // Qt Test would print stacks
        const rlimit noCore{0, 0};
        setrlimit(RLIMIT_CORE, &noCore);
        work();
        std::_Exit(0);
    }
    int status = 0;
    return waitpid(child, &status, 0) == child ? status : -1;
}

} // namespace

class LogOutputTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryFile> m_file; // what the test reads as stderr

    QByteArray written()
    {
        m_file->seek(0);
        return m_file->readAll();
    }

private Q_SLOTS:
    void init()
    {
        m_file = std::make_unique<QTemporaryFile>();
        QVERIFY(m_file->open());
        qunsetenv("JOURNAL_STREAM");
    }

    void writesOneLineForEachEvent()
    {
        {
            const LogOutput output(m_file->handle());
            qCInfo(logClient, "c%d opened", 3);
            qCWarning(logHttp).noquote() << u"refused\n\x1b[31m"_s;
            qWarning("of Qt");
        }
        const QStringList lines = QString::fromUtf8(written()).split(u'\n');
        QCOMPARE(lines.size(), 4);
        const QString time = u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z "_s;
        QVERIFY(QRegularExpression(time + u"info  client  c3 opened$"_s).match(lines[0]).hasMatch());
        QVERIFY(QRegularExpression(time + u"warn  http    refused\\\\u\\{a\\}\\\\u\\{1b\\}\\[31m$"_s)
                    .match(lines[1])
                    .hasMatch());
        QVERIFY(QRegularExpression(time + u"warn  default of Qt$"_s).match(lines[2]).hasMatch());
    }

    void keepsToItsLevel_data()
    {
        QTest::addColumn<LogLevel>("level");
        QTest::addColumn<int>("lines");
        QTest::newRow("error") << LogLevel::Error << 1;
        QTest::newRow("warning") << LogLevel::Warning << 2;
        QTest::newRow("info") << LogLevel::Info << 3;
        QTest::newRow("debug") << LogLevel::Debug << 4;
    }
    void keepsToItsLevel()
    {
        QFETCH(LogLevel, level);
        {
            LogOutput output(m_file->handle());
            output.configure(level, LogFormat::Text);
            qCCritical(logBroker, "1");
            qCWarning(logBroker, "2");
            qCInfo(logBroker, "3");
            qCDebug(logBroker, "4");
            QCOMPARE(logBroker().isDebugEnabled(), level == LogLevel::Debug);
            QCOMPARE(logBroker().isInfoEnabled(), level >= LogLevel::Info);
        }
        QTEST(int(written().count('\n')), "lines");
        QVERIFY(logBroker().isInfoEnabled() && !logBroker().isDebugEnabled()); // as before
    }

    void changesItsFormat()
    {
        {
            LogOutput output(m_file->handle());
            output.configure(LogLevel::Info, LogFormat::Json);
            qCInfo(logConfig, "read");
        }
        QVERIFY(written().startsWith("{\"time\":\""));
        QVERIFY(written().endsWith("\"category\":\"config\",\"message\":\"read\"}\n"));
    }

    void writesForTheJournal()
    {
        struct stat status {};
        QCOMPARE(fstat(m_file->handle(), &status), 0);
        qputenv("JOURNAL_STREAM", QByteArray::number(qulonglong(status.st_dev)) + ':' +
                                      QByteArray::number(qulonglong(status.st_ino)));
        {
            const LogOutput output(m_file->handle());
            qCInfo(logConfig, "read");
        }
        qunsetenv("JOURNAL_STREAM");
        QCOMPARE(written(), "<6>config  read\n");
    }

    void keepsLinesOfManyThreadsWhole()
    {
        constexpr int threads = 4;
        constexpr int lines = 500;
        {
            const LogOutput output(m_file->handle());
            std::vector<std::unique_ptr<QThread>> running;
            for (int i = 0; i < threads; ++i) {
                running.emplace_back(QThread::create([] {
                    for (int line = 0; line < lines; ++line) {
                        qCInfo(logBroker, "%s", QByteArray(100, 'x').constData());
                    }
                }));
                running.back()->start();
            }
            for (const auto& thread : running) {
                QVERIFY(thread->wait(30'000));
            }
        }
        const QByteArray text = written();
        QCOMPARE(text.count('\n'), threads * lines);
        QCOMPARE(text.count(" info  broker  " + QByteArray(100, 'x') + '\n'), threads * lines);
    }

    void answersThatThereIsNoDisplay()
    {
        const int status = statusOfChild([this] {
            const LogOutput output(m_file->handle());
            qWarning("could not connect to display ");
            qInfo("Could not load the Qt platform plugin \"xcb\" in \"\" even though it was found.");
            qFatal("%s", gaveUp);
        });
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), static_cast<int>(ExitStatus::NoDisplay));
        QCOMPARE(written(), "no display found; without a window: signalbox --no-gui\n");
    }

    void hidesNoLineOfOursThatQuotesWhatQtSays()
    {
        {
            const LogOutput output(m_file->handle());
            qCInfo(logClient, "c3 opened from 127.0.0.1:4000 at /could not connect to display");
        }
        QVERIFY(written().endsWith(
            " info  client  c3 opened from 127.0.0.1:4000 at /could not connect to display\n"));
    }

    void tellsWhatLedThereAtLevelDebug()
    {
        {
            LogOutput output(m_file->handle());
            output.configure(LogLevel::Debug, LogFormat::Text);
            qWarning("could not connect to display :7");
        }
        QVERIFY(written().contains(" debug default could not connect to display :7\n"));
    }

    void letsOtherFatalMessagesAbort()
    {
        const int status = statusOfChild([this] {
            const LogOutput output(m_file->handle());
            qFatal("out of luck");
        });
        QVERIFY(WIFSIGNALED(status));
        QCOMPARE(WTERMSIG(status), SIGABRT);
        QVERIFY(written().contains(" error default out of luck\n"));
    }
};

SIGNALBOX_TEST(LogOutputTest)
#include "log_output_test.moc"
