// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/standard_stream.h"

#include "tests/support/test_registry.h"

#include <QtCore/QTemporaryFile>
#include <QtTest/QTest>

#include <csignal>
#include <sys/stat.h>
#include <unistd.h>

using namespace signalbox::app;
using namespace Qt::StringLiterals;

class StandardStreamTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesEverything()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        writeAll(file.handle(), "one\n");
        writeAll(file.handle(), QByteArray(200'000, 'x'));
        writeAll(file.handle(), {});
        QVERIFY(file.seek(0));
        const QByteArray text = file.readAll();
        QCOMPARE(text.size(), 200'004);
        QVERIFY(text.startsWith("one\nx"));
    }

    void givesUpWhereNobodyReads()
    {
        std::array<int, 2> pipe{};
        QCOMPARE(::pipe(pipe.data()), 0);
        close(pipe[0]);
        const auto before = std::signal(SIGPIPE, SIG_IGN);
        writeAll(pipe[1], "lost");
        writeAll(-1, "lost");
        std::signal(SIGPIPE, before);
        close(pipe[1]);
    }

    void knowsTheStreamOfTheJournal()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        struct stat status {};
        QCOMPARE(fstat(file.handle(), &status), 0);
        const QByteArray device = QByteArray::number(qulonglong(status.st_dev));
        const QByteArray inode = QByteArray::number(qulonglong(status.st_ino));
        QVERIFY(isJournalStream(file.handle(), device + ':' + inode));
        QVERIFY(!isJournalStream(file.handle(), device + ":1" + inode));
        QVERIFY(!isJournalStream(file.handle(), {}));
        QVERIFY(!isJournalStream(file.handle(), "nonsense"));
        QVERIFY(!isJournalStream(-1, device + ':' + inode));
    }
};

SIGNALBOX_TEST(StandardStreamTest)
#include "standard_stream_test.moc"
