// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/mailbox_waker.h"
#include "tests/support/test_registry.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QEvent>
#include <QtCore/QThread>
#include <QtTest/QTest>

#include <thread>

using namespace signalbox;

class MailboxWakerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drainsInItsOwnThread();
    void drainsForItsOwnEventOnly();
};

void MailboxWakerTest::drainsInItsOwnThread()
{
    int drains = 0;
    bool elsewhere = false;
    MailboxWaker waker([&] {
        ++drains;
        elsewhere = elsewhere || QThread::currentThread() != waker.thread();
    });
    std::jthread([&] { waker.wake(); }).join();
    QCOMPARE(drains, 0); // not in the sender's thread
    QTRY_COMPARE(drains, 1);
    QVERIFY(!elsewhere);
}

void MailboxWakerTest::drainsForItsOwnEventOnly()
{
    int drains = 0;
    MailboxWaker waker([&] { ++drains; });
    QEvent other(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&waker, &other);
    QCOMPARE(drains, 0);
}

SIGNALBOX_TEST(MailboxWakerTest)
#include "mailbox_waker_test.moc"
