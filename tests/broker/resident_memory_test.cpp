// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/resident_memory.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

#include <vector>

class ResidentMemoryTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void growsWithWhatTheProcessTouches()
    {
        const qint64 before = signalbox::broker::residentBytes();
        if (before == 0) {
            QSKIP("this system does not say");
        }
        QVERIFY(before > 1024 * 1024);
        constexpr qint64 touched = 64 * 1024 * 1024;
        const std::vector<char> memory(touched, 'x');
        QVERIFY(signalbox::broker::residentBytes() - before > touched / 2);
        QCOMPARE(memory.back(), 'x');
    }
};

SIGNALBOX_TEST(ResidentMemoryTest)
#include "resident_memory_test.moc"
