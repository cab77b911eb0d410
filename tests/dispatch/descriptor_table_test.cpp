// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dispatch/descriptor_table.h"

#include "tests/dispatch/stream_pair.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

#include <functional>
#include <memory>

using namespace signalbox::dispatch;
using signalbox::tests::StreamPair;

namespace {

class CountingHandler final : public DescriptorHandler {
public:
    void descriptorReady(const Readiness& readiness) override
    {
        reads += readiness.read ? 1 : 0;
        writes += readiness.write ? 1 : 0;
        if (onReady) {
            onReady();
        }
    }

    int reads = 0;
    int writes = 0;
    std::function<void()> onReady;
};

} // namespace

class DescriptorTableTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsAsLongAsThereIsSomethingToRead()
    {
        DescriptorTable table;
        StreamPair pair;
        CountingHandler handler;
        table.watch(pair.near, handler);
        QVERIFY(!round(table));
        pair.writeFar("x");
        QVERIFY(round(table));
        QVERIFY(round(table)); // level-triggered: nobody has read it
        pair.readNear();
        QVERIFY(!round(table));
        QCOMPARE(handler.reads, 2);
        QCOMPARE(handler.writes, 0);
    }

    void tellsOfRoomWhereThatIsWanted()
    {
        DescriptorTable table;
        StreamPair pair;
        CountingHandler handler;
        table.watch(pair.near, handler);
        table.setWriteWanted(pair.near, true);
        QVERIFY(round(table));
        QCOMPARE(handler.writes, 1);
        table.setWriteWanted(pair.near, false);
        QVERIFY(!round(table));
    }

    void tellsThatThePeerHasEnded()
    {
        DescriptorTable table;
        StreamPair pair;
        CountingHandler handler;
        table.watch(pair.near, handler);
        pair.closeFar();
        QVERIFY(round(table));
        QCOMPARE(handler.reads, 1);
    }

    void saysNothingMoreOfADescriptorThatLeft()
    {
        DescriptorTable table;
        StreamPair pair;
        CountingHandler handler;
        table.watch(pair.near, handler);
        pair.writeFar("x");
        QVERIFY(round(table));
        table.unwatch(pair.near);
        QVERIFY(!round(table));
        table.unwatch(pair.near); // a second time changes nothing
        table.watch(pair.near, handler);
        QVERIFY(round(table));
    }

    void letsAHandlerTakeAwayAnotherThatIsReady()
    {
        DescriptorTable table;
        StreamPair first;
        StreamPair second;
        CountingHandler one;
        CountingHandler two;
        table.watch(first.near, one);
        table.watch(second.near, two);
        one.onReady = [&] { table.unwatch(second.near); };
        two.onReady = [&] { table.unwatch(first.near); };
        first.writeFar("x");
        second.writeFar("x");
        round(table);
        QCOMPARE(one.reads + two.reads, 1);
    }

    void doesNotTakeANewSocketForTheOldOneOfItsNumber()
    {
        DescriptorTable table;
        StreamPair trigger;
        auto old = std::make_unique<StreamPair>();
        CountingHandler first;
        CountingHandler ofOld;
        CountingHandler ofNew;
        table.watch(trigger.near, first);
        table.watch(old->near, ofOld);
        trigger.writeFar("x");
        old->writeFar("x");
        std::unique_ptr<StreamPair> reborn;
        const auto replace = [&] { // in the middle of a round in which the old one is ready
            if (reborn == nullptr) {
                const int number = old->near;
                table.unwatch(number);
                old.reset();
                reborn = std::make_unique<StreamPair>(number);
                table.watch(number, ofNew);
            }
        };
        first.onReady = replace;
        ofOld.onReady = replace;
        round(table);
        QCOMPARE(ofNew.reads, 0);
        trigger.readNear();
        reborn->writeFar("x");
        QVERIFY(round(table));
        QCOMPARE(ofNew.reads, 1); // and nothing that the new one says is lost
    }

    void isNotFooledByASecondDescriptorOfTheSameSocket()
    {
        DescriptorTable table;
        StreamPair pair;
        CountingHandler handler;
        table.watch(pair.near, handler);
        QVERIFY(!round(table)); // the system knows it
        const int second = pair.duplicateNear();
        table.unwatch(pair.near);
        pair.closeNear();
        pair.writeFar("x");
        QVERIFY(!round(table)); // a registration left behind would spin here
        table.watch(second, handler);
        QVERIFY(round(table));
        QCOMPARE(handler.reads, 1);
        table.unwatch(second);
        pair.near = second;
    }

    void findsTheFewOfManyThatAreReady()
    {
        DescriptorTable table;
        std::vector<std::unique_ptr<StreamPair>> pairs;
        std::vector<CountingHandler> handlers(400);
        for (CountingHandler& handler : handlers) {
            pairs.push_back(std::make_unique<StreamPair>());
            table.watch(pairs.back()->near, handler);
        }
        pairs[7]->writeFar("x");
        pairs[390]->writeFar("x");
        QVERIFY(round(table));
        for (size_t i = 0; i < handlers.size(); ++i) {
            QCOMPARE(handlers[i].reads, i == 7 || i == 390 ? 1 : 0);
        }
        for (const auto& pair : pairs) {
            pair->writeFar("x");
        }
        for (int i = 0; i < 4; ++i) { // more than one round has room for
            round(table);
        }
        QVERIFY(std::all_of(handlers.begin(), handlers.end(), [](const auto& h) { return h.reads > 0; }));
    }

private:
    static bool round(DescriptorTable& table)
    {
        std::array<epoll_event, 256> room;
        return table.deliver(table.wait(room, 0));
    }
};

SIGNALBOX_TEST(DescriptorTableTest)
#include "descriptor_table_test.moc"
