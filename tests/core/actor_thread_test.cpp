// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/actor_thread.h"

#include "server/core/mailbox.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

#include <atomic>

using namespace signalbox;

class ActorThreadTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesAndDestroysItsActorInTheThread()
    {
        std::atomic<QThread*> madeIn = nullptr;
        std::atomic<QThread*> destroyedIn = nullptr;
        QThread* expected = nullptr;
        {
            ActorThread thread(QStringLiteral("test"), [&] {
                madeIn = QThread::currentThread();
                return std::shared_ptr<void>(&madeIn, [&](void*) { destroyedIn = QThread::currentThread(); });
            });
            expected = &thread;
            thread.start();
            QTRY_COMPARE(madeIn.load(), expected);
            QCOMPARE(destroyedIn.load(), nullptr);
        }
        QCOMPARE(destroyedIn.load(), expected);
    }

    void endsEvenWhenItHasHardlyBegun()
    {
        for (int i = 0; i < 100; ++i) { // the end may come before the loop runs
            std::atomic<int> alive = 0;
            {
                ActorThread thread(QStringLiteral("test"), [&] {
                    ++alive;
                    return std::shared_ptr<void>(&alive, [&](void*) { --alive; });
                });
                thread.start();
            }
            QCOMPARE(alive.load(), 0);
        }
    }

    void endsWithoutHavingBegun()
    {
        bool made = false;
        {
            ActorThread thread(QStringLiteral("test"), [&] {
                made = true;
                return std::shared_ptr<void>();
            });
        }
        QVERIFY(!made);
    }
};

SIGNALBOX_TEST(ActorThreadTest)
#include "actor_thread_test.moc"
