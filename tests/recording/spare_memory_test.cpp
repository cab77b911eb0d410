// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/spare_memory.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

#include <atomic>
#include <cstring>
#include <thread>

using namespace signalbox::recording;

class SpareMemoryTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasNoBlockBeforeOneIsMade()
    {
        SpareMemory memory;
        QVERIFY(memory.take() == nullptr);
    }

    void givesEachBlockOnceAndAsLargeAsAChunk()
    {
        SpareMemory memory;
        memory.refill();
        const auto block = memory.take();
        QVERIFY(block != nullptr);
        std::memset(block.get(), 'x', defaultChunkBytes); // as far as the sanitizer lets it
        QVERIFY(memory.take() == nullptr);
    }

    void keepsTheBlockThatWaits()
    {
        SpareMemory memory;
        memory.refill();
        memory.refill();
        QVERIFY(memory.take() != nullptr);
        QVERIFY(memory.take() == nullptr);
    }

    void handsABlockFromOneThreadToAnother()
    {
        constexpr int blocks = 100;
        SpareMemory memory;
        std::atomic<bool> done = false;
        std::thread capture([&] {
            while (!done.load(std::memory_order_acquire)) {
                memory.refill();
            }
        });
        bool isTouched = true;
        for (int taken = 0; taken < blocks;) {
            if (const auto block = memory.take()) {
                isTouched = isTouched && block[0] == 0;
                block[0] = 'x';
                ++taken;
            }
        }
        done.store(true, std::memory_order_release);
        capture.join();
        QVERIFY(isTouched);
    }
};

SIGNALBOX_TEST(SpareMemoryTest)
#include "spare_memory_test.moc"
