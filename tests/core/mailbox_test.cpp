// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/mailbox.h"
#include "tests/support/test_registry.h"

#include <QtCore/QCoreApplication>
#include <QtTest/QTest>

#include <memory>
#include <thread>

using namespace signalbox;

class MailboxTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTheOrderOfEachSender_data();
    void keepsTheOrderOfEachSender();
    void readsInTheOwnersThread();
    void deliversABurstAtATime();
    void keepsWhatCameBeforeTheReader();
    void deliversWhatTheReaderItselfPosts();
    void handsOverAtOnceWhenDrained();
    void movesValuesAndNeverCopies();
    void letsTheReaderDrainAgain();
    void keepsNothingOfWhatWasRead_data();
    void keepsNothingOfWhatWasRead();
    void destroysWhatNobodyRead();
};

namespace {

struct Letter {
    int sender = 0;
    int number = 0;
};

} // namespace

void MailboxTest::keepsTheOrderOfEachSender_data()
{
    QTest::addColumn<int>("senders");
    QTest::newRow("1 sender") << 1;
    QTest::newRow("3 senders") << 3;
    QTest::newRow("8 senders") << 8;
}

void MailboxTest::keepsTheOrderOfEachSender()
{
    QFETCH(int, senders);
    constexpr int lettersEach = 20'000;
    Mailbox<Letter> mailbox;
    std::vector<int> next(static_cast<size_t>(senders), 0);
    int received = 0;
    bool inOrder = true;
    mailbox.setReader([&](std::vector<Letter>&& burst) {
        for (const Letter& letter : burst) {
            inOrder = inOrder && letter.number == next[static_cast<size_t>(letter.sender)]++;
            ++received;
        }
    });
    std::vector<std::jthread> threads;
    for (int sender = 0; sender < senders; ++sender) {
        threads.emplace_back([&mailbox, sender] {
            for (int number = 0; number < lettersEach; ++number) {
                mailbox.post({sender, number});
            }
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(received, senders * lettersEach, 60'000);
    QVERIFY(inOrder);
}

void MailboxTest::readsInTheOwnersThread()
{
    Mailbox<int> mailbox;
    QThread owner;
    std::atomic<int> sum = 0;
    std::atomic<bool> elsewhere = false;
    // A race detector cannot see that wait() waits for a thread that has ended.
    std::atomic<bool> hasEnded = false;
    QObject::connect(
        &owner, &QThread::finished, &owner, [&] { hasEnded = true; }, Qt::DirectConnection);
    mailbox.moveToThread(&owner);
    mailbox.post(1); // before the owner runs
    QObject::connect(
        &owner, &QThread::started, &owner,
        [&] {
            mailbox.setReader([&](std::vector<int>&& burst) {
                elsewhere = elsewhere || QThread::currentThread() != &owner;
                for (const int value : burst) {
                    sum += value;
                }
            });
        },
        Qt::DirectConnection); // started() is emitted in the new thread
    owner.start();
    mailbox.post(10);
    QTRY_COMPARE(sum.load(), 11);
    mailbox.post(100);
    QTRY_COMPARE(sum.load(), 111);
    owner.quit();
    owner.wait();
    QVERIFY(hasEnded);
    QVERIFY(!elsewhere);
}

void MailboxTest::deliversABurstAtATime()
{
    Mailbox<int> mailbox;
    std::vector<std::vector<int>> bursts;
    mailbox.setReader([&](std::vector<int>&& burst) { bursts.push_back(std::move(burst)); });
    for (int round = 0; round < 2; ++round) {
        bursts.clear();
        mailbox.post(1);
        mailbox.post(2);
        mailbox.post(3);
        QVERIFY(bursts.empty()); // never from inside post()
        QCoreApplication::sendPostedEvents();
        QCOMPARE(bursts, (std::vector<std::vector<int>>{{1, 2, 3}}));
    }
}

void MailboxTest::keepsWhatCameBeforeTheReader()
{
    Mailbox<int> mailbox;
    mailbox.post(1);
    QCoreApplication::sendPostedEvents(); // the wake-up finds no reader
    mailbox.post(2);
    std::vector<int> seen;
    mailbox.setReader([&](std::vector<int>&& burst) { seen.insert(seen.end(), burst.begin(), burst.end()); });
    QCOMPARE(seen, (std::vector<int>{1, 2}));
    mailbox.post(3);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(seen, (std::vector<int>{1, 2, 3}));
}

void MailboxTest::deliversWhatTheReaderItselfPosts()
{
    Mailbox<int> mailbox;
    std::vector<std::vector<int>> bursts;
    mailbox.setReader([&](std::vector<int>&& burst) {
        bursts.push_back(burst);
        if (burst.back() < 3) {
            mailbox.post(burst.back() + 1);
        }
    });
    mailbox.post(1);
    QTRY_COMPARE(bursts, (std::vector<std::vector<int>>{{1}, {2}, {3}}));
}

void MailboxTest::handsOverAtOnceWhenDrained()
{
    Mailbox<int> mailbox;
    std::vector<int> seen;
    int calls = 0;
    mailbox.setReader([&](std::vector<int>&& burst) {
        ++calls;
        seen.insert(seen.end(), burst.begin(), burst.end());
    });
    mailbox.post(1);
    mailbox.drain();
    QCOMPARE(seen, std::vector<int>{1});
    QCoreApplication::sendPostedEvents(); // the wake-up that is left over finds nothing
    QCOMPARE(calls, 1);
}

void MailboxTest::movesValuesAndNeverCopies()
{
    Mailbox<std::unique_ptr<int>> mailbox;
    int seen = 0;
    mailbox.setReader([&](std::vector<std::unique_ptr<int>>&& burst) { seen = *burst.front(); });
    mailbox.post(std::make_unique<int>(42));
    mailbox.drain();
    QCOMPARE(seen, 42);
}

void MailboxTest::letsTheReaderDrainAgain()
{
    Mailbox<int> mailbox;
    std::vector<int> seen;
    mailbox.setReader([&](std::vector<int>&& burst) {
        if (burst.front() == 1) {
            mailbox.post(3);
            mailbox.drain();
        }
        seen.insert(seen.end(), burst.begin(), burst.end());
    });
    for (int round = 0; round < 3; ++round) { // memory of one round is used in the next
        seen.clear();
        mailbox.post(1);
        mailbox.post(2);
        mailbox.drain();
        QCOMPARE(seen, (std::vector<int>{3, 1, 2}));
    }
}

void MailboxTest::keepsNothingOfWhatWasRead_data()
{
    QTest::addColumn<int>("letters");
    QTest::newRow("1 letter") << 1;
    QTest::newRow("256 letters") << 256;
    QTest::newRow("1,000 letters") << 1'000;
}

/// It keeps memory for the next burst, but no value longer than its reader.
void MailboxTest::keepsNothingOfWhatWasRead()
{
    QFETCH(int, letters);
    const auto value = std::make_shared<int>(1);
    Mailbox<std::shared_ptr<int>> mailbox;
    size_t received = 0;
    mailbox.setReader([&](std::vector<std::shared_ptr<int>>&& burst) { received += burst.size(); });
    for (int round = 0; round < 3; ++round) {
        received = 0;
        for (int letter = 0; letter < letters; ++letter) {
            mailbox.post(value);
        }
        mailbox.drain();
        QCOMPARE(received, static_cast<size_t>(letters));
        QCOMPARE(value.use_count(), 1);
    }
}

void MailboxTest::destroysWhatNobodyRead()
{
    const auto value = std::make_shared<int>(1);
    {
        Mailbox<std::shared_ptr<int>> mailbox;
        mailbox.post(value);
        mailbox.post(value);
        QCOMPARE(value.use_count(), 3);
    }
    QCOMPARE(value.use_count(), 1);
    QCoreApplication::sendPostedEvents(); // the wake-up went with its mailbox
}

SIGNALBOX_TEST(MailboxTest)
#include "mailbox_test.moc"
