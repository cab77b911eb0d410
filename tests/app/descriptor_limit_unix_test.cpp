// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/descriptor_limit.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

#include <sys/resource.h>

class DescriptorLimitUnixTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void raisesTheSoftLimitToTheHardOne()
    {
        rlimit limit{};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &limit), 0);
        const rlim_t hard = limit.rlim_max;
        limit.rlim_cur = 200;
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &limit), 0);
        signalbox::app::raiseDescriptorLimit();
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &limit), 0);
        QCOMPARE(limit.rlim_cur, hard);
    }
};

SIGNALBOX_TEST(DescriptorLimitUnixTest)
#include "descriptor_limit_unix_test.moc"
