// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/xsockets_summary.h"

#include "server/filter/filter.h"
#include "server/recording/kept_subject.h"
#include "server/xsockets/binary_message.h"
#include "tests/recording/capture_bench.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::recording;
using signalbox::tests::CaptureBench;

namespace {

/// JSON is written with single quotes here.
QByteArray json(const char* text)
{
    return QByteArray(text).replace('\'', '"');
}

const QByteArray tick = json("{'C':'stocks','T':'tick','D':'{\\'price\\':12}'}");
const QByteArray tickWithValue = json("{'c':'stocks','t':'tick','d':{'price':12}}");

/// The row of a text frame on the connection of an XSockets client, whose path named "chat".
link::FrameRow rowOf(const QByteArray& payload, MessageId message = {},
                     link::Direction direction = link::Direction::Received)
{
    CaptureBench bench;
    bench.recordXSockets(1, 3, direction, payload, "chat", message);
    bench.drain();
    return bench.rows().back();
}

bool passes(const QByteArray& payload, const QString& filter)
{
    CaptureBench bench;
    bench.recordXSockets(1, 3, link::Direction::Received, payload, "chat", MessageId(18));
    bench.drain();
    KeptSubject subject(bench.kept, bench.maker);
    subject.set(bench.kept.rows().begin());
    return filter::compile(filter)->matches(subject);
}

} // namespace

class XSocketsSummaryTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesControllerTopicGroupAndData()
    {
        const link::FrameRow row =
            rowOf(json("{'c':'Stocks','t':'tick','d':'{\\'price\\':12}','q':1,'i':7}"), MessageId(18));
        QVERIFY(row.isXSockets);
        QCOMPARE(row.controller, QByteArray("stocks"));
        QCOMPARE(row.action, QByteArray("tick"));
        QCOMPARE(row.target, QByteArray("group stocks/tick"));
        QCOMPARE(row.data, json("{'price':12}"));
        QVERIFY(row.preview.startsWith("{\"c\":\"Stocks\"")); // as it came
    }

    void aTopicOfTheGenericControllerIsItsOwnGroup()
    {
        QCOMPARE(rowOf(json("{'C':'generic','T':'red','D':1}"), MessageId(18)).target,
                 QByteArray("group red"));
    }

    void aMessageThatNamesNoControllerIsForThatOfThePath()
    {
        const link::FrameRow row = rowOf(json("{'T':'say','D':'hi'}"), MessageId(18));
        QCOMPARE(row.controller, QByteArray("chat"));
        QCOMPARE(row.target, QByteArray("group chat/say"));
        QCOMPARE(row.data, json("'hi'"));
    }

    void anErrorOfTheConnectionHasNoController()
    {
        const link::FrameRow row = rowOf(json("{'C':'','T':'4','D':'{}'}"), {}, link::Direction::Sent);
        QCOMPARE(row.controller, QByteArray());
        QCOMPARE(row.action, QByteArray("4"));
    }

    void aReservedTopicHasNoGroup()
    {
        const link::FrameRow row = rowOf(json("{'C':'chat','T':'5','D':'{\\'T\\':\\'say\\'}'}"));
        QCOMPARE(row.action, QByteArray("5"));
        QCOMPARE(row.target, QByteArray());
        QCOMPARE(row.data, json("{'T':'say'}"));
    }

    void aBinaryMessageSaysWhatItsTextSays()
    {
        const QByteArray text = json("{'C':'chat','T':'picture','D':'{}'}");
        const link::FrameRow row = rowOf(xsockets::joinBinary({text, "\x89PNG"}), MessageId(18));
        QCOMPARE(row.action, QByteArray("picture"));
        QCOMPARE(row.target, QByteArray("group chat/picture"));
        QCOMPARE(row.data, QByteArray("{}"));
    }

    void whatIsNoSuchMessageHasAPreviewAlone()
    {
        const link::FrameRow row = rowOf("hello");
        QVERIFY(row.isXSockets);
        QCOMPARE(row.action, QByteArray());
        QCOMPARE(row.preview, QByteArray("hello"));
    }

    void aPingOfTheConnectionIsNoMessage()
    {
        CaptureBench bench;
        websocket::FrameHeader ping;
        ping.opcode = websocket::Opcode::Ping;
        bench.writers[0]->recordFrame(CaptureBench::at(1), ClientId(3), link::Direction::Sent, ping, {}, {},
                                      0, {}, "chat");
        bench.drain();
        QVERIFY(!bench.rows().back().isXSockets);
    }

    void longDataIsCutBetweenTwoCharacters()
    {
        const QByteArray umlauts = QByteArray("\xc3\xa4").repeated(100);
        const link::FrameRow row =
            rowOf(json("{'C':'chat','T':'say','D':'%1'}").replace("%1", umlauts), MessageId(18));
        QCOMPARE(row.data, '"' + QByteArray("\xc3\xa4").repeated(59)); // 119 of 120 bytes
    }

    void filtersLookIntoTheData_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QString>("filter");
        QTest::addColumn<bool>("expected");
        const QByteArray text = tick;
        QTest::newRow("the price") << text << QStringLiteral("message.price > 10") << true;
        QTest::newRow("another price") << text << QStringLiteral("message.price > 12") << false;
        QTest::newRow("lower case, a value")
            << QByteArray(tickWithValue) << QStringLiteral("message.price == 12") << true;
        QTest::newRow("the topic") << text << QStringLiteral("action == \"tick\"") << true;
        QTest::newRow("the group") << text << QStringLiteral("group == \"stocks/tick\"") << true;
        QTest::newRow("the payload as it came") << text << QStringLiteral("payload.C == \"stocks\"") << true;
    }
    void filtersLookIntoTheData()
    {
        QFETCH(QByteArray, payload);
        QFETCH(QString, filter);
        QTEST(passes(payload, filter), "expected");
    }
};

SIGNALBOX_TEST(XSocketsSummaryTest)

#include "xsockets_summary_test.moc"
