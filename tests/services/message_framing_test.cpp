// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/message_framing.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::services;

class MessageFramingTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cutsAStreamWhereItWasJoined_data()
    {
        QTest::addColumn<int>("piece");
        QTest::newRow("byte by byte") << 1;
        QTest::newRow("across messages") << 7;
        QTest::newRow("all at once") << 100'000;
    }
    void cutsAStreamWhereItWasJoined()
    {
        QFETCH(const int, piece);
        const QList<QByteArray> messages{"one", "", QByteArray(70'000, 'x'), "last"};
        QByteArray stream;
        for (const QByteArray& message : messages) {
            stream += framed(message);
        }
        MessageFraming framing;
        QList<QByteArray> taken;
        for (qsizetype at = 0; at < stream.size(); at += piece) {
            framing.append(stream.mid(at, piece));
            while (const auto message = framing.take()) {
                taken.append(*message);
            }
        }
        QCOMPARE(taken, messages);
        QVERIFY(!framing.isBroken());
    }

    void givesUpAtALengthThatCannotBe()
    {
        MessageFraming framing;
        framing.append("\xFF\xFF\xFF\xFF");
        QVERIFY(!framing.take().has_value());
        QVERIFY(framing.isBroken());
        framing.append(framed("more"));
        QVERIFY(!framing.take().has_value());
    }
};

SIGNALBOX_TEST(MessageFramingTest)
#include "message_framing_test.moc"
