// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/spare_nodes.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

#include <thread>
#include <vector>

using namespace signalbox;

namespace {

std::atomic<int> livingNodes = 0;

struct CountedNode {
    CountedNode* older = nullptr;
    bool isTaken = true;

    CountedNode() { ++livingNodes; }
    ~CountedNode() { --livingNodes; }
    Q_DISABLE_COPY_MOVE(CountedNode)
};

} // namespace

class SpareNodesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { livingNodes = 0; }
    void cleanup() { QCOMPARE(livingNodes.load(), 0); }

    void hasNoneAtFirst();
    void givesOutWhatCameBack();
    void keepsWhatComesBackWhileSomeAreOffered();
    void keepsSoManyAndNoMore();
    void givesNoNodeToTwo();
};

void SpareNodesTest::hasNoneAtFirst()
{
    SpareNodes<CountedNode> spares;
    spares.offerWhenNoneIs();
    QVERIFY(spares.take() == nullptr);
}

void SpareNodesTest::givesOutWhatCameBack()
{
    SpareNodes<CountedNode> spares;
    auto* const first = new CountedNode;
    auto* const second = new CountedNode;
    spares.giveBack(first);
    spares.giveBack(second);
    QVERIFY(spares.take() == nullptr); // nothing is offered yet
    spares.offerWhenNoneIs();
    QCOMPARE(spares.take(), second); // the one that was used last is the warmest
    QCOMPARE(spares.take(), first);
    QVERIFY(spares.take() == nullptr);
    spares.giveBack(first);
    spares.giveBack(second);
}

void SpareNodesTest::keepsWhatComesBackWhileSomeAreOffered()
{
    SpareNodes<CountedNode> spares;
    auto* const first = new CountedNode;
    auto* const second = new CountedNode;
    spares.giveBack(first);
    spares.offerWhenNoneIs();
    spares.giveBack(second);
    spares.offerWhenNoneIs();
    QCOMPARE(livingNodes.load(), 2);
    QCOMPARE(spares.take(), first);
    spares.offerWhenNoneIs();
    QCOMPARE(spares.take(), second);
    spares.giveBack(first);
    spares.giveBack(second);
}

void SpareNodesTest::keepsSoManyAndNoMore()
{
    constexpr int limit = SpareNodes<CountedNode>::maxKept;
    SpareNodes<CountedNode> spares;
    for (int i = 0; i < limit + 3; ++i) {
        spares.giveBack(new CountedNode);
    }
    QCOMPARE(livingNodes.load(), limit);
    spares.offerWhenNoneIs();
    for (int i = 0; i < limit + 3; ++i) {
        spares.giveBack(new CountedNode);
    }
    QCOMPARE(livingNodes.load(), 2 * limit);
}

/// Takers compete with each other and with the owner, who offers again what it got back.
void SpareNodesTest::givesNoNodeToTwo()
{
    constexpr int takers = 3;
    constexpr int rounds = 30'000;
    constexpr int nodes = 64; // few, so that the same ones come again and again
    SpareNodes<CountedNode> spares;
    std::atomic<CountedNode*> used = nullptr; // a chain on its way to the owner
    std::atomic<int> working = takers;
    std::atomic<bool> wasTakenTwice = false;
    const auto take = [&] {
        for (int round = 0; round < rounds;) {
            CountedNode* node = spares.take();
            if (node == nullptr && livingNodes >= nodes) {
                std::this_thread::yield();
                continue;
            }
            if (node == nullptr) {
                node = new CountedNode;
            } else if (std::exchange(node->isTaken, true)) {
                wasTakenTwice = true;
            }
            node->older = used.load(std::memory_order_relaxed);
            while (!used.compare_exchange_weak(node->older, node, std::memory_order_release,
                                               std::memory_order_relaxed)) {
            }
            ++round;
        }
        --working;
    };
    const auto collect = [&] {
        CountedNode* chain = used.exchange(nullptr, std::memory_order_acquire);
        while (chain != nullptr) {
            CountedNode* const node = std::exchange(chain, chain->older);
            node->isTaken = false;
            spares.giveBack(node);
        }
        spares.offerWhenNoneIs();
    };
    std::vector<std::jthread> threads;
    for (int i = 0; i < takers; ++i) {
        threads.emplace_back(take);
    }
    while (working > 0) {
        collect();
        std::this_thread::yield();
    }
    threads.clear();
    collect();
    QVERIFY(!wasTakenTwice);
}

SIGNALBOX_TEST(SpareNodesTest)
#include "spare_nodes_test.moc"
