// SPDX-License-Identifier: GPL-3.0-or-later
// The test itself runs over the dispatcher: see tests/support/dispatched_main.cpp.
#include "server/dispatch/epoll_event_dispatcher.h"

#include "server/core/actor_thread.h"
#include "tests/dispatch/stream_pair.h"
#include "tests/support/test_registry.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QEventLoop>
#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::dispatch;
using signalbox::tests::StreamPair;

class EpollEventDispatcherTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_dispatcher = qobject_cast<EpollEventDispatcher*>(QAbstractEventDispatcher::instance());
        QVERIFY(m_dispatcher != nullptr);
    }

    void firesATimerOnceAndNeverEarly_data();
    void firesATimerOnceAndNeverEarly();
    void firesTimersInTheirOrder();
    void repeatsATimer();
    void letsTimersOfZeroLeaveTimeForSockets();
    void letsAHandlerKillItsOwnTimer();
    void letsAHandlerKillAnotherTimerThatIsDue();
    void letsAHandlerStartItsTimerAnew();
    void knowsItsTimers();
    void doesNotRepeatATimerInsideItsOwnHandler();
    void tellsANotifier_data();
    void tellsANotifier();
    void tellsOfUrgentData();
    void letsAHandlerDisableItsNotifier();
    void letsAHandlerDeleteItsNotifier();
    void letsAHandlerDisableAnotherThatIsReady();
    void tellsTwoNotifiersOfOneDescriptor();
    void findsADescriptorOfTheSameNumberAgain();
    void servesALoopInsideAHandler();
    void leavesSocketsOutWhereThatIsAsked();
    void deletesLaterAtTheRightLevel();
    void endsALoopFromAnotherThread();
    void takesEverythingThatOtherThreadsPost();
    void wakesUpWithoutAnEvent();
    void quitsAndIsDestroyedWithItsThread();

private:
    EpollEventDispatcher* m_dispatcher = nullptr; ///< the application's
};

void EpollEventDispatcherTest::firesATimerOnceAndNeverEarly_data()
{
    QTest::addColumn<Qt::TimerType>("type");
    QTest::addColumn<int>("milliseconds");
    QTest::newRow("precise") << Qt::PreciseTimer << 15;
    QTest::newRow("coarse") << Qt::CoarseTimer << 15;
    QTest::newRow("very coarse") << Qt::VeryCoarseTimer << 15;
    QTest::newRow("at once") << Qt::PreciseTimer << 0;
}

void EpollEventDispatcherTest::firesATimerOnceAndNeverEarly()
{
    QFETCH(Qt::TimerType, type);
    QFETCH(int, milliseconds);
    QElapsedTimer time;
    time.start();
    int fired = 0;
    QEventLoop loop;
    QTimer::singleShot(milliseconds, type, &loop, [&] {
        ++fired;
        QTimer::singleShot(5, &loop, &QEventLoop::quit);
    });
    loop.exec();
    QCOMPARE(fired, 1);
    QVERIFY(time.elapsed() >= milliseconds);
}

void EpollEventDispatcherTest::firesTimersInTheirOrder()
{
    QByteArray order;
    QEventLoop loop;
    QTimer::singleShot(20, &loop, [&] { order += 'c', loop.quit(); });
    QTimer::singleShot(10, &loop, [&] { order += 'b'; });
    QTimer::singleShot(1, &loop, [&] { order += 'a'; });
    loop.exec();
    QCOMPARE(order, QByteArray("abc"));
}

void EpollEventDispatcherTest::repeatsATimer()
{
    QTimer timer;
    int fired = 0;
    connect(&timer, &QTimer::timeout, this, [&] { ++fired; });
    QElapsedTimer time;
    time.start();
    timer.start(3);
    QTRY_COMPARE_WITH_TIMEOUT(fired >= 4, true, 5000);
    QVERIFY(time.elapsed() >= 12);
    timer.stop();
    const int before = fired;
    QTest::qWait(10);
    QCOMPARE(fired, before);
}

void EpollEventDispatcherTest::letsTimersOfZeroLeaveTimeForSockets()
{
    QTimer busy;
    int turns = 0;
    connect(&busy, &QTimer::timeout, this, [&] { ++turns; });
    busy.start(0);
    StreamPair pair;
    QSocketNotifier notifier(pair.near, QSocketNotifier::Read);
    bool read = false;
    connect(&notifier, &QSocketNotifier::activated, this, [&] { read = !pair.readNear().isEmpty(); });
    pair.writeFar("x");
    QTRY_VERIFY(read);
    QTRY_VERIFY(turns > 10);
}

void EpollEventDispatcherTest::letsAHandlerKillItsOwnTimer()
{
    QTimer timer;
    int fired = 0;
    connect(&timer, &QTimer::timeout, this, [&] {
        ++fired;
        timer.stop();
    });
    timer.start(1);
    QTest::qWait(15);
    QCOMPARE(fired, 1);
}

void EpollEventDispatcherTest::letsAHandlerKillAnotherTimerThatIsDue()
{
    QTimer one;
    auto two = std::make_unique<QTimer>();
    int fired = 0;
    connect(&one, &QTimer::timeout, this, [&] {
        ++fired;
        two.reset();
        one.stop();
    });
    connect(two.get(), &QTimer::timeout, this, [&] { fired += 100; });
    one.start(0);
    two->start(0);
    QTest::qWait(10);
    QCOMPARE(fired, 1);
}

void EpollEventDispatcherTest::letsAHandlerStartItsTimerAnew()
{
    QTimer timer;
    int fired = 0;
    connect(&timer, &QTimer::timeout, this, [&] {
        if (++fired == 1) {
            timer.start(2); // gets the id of the one that fires
        } else {
            timer.stop();
        }
    });
    timer.start(1);
    QTRY_COMPARE(fired, 2);
}

void EpollEventDispatcherTest::knowsItsTimers()
{
    QObject object;
    const int id = object.startTimer(1000, Qt::PreciseTimer);
    QCOMPARE(m_dispatcher->registeredTimers(&object).size(), 1);
    const int left = m_dispatcher->remainingTime(id);
    QVERIFY(left > 0 && left <= 1000);
    object.killTimer(id);
    QVERIFY(m_dispatcher->registeredTimers(&object).isEmpty());
    QCOMPARE(m_dispatcher->remainingTime(id), -1);
    QVERIFY(!m_dispatcher->unregisterTimer(id));
}

void EpollEventDispatcherTest::doesNotRepeatATimerInsideItsOwnHandler()
{
    QTimer timer;
    int depth = 0;
    int deepest = 0;
    connect(&timer, &QTimer::timeout, this, [&] {
        deepest = std::max(deepest, ++depth);
        QTest::qWait(5);
        --depth;
        timer.stop();
    });
    timer.start(0);
    QTRY_VERIFY(deepest > 0 && depth == 0);
    QCOMPARE(deepest, 1);
}

void EpollEventDispatcherTest::tellsANotifier_data()
{
    QTest::addColumn<QSocketNotifier::Type>("type");
    QTest::newRow("read") << QSocketNotifier::Read;
    QTest::newRow("write") << QSocketNotifier::Write;
}

void EpollEventDispatcherTest::tellsANotifier()
{
    QFETCH(QSocketNotifier::Type, type);
    StreamPair pair;
    QSocketNotifier notifier(pair.near, type);
    QSignalSpy spy(&notifier, &QSocketNotifier::activated);
    pair.writeFar("x");
    QTRY_VERIFY(spy.count() > 1); // as long as nobody does anything about it
    notifier.setEnabled(false);
    spy.clear();
    QTest::qWait(5);
    QCOMPARE(spy.count(), 0);
    notifier.setEnabled(true);
    QTRY_VERIFY(spy.count() > 0);
}

void EpollEventDispatcherTest::tellsOfUrgentData()
{
    StreamPair pair;
    QSocketNotifier notifier(pair.near, QSocketNotifier::Exception);
    int told = 0;
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        ++told;
        notifier.setEnabled(false);
    });
    pair.writeFar("x");
    QTest::qWait(5);
    QCOMPARE(told, 0); // bytes are no exception
    pair.closeFar();
    QTRY_COMPARE(told, 1);
}

void EpollEventDispatcherTest::letsAHandlerDisableItsNotifier()
{
    StreamPair pair;
    QSocketNotifier notifier(pair.near, QSocketNotifier::Read);
    int told = 0;
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        ++told;
        notifier.setEnabled(false);
    });
    pair.writeFar("x");
    QTRY_COMPARE(told, 1);
    QTest::qWait(5);
    QCOMPARE(told, 1);
}

void EpollEventDispatcherTest::letsAHandlerDeleteItsNotifier()
{
    StreamPair pair;
    QPointer<QSocketNotifier> read(new QSocketNotifier(pair.near, QSocketNotifier::Read));
    QPointer<QSocketNotifier> write(new QSocketNotifier(pair.near, QSocketNotifier::Write));
    int told = 0;
    const auto deleteBoth = [&] {
        ++told;
        delete write.data();
        if (read) {
            read->setEnabled(false);
            read->deleteLater();
        }
    };
    connect(read, &QSocketNotifier::activated, this, deleteBoth);
    connect(write, &QSocketNotifier::activated, this, [&] { told += 100; });
    pair.writeFar("x"); // both are ready in one round
    QTRY_VERIFY(read.isNull() && write.isNull());
    QCOMPARE(told % 100, 1);
}

void EpollEventDispatcherTest::letsAHandlerDisableAnotherThatIsReady()
{
    StreamPair first;
    StreamPair second;
    QSocketNotifier one(first.near, QSocketNotifier::Read);
    QSocketNotifier two(second.near, QSocketNotifier::Read);
    int told = 0;
    const auto disableBoth = [&] {
        ++told;
        one.setEnabled(false);
        two.setEnabled(false);
    };
    connect(&one, &QSocketNotifier::activated, this, disableBoth);
    connect(&two, &QSocketNotifier::activated, this, disableBoth);
    first.writeFar("x");
    second.writeFar("x");
    QTRY_COMPARE(told, 1);
    QTest::qWait(5);
    QCOMPARE(told, 1);
}

void EpollEventDispatcherTest::tellsTwoNotifiersOfOneDescriptor()
{
    StreamPair pair;
    QSocketNotifier read(pair.near, QSocketNotifier::Read);
    QSocketNotifier write(pair.near, QSocketNotifier::Write);
    QSignalSpy reads(&read, &QSocketNotifier::activated);
    QSignalSpy writes(&write, &QSocketNotifier::activated);
    QTRY_VERIFY(writes.count() > 0);
    QCOMPARE(reads.count(), 0);
    write.setEnabled(false); // the other stays
    writes.clear();
    pair.writeFar("x");
    QTRY_VERIFY(reads.count() > 0);
    QCOMPARE(writes.count(), 0);
}

void EpollEventDispatcherTest::findsADescriptorOfTheSameNumberAgain()
{
    int number = -1;
    for (int i = 0; i < 50; ++i) {
        StreamPair pair(number);
        number = pair.near;
        QSocketNotifier notifier(number, QSocketNotifier::Read);
        QByteArray got;
        connect(&notifier, &QSocketNotifier::activated, this, [&] { got += pair.readNear(); });
        pair.writeFar(QByteArray::number(i));
        QTRY_COMPARE(got, QByteArray::number(i));
    }
}

void EpollEventDispatcherTest::servesALoopInsideAHandler()
{
    StreamPair outer;
    StreamPair inner;
    QSocketNotifier outerNotifier(outer.near, QSocketNotifier::Read);
    QSocketNotifier innerNotifier(inner.near, QSocketNotifier::Read);
    QByteArray order;
    QEventLoop loop;
    connect(&outerNotifier, &QSocketNotifier::activated, this, [&] {
        outer.readNear();
        order += '(';
        QTimer::singleShot(2, this, [&] { inner.writeFar("x"); });
        loop.exec();
        order += ')';
    });
    connect(&innerNotifier, &QSocketNotifier::activated, this, [&] {
        inner.readNear();
        order += 'i';
        loop.quit();
    });
    outer.writeFar("x");
    QTRY_COMPARE(order, QByteArray("(i)"));
}

void EpollEventDispatcherTest::leavesSocketsOutWhereThatIsAsked()
{
    StreamPair pair;
    QSocketNotifier notifier(pair.near, QSocketNotifier::Read);
    QSignalSpy spy(&notifier, &QSocketNotifier::activated);
    pair.writeFar("x");
    QEventLoop loop;
    QTimer::singleShot(5, &loop, &QEventLoop::quit);
    loop.exec(QEventLoop::ExcludeSocketNotifiers);
    QCOMPARE(spy.count(), 0);
    QTRY_VERIFY(spy.count() > 0);
}

void EpollEventDispatcherTest::deletesLaterAtTheRightLevel()
{
    QPointer<QObject> object(new QObject);
    bool livedThroughTheInnerLoop = false;
    QEventLoop outer;
    QTimer::singleShot(0, &outer, [&] {
        object->deleteLater();
        QEventLoop inner;
        QTimer::singleShot(3, &inner, &QEventLoop::quit);
        inner.exec();
        livedThroughTheInnerLoop = !object.isNull();
        QTimer::singleShot(3, &outer, &QEventLoop::quit);
    });
    outer.exec();
    QVERIFY(livedThroughTheInnerLoop);
    QVERIFY(object.isNull());
}

void EpollEventDispatcherTest::endsALoopFromAnotherThread()
{
    for (int i = 0; i < 200; ++i) { // the end may come before the loop waits, or while it does
        QEventLoop loop;
        std::unique_ptr<QThread> other(
            QThread::create([&] { QMetaObject::invokeMethod(&loop, &QEventLoop::quit); }));
        other->start();
        loop.exec();
        other->wait();
    }
}

void EpollEventDispatcherTest::takesEverythingThatOtherThreadsPost()
{
    constexpr int perThread = 2'000;
    int taken = 0;
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < 3; ++i) {
        threads.emplace_back(QThread::create([&] {
            for (int n = 0; n < perThread; ++n) {
                QMetaObject::invokeMethod(
                    this, [&] { ++taken; }, Qt::QueuedConnection);
            }
        }));
        threads.back()->start();
    }
    QTRY_COMPARE(taken, 3 * perThread);
    for (const auto& thread : threads) {
        thread->wait();
    }
}

void EpollEventDispatcherTest::wakesUpWithoutAnEvent()
{
    for (int i = 0; i < 50; ++i) {
        std::unique_ptr<QThread> other(
            QThread::create([this, i] { i % 2 == 0 ? m_dispatcher->wakeUp() : m_dispatcher->interrupt(); }));
        other->start();
        m_dispatcher->processEvents(QEventLoop::WaitForMoreEvents); // returns
        QVERIFY(other->wait());
    }
}

void EpollEventDispatcherTest::quitsAndIsDestroyedWithItsThread()
{
    QPointer<EpollEventDispatcher> dispatcher(new EpollEventDispatcher);
    std::atomic<bool> usesIt = false;
    {
        ActorThread thread(QStringLiteral("test"), [&] {
            usesIt = QAbstractEventDispatcher::instance() == dispatcher;
            return std::shared_ptr<void>();
        });
        thread.setEventDispatcher(dispatcher);
        thread.start();
        QTRY_VERIFY(usesIt.load());
    }
    QVERIFY(dispatcher.isNull());
}

SIGNALBOX_TEST(EpollEventDispatcherTest)
#include "epoll_event_dispatcher_test.moc"
