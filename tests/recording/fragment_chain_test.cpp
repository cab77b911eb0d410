// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/fragment_chain.h"

#include "tests/recording/capture_bench.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::recording;
using signalbox::tests::CaptureBench;
using websocket::Opcode;

namespace {

void addFragment(CaptureBench& bench, qint64 time, quint32 fragment, bool fin, QByteArrayView payload)
{
    websocket::FrameHeader header;
    header.fin = fin;
    header.opcode = fragment == 1 ? Opcode::Text : Opcode::Continuation;
    bench.record(0, time, 3, header, payload, fragment, fin ? MessageId(5) : MessageId());
}

/// "one", a ping, somebody else's frame, "two", "three": rows 1, 4 and 5 are the message.
void addMessage(CaptureBench& bench)
{
    addFragment(bench, 1, 1, false, "one");
    websocket::FrameHeader ping;
    ping.opcode = Opcode::Ping;
    bench.record(0, 2, 3, ping, "x");
    bench.receive(0, 3, 9, "somebody else's");
    addFragment(bench, 4, 2, false, "two");
    addFragment(bench, 5, 3, true, "three");
    bench.drain();
}

} // namespace

class FragmentChainTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheWholeMessageFromAnyFragment_data()
    {
        QTest::addColumn<quint64>("number");
        QTest::newRow("first") << quint64(1);
        QTest::newRow("middle") << quint64(4);
        QTest::newRow("last") << quint64(5);
    }

    void findsTheWholeMessageFromAnyFragment()
    {
        QFETCH(quint64, number);
        CaptureBench bench;
        addMessage(bench);
        const link::FrameDetail detail = bench.maker.detail(number);
        QCOMPARE(detail.fragments, (std::vector<quint64>{1, 4, 5}));
        QCOMPARE(detail.message, QByteArray("onetwothree"));
    }

    void findsNothingAtAFrameThatIsNoFragment_data()
    {
        QTest::addColumn<quint64>("number");
        QTest::newRow("a ping between the fragments") << quint64(2);
        QTest::newRow("a whole message") << quint64(3);
    }

    void findsNothingAtAFrameThatIsNoFragment()
    {
        QFETCH(quint64, number);
        CaptureBench bench;
        addMessage(bench);
        QVERIFY(bench.maker.detail(number).fragments.empty());
        QVERIFY(bench.maker.detail(number).message.isEmpty());
    }

    void hasNoMessageWhileTheLastFragmentHasNotCome()
    {
        CaptureBench bench;
        addFragment(bench, 1, 1, false, "one");
        addFragment(bench, 2, 2, false, "two");
        bench.drain();
        QCOMPARE(bench.maker.detail(1).fragments, (std::vector<quint64>{1, 2}));
        QVERIFY(bench.maker.detail(1).message.isEmpty());
    }

    void hasNoMessageOnceAFragmentWasEvicted()
    {
        CaptureBench bench;
        addMessage(bench);
        bench.kept.setBudget(bench.kept.keptBytes() - 1); // the first row goes
        QCOMPARE(bench.kept.firstKept(), quint64(2));
        QCOMPARE(bench.maker.detail(4).fragments, (std::vector<quint64>{4, 5}));
        QVERIFY(bench.maker.detail(4).message.isEmpty());
        QCOMPARE(bench.maker.detail(4).payload, QByteArray("two"));
    }

    void hasNoMessageWhenAFragmentWasLost()
    {
        CaptureBench bench;
        addFragment(bench, 1, 1, false, "one");
        addFragment(bench, 2, 3, true, "three");
        bench.drain();
        QCOMPARE(bench.maker.detail(2).fragments, (std::vector<quint64>{1, 2}));
        QVERIFY(bench.maker.detail(2).message.isEmpty());
    }

    void endsWithTheClient()
    {
        CaptureBench bench;
        addFragment(bench, 1, 1, false, "one");
        bench.writers[0]->recordClosed(CaptureBench::at(2), ClientId(3), EndReason::Vanished, 1006, {});
        bench.drain();
        QCOMPARE(bench.maker.detail(1).fragments, (std::vector<quint64>{1}));
        QVERIFY(bench.maker.detail(1).message.isEmpty());
    }

    void givesUpOnAMessageInTooManyFragments()
    {
        CaptureBench bench;
        addMessage(bench);
        const quint64 last = bench.kept.rows().end() - 1;
        QVERIFY(findFragments(bench.kept, last, 3).isWhole);
        QVERIFY(findFragments(bench.kept, last, 2).positions.empty());
        QVERIFY(!findFragments(bench.kept, bench.kept.rows().begin(), 2).isWhole);
    }
};

SIGNALBOX_TEST(FragmentChainTest)
#include "fragment_chain_test.moc"
