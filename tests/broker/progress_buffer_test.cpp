// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/progress_buffer.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;

class ProgressBufferTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatComesBeforeTheReceipt()
    {
        ProgressBuffer buffer;
        buffer.add({{MessageId(1), {{ClientId(1)}}}, {MessageId(2), {{ClientId(1)}}}});
        buffer.add({{MessageId(1), {{ClientId(2)}}}});
        const auto early = buffer.take([](MessageId message) { return message == MessageId(1); });
        QCOMPARE(early.size(), size_t(1));
        QCOMPARE(early[0].message, MessageId(2));
        const auto late = buffer.take([](MessageId) { return false; });
        QCOMPARE(late.size(), size_t(1));
        QCOMPARE(late[0].message, MessageId(1));
        QCOMPARE(late[0].progress.size(), size_t(2)); // both workers', in one
        QVERIFY(buffer.take([](MessageId) { return false; }).empty());
    }
};

SIGNALBOX_TEST(ProgressBufferTest)
#include "progress_buffer_test.moc"
