// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/row_maker.h"

#include "tests/recording/capture_bench.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::recording;
using signalbox::tests::CaptureBench;
using websocket::Opcode;

namespace {

/// An envelope to group red from somebody who says that it is `user`.
QByteArray envelope(const QByteArray& user)
{
    return R"({"action":"say","message":"hi","userId":")" + user +
           R"(","recipients":[{"type":"group","value":"red"}]})";
}

link::FrameRow lastRow(CaptureBench& bench)
{
    return bench.rows().back();
}

} // namespace

class RowMakerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesTheRowAndDetailOfAFrame()
    {
        CaptureBench bench;
        bench.writers[0]->recordOpened(CaptureBench::at(1), {ClientId(3), UserName::trusted("ann"), {}, {}},
                                       {}, {});
        websocket::FrameHeader header;
        header.masked = true;
        header.maskingKey = {0x3a, 0x51, 0x00, 0xff};
        const QByteArray payload = envelope("ann");
        bench.record(0, 2, 3, header, payload, 0, MessageId(18));
        bench.deliver(0, 3, MessageId(18), {{ClientId(4), DeliveryState::Queued, 9'000}});
        bench.drain();
        const link::FrameRow row = lastRow(bench);
        QCOMPARE(row.number, quint64{2});
        QCOMPARE(row.time, CaptureBench::at(2));
        QCOMPARE(row.kind, link::RowKind::Frame);
        QCOMPARE(row.direction, link::Direction::Received);
        QCOMPARE(row.sender, link::SenderKind::Client);
        QCOMPARE(row.client, ClientId(3));
        QCOMPARE(row.user, QByteArray("ann"));
        QCOMPARE(row.header.payloadBytes, static_cast<quint64>(payload.size()));
        QCOMPARE(row.header.maskingKey, header.maskingKey);
        QCOMPARE(row.message, MessageId(18));
        QCOMPARE(row.action, QByteArray("say"));
        QCOMPARE(row.target, QByteArray("group red"));
        QCOMPARE(row.claimedUser, QByteArray()); // she is who she says
        QCOMPARE(row.preview, payload);
        QCOMPARE(row.deliveries, (DeliveryCounts{1, 0, 1, 0}));
        const link::FrameDetail detail = bench.maker.detail(2);
        QVERIFY(detail.kept);
        QCOMPARE(detail.headerBytes, QByteArray::fromHex("81dc3a5100ff"));
        QCOMPARE(detail.payload, payload);
        QCOMPARE(detail.deliveries, (std::vector<Delivery>{{ClientId(4), DeliveryState::Queued, 9'000}}));
    }

    void tellsWhatLeftInAnotherForm()
    {
        CaptureBench bench(2);
        bench.receive(0, 1, 3, envelope("ann"), MessageId(18));
        websocket::FrameHeader header;
        header.payloadBytes = 2;
        bench.deliver(0, 2, MessageId(18), {{ClientId(4), DeliveryState::Sent, 0}});
        for (quint32 worker = 0; worker < 2; ++worker) { // each encodes for its own clients
            bench.writers[worker]->recordEncodedDeliveries(
                CaptureBench::at(3), MessageId(18), header, "hi",
                std::vector<Delivery>{{ClientId(5 + worker), DeliveryState::Sent, 0}});
        }
        bench.drain();
        QCOMPARE(lastRow(bench).deliveries.sent, 3);
        const link::FrameDetail detail = bench.maker.detail(1);
        QCOMPARE(detail.deliveries.size(), size_t{3});
        QCOMPARE(detail.encodings.size(), size_t{1});
        QCOMPARE(detail.encodings[0].payload, QByteArray("hi"));
        QCOMPARE(detail.encodings[0].header, header);
        QCOMPARE(detail.encodings[0].clients, (std::vector<ClientId>{ClientId(5), ClientId(6)}));
    }

    void showsTheSendersBytesInTheRowOfAMessageThatCapturingBeganAfter()
    {
        CaptureBench bench;
        websocket::FrameHeader header;
        header.payloadBytes = 2;
        bench.writers[0]->recordEncodedDeliveries(
            CaptureBench::at(1), MessageId(18), header, "hi",
            std::vector<Delivery>{{ClientId(5), DeliveryState::Sent, 0}});
        bench.writers[0]->recordDeliveries(CaptureBench::at(2), MessageId(18), {}, {},
                                           std::vector<Delivery>{{ClientId(4), DeliveryState::Sent, 0}});
        bench.drain();
        bench.drain();
        QCOMPARE(bench.rows().size(), size_t{1});
        QCOMPARE(lastRow(bench).header.payloadBytes, quint64{0});
        QCOMPARE(bench.maker.detail(1).encodings.size(), size_t{1});
    }

    void letsGoOfOtherFormsWithTheirRow()
    {
        CaptureBench bench(1, 1024, 300'000, 4096);
        websocket::FrameHeader header;
        header.payloadBytes = 1'000;
        for (quint64 id = 1; id <= 1'000; ++id) {
            bench.receive(0, static_cast<qint64>(id), 3, envelope("ann"), MessageId(id));
            bench.writers[0]->recordEncodedDeliveries(
                CaptureBench::at(static_cast<qint64>(id)), MessageId(id), header, QByteArray(1'000, 'x'),
                std::vector<Delivery>{{ClientId(5), DeliveryState::Sent, 0}});
            bench.drain();
        }
        QVERIFY(bench.kept.keptBytes() <= 300'000);
        QVERIFY(bench.kept.firstKept() > 500);
        QCOMPARE(bench.maker.detail(1'000).encodings.at(0).payload.size(), qsizetype{1'000});
    }

    void namesTheRecipientsOfAPushThatCarriesNone()
    {
        CaptureBench bench;
        bench.writers[0]->recordAddressedPush(CaptureBench::at(1), link::SenderKind::Http, MessageId(18),
                                              R"({"action":"message","message":"hi"})",
                                              {{RecipientType::Tag, "red"}});
        bench.drain();
        QCOMPARE(lastRow(bench).action, QByteArray("message"));
        QCOMPARE(lastRow(bench).target, QByteArray("tag red"));
        QCOMPARE(lastRow(bench).sender, link::SenderKind::Http);
    }

    void showsAUserThatTheSenderOnlyClaims()
    {
        CaptureBench bench;
        bench.writers[0]->recordClientKnown(CaptureBench::at(1),
                                            {ClientId(3), UserName::trusted("ann"), {}, {}});
        bench.receive(0, 2, 3, envelope("rstrahl"));
        bench.drain();
        QCOMPARE(lastRow(bench).claimedUser, QByteArray("rstrahl"));
        QCOMPARE(lastRow(bench).user, QByteArray("ann"));
    }

    void readsNoEnvelopeInPlainText()
    {
        CaptureBench bench;
        bench.receive(0, 1, 3, "hello");
        bench.drain();
        QCOMPARE(lastRow(bench).action, QByteArray());
        QCOMPARE(lastRow(bench).claimedUser, QByteArray());
        QCOMPARE(lastRow(bench).preview, QByteArray("hello"));
    }

    void makesRowsOfControlFrames_data()
    {
        QTest::addColumn<Opcode>("opcode");
        QTest::addColumn<QByteArray>("payload");
        QTest::newRow("ping without payload") << Opcode::Ping << QByteArray();
        QTest::newRow("pong") << Opcode::Pong << envelope("ann");
        QTest::newRow("close") << Opcode::Close
                               << QByteArray("\x03\xe8"
                                             "bye",
                                             5);
    }

    void makesRowsOfControlFrames()
    {
        QFETCH(Opcode, opcode);
        QFETCH(QByteArray, payload);
        CaptureBench bench;
        websocket::FrameHeader header;
        header.opcode = opcode;
        bench.record(0, 1, 3, header, payload);
        bench.drain();
        const link::FrameRow row = lastRow(bench);
        QCOMPARE(row.kind, link::RowKind::Frame);
        QCOMPARE(row.header.opcode, opcode);
        QCOMPARE(row.preview, payload);
        QCOMPARE(row.action, QByteArray()); // read of messages only
        QCOMPARE(bench.maker.detail(1).payload, payload);
        QCOMPARE(bench.maker.detail(1).headerBytes.size(), 2);
    }

    void readsTheEnvelopeOfAFragmentedMessageAtItsLastFrame()
    {
        CaptureBench bench;
        websocket::FrameHeader header;
        header.fin = false;
        const QByteArray message = envelope("bob");
        bench.record(0, 1, 3, header, message.first(5), 1);
        header.opcode = Opcode::Continuation;
        bench.record(0, 2, 3, header, message.sliced(5, 20), 2);
        websocket::FrameHeader ping;
        ping.opcode = Opcode::Ping;
        bench.record(0, 3, 3, ping, "x");          // between the fragments
        bench.receive(0, 4, 9, "somebody else's"); // and another client
        header.fin = true;
        bench.record(0, 5, 3, header, message.sliced(25), 3, MessageId(5));
        bench.drain();
        const link::FrameRow row = lastRow(bench);
        QCOMPARE(row.fragment, quint32{3});
        QCOMPARE(row.action, QByteArray("say"));
        QCOMPARE(row.target, QByteArray("group red"));
        QCOMPARE(row.claimedUser, QByteArray("bob"));
        QCOMPARE(row.preview, message.sliced(25));
        QCOMPARE(bench.rows().at(1).fragment, quint32{2});
        QCOMPARE(bench.rows().at(1).action, QByteArray());
        QCOMPARE(bench.maker.detail(5).payload, message.sliced(25));
    }

    void readsNoEnvelopeWhenAFragmentIsMissing()
    {
        CaptureBench bench;
        websocket::FrameHeader header;
        header.fin = false;
        const QByteArray message = envelope("bob");
        bench.record(0, 1, 3, header, message.first(5), 1);
        header.opcode = Opcode::Continuation;
        header.fin = true;
        bench.record(0, 2, 3, header, message.sliced(5), 3, MessageId(5)); // an empty one was lost between
        bench.drain();
        QCOMPARE(lastRow(bench).action, QByteArray());
        QCOMPARE(lastRow(bench).fragment, quint32{3});
    }

    void cutsThePreviewBetweenCharacters_data()
    {
        QTest::addColumn<Opcode>("opcode");
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<int>("bytes");
        const QByteArray euro("\xe2\x82\xac");
        QTest::newRow("119 bytes") << Opcode::Text << QByteArray(119, 'a') << 119;
        QTest::newRow("120 bytes") << Opcode::Text << QByteArray(120, 'a') << 120;
        QTest::newRow("121 bytes") << Opcode::Text << QByteArray(121, 'a') << 120;
        QTest::newRow("a character over the edge") << Opcode::Text << QByteArray(118, 'a') + euro << 118;
        QTest::newRow("a character up to the edge")
            << Opcode::Text << QByteArray(117, 'a') + euro + "a" << 120;
        QTest::newRow("binary is cut anywhere") << Opcode::Binary << QByteArray(118, 'a') + euro << 120;
    }

    void cutsThePreviewBetweenCharacters()
    {
        QFETCH(Opcode, opcode);
        QFETCH(QByteArray, payload);
        QFETCH(int, bytes);
        CaptureBench bench;
        websocket::FrameHeader header;
        header.opcode = opcode;
        bench.record(0, 1, 3, header, payload);
        bench.drain();
        QCOMPARE(lastRow(bench).preview, payload.first(bytes));
        QCOMPARE(bench.maker.detail(1).payload, payload);
    }

    void makesTheRowAndDetailOfAPush()
    {
        CaptureBench bench;
        bench.writers[0]->recordPush(CaptureBench::at(1), link::SenderKind::Http, MessageId(4),
                                     envelope("fox"));
        bench.drain();
        const link::FrameRow row = lastRow(bench);
        QCOMPARE(row.kind, link::RowKind::Push);
        QCOMPARE(row.sender, link::SenderKind::Http);
        QVERIFY(row.client.isNull());
        QCOMPARE(row.message, MessageId(4));
        QCOMPARE(row.action, QByteArray("say"));
        QCOMPARE(row.claimedUser, QByteArray("fox"));
        QCOMPARE(row.preview, envelope("fox"));
        QCOMPARE(bench.maker.detail(1).payload, envelope("fox"));
        QCOMPARE(bench.maker.detail(1).headerBytes, QByteArray());
    }

    void makesTheRowAndDetailOfAnOpenedClient()
    {
        CaptureBench bench;
        const QByteArray request("GET /ws?groupId=red&userId=ann HTTP/1.1\r\nHost: a\r\n\r\n");
        const QByteArray response("HTTP/1.1 101 Switching Protocols\r\n\r\n");
        bench.writers[0]->recordOpened(CaptureBench::at(1), {ClientId(3), UserName::trusted("ann"), {}, {}},
                                       request, response);
        bench.drain();
        const link::FrameRow row = lastRow(bench);
        QCOMPARE(row.kind, link::RowKind::Opened);
        QCOMPARE(row.client, ClientId(3));
        QCOMPARE(row.user, QByteArray("ann"));
        QCOMPARE(row.text, QByteArray("/ws?groupId=red&userId=ann"));
        const link::FrameDetail detail = bench.maker.detail(1);
        QCOMPARE(detail.handshakeRequest, request);
        QCOMPARE(detail.handshakeResponse, response);
        QCOMPARE(detail.payload, QByteArray());
    }

    void makesTheRowOfAClosedClient()
    {
        CaptureBench bench;
        bench.writers[0]->recordOpened(CaptureBench::at(1), {ClientId(3), UserName::trusted("ann"), {}, {}},
                                       {}, {});
        bench.writers[0]->recordClosed(CaptureBench::at(2), ClientId(3), EndReason::SlowClient, 4008,
                                       "too slow");
        bench.writers[0]->recordClosed(CaptureBench::at(3), ClientId(4), EndReason::Vanished, 1006, {});
        bench.drain();
        const link::FrameRow row = bench.rows().at(1);
        QCOMPARE(row.kind, link::RowKind::Closed);
        QCOMPARE(row.user, QByteArray("ann"));
        QCOMPARE(row.end, EndReason::SlowClient);
        QCOMPARE(row.code, quint16{4008});
        QCOMPARE(row.text, QByteArray("too slow"));
        QCOMPARE(lastRow(bench).end, EndReason::Vanished);
        QCOMPARE(lastRow(bench).text, QByteArray());
        QVERIFY(bench.maker.detail(2).kept);
    }

    void makesTheRowAndDetailOfARefusal()
    {
        CaptureBench bench;
        bench.writers[0]->recordRefused(CaptureBench::at(1), {.address = "127.0.0.1:40312",
                                                              .origin = "https://shop.example",
                                                              .status = 403,
                                                              .errorCode = "handshake.origin",
                                                              .request = "GET / HTTP/1.1\r\n\r\n",
                                                              .response = "HTTP/1.1 403 Forbidden\r\n\r\n"});
        bench.writers[0]->recordRefused(CaptureBench::at(2), {.status = 431}); // nothing readable came
        bench.drain();
        const link::FrameRow row = bench.rows().at(0);
        QCOMPARE(row.kind, link::RowKind::Refused);
        QCOMPARE(row.code, quint16{403});
        QCOMPARE(row.text, QByteArray("handshake.origin"));
        QCOMPARE(row.origin, QByteArray("https://shop.example"));
        QCOMPARE(row.address, QByteArray("127.0.0.1:40312"));
        QCOMPARE(bench.maker.detail(1).handshakeRequest, QByteArray("GET / HTTP/1.1\r\n\r\n"));
        QCOMPARE(bench.maker.detail(1).handshakeResponse, QByteArray("HTTP/1.1 403 Forbidden\r\n\r\n"));
        QCOMPARE(lastRow(bench).code, quint16{431});
        QCOMPARE(lastRow(bench).origin, QByteArray());
    }

    void makesTheRowAndDetailOfAnAnsweredRequest()
    {
        CaptureBench bench;
        bench.writers[0]->recordAnswered(CaptureBench::at(1),
                                         {.address = "127.0.0.1:40312",
                                          .origin = "http://localhost",
                                          .status = 200,
                                          .request = "POST /a?b HTTP/1.1\r\n\r\n{}",
                                          .response = "HTTP/1.1 200 OK\r\n\r\n{\"id\":\"m1\"}",
                                          .bodyBytes = 2,
                                          .took = std::chrono::microseconds(1'200),
                                          .message = MessageId(1)});
        bench.drain();
        const link::FrameRow row = bench.rows().at(0);
        QCOMPARE(row.kind, link::RowKind::Answered);
        QCOMPARE(row.text, QByteArray("POST /a?b"));
        QCOMPARE(row.code, quint16{200});
        QCOMPARE(row.took, std::chrono::microseconds(1'200));
        QCOMPARE(row.header.payloadBytes, quint64{2});
        QCOMPARE(row.address, QByteArray("127.0.0.1:40312"));
        QCOMPARE(row.origin, QByteArray("http://localhost"));
        QVERIFY(row.message.isNull()); // it is not the message's own row
        QCOMPARE(row.about, MessageId(1));
        const link::FrameDetail detail = bench.maker.detail(1);
        QCOMPARE(detail.handshakeRequest, QByteArray("POST /a?b HTTP/1.1\r\n\r\n{}"));
        QCOMPARE(detail.handshakeResponse, QByteArray("HTTP/1.1 200 OK\r\n\r\n{\"id\":\"m1\"}"));
        QVERIFY(!detail.routing);
    }

    void makesTheRowAndDetailOfACall()
    {
        CaptureBench bench; // its client has ended, or opened before capture began
        bench.writers[0]->recordCalled(CaptureBench::at(1), {.url = "http://app/__WebSocket.wwd",
                                                             .message = MessageId(4),
                                                             .client = ClientId(3),
                                                             .user = "ann",
                                                             .status = 503,
                                                             .errorCode = "webhook.failed",
                                                             .request = "POST / HTTP/1.1\r\n\r\n{}",
                                                             .response = "HTTP/1.1 503 No\r\n\r\n",
                                                             .bodyBytes = 2,
                                                             .took = std::chrono::microseconds(9),
                                                             .attempt = 2,
                                                             .isTriedAgain = true});
        bench.writers[0]->recordCalled(CaptureBench::at(2), {.url = "http://app/", .attempt = 101});
        bench.drain();
        const link::FrameRow row = bench.rows().at(0);
        QCOMPARE(row.kind, link::RowKind::Called);
        QCOMPARE(row.direction, link::Direction::Sent);
        QCOMPARE(row.client, ClientId(3));
        QCOMPARE(row.user, QByteArray("ann"));
        QCOMPARE(row.target, QByteArray("http://app/__WebSocket.wwd"));
        QCOMPARE(row.text, QByteArray("webhook.failed"));
        QCOMPARE(row.code, quint16{503});
        QCOMPARE(row.attempt, quint16{2});
        QVERIFY(row.isTriedAgain);
        QCOMPARE(row.took, std::chrono::microseconds(9));
        QCOMPARE(row.about, MessageId(4));
        QVERIFY(row.message.isNull());
        QCOMPARE(bench.maker.detail(1).handshakeResponse, QByteArray("HTTP/1.1 503 No\r\n\r\n"));
        QCOMPARE(bench.maker.detail(1).headerBytes, QByteArray());
        QCOMPARE(lastRow(bench).attempt, quint16{101});
        QVERIFY(!lastRow(bench).isTriedAgain);
    }

    void leadsFromAMessageToItsRequestAndItsCallsAndBack()
    {
        CaptureBench bench;
        const MessageId message(7);
        bench.writers[0]->recordPush(CaptureBench::at(1), link::SenderKind::Http, message, "{}");
        bench.receive(0, 2, 3, "something else", MessageId(8));
        bench.writers[0]->recordAnswered(CaptureBench::at(3), {.status = 200, .message = message});
        bench.writers[0]->recordAnswered(CaptureBench::at(4), {.status = 200}); // about nothing
        bench.writers[0]->recordCalled(CaptureBench::at(5), {.message = message, .attempt = 1});
        bench.deliver(0, 6, message, tests::deliveriesTo(1, 2));
        bench.drain();
        const auto related = [&bench](quint64 number) {
            std::vector<quint64> numbers;
            for (const link::RelatedRow& row : bench.maker.detail(number).related) {
                numbers.push_back(row.number);
            }
            return numbers;
        };
        QCOMPARE(related(1), (std::vector<quint64>{3, 5}));
        QCOMPARE(related(3), (std::vector<quint64>{1, 5}));
        QCOMPARE(related(5), (std::vector<quint64>{1, 3}));
        QCOMPARE(related(2), std::vector<quint64>{});
        QCOMPARE(related(4), std::vector<quint64>{});
        QCOMPARE(bench.maker.detail(1).related.at(1).kind, link::RowKind::Called);
        QCOMPARE(bench.rows().at(0).deliveries.recipients, qint64{2}); // the message's row has them, no other
        QCOMPARE(bench.rows().at(2).deliveries.recipients, qint64{0});
    }

    void makesTheRowOfAnOperatorsAct()
    {
        CaptureBench bench;
        bench.writers[0]->recordAct(CaptureBench::at(1), "disconnected c3");
        bench.drain();
        QCOMPARE(lastRow(bench).kind, link::RowKind::OperatorAct);
        QCOMPARE(lastRow(bench).sender, link::SenderKind::Operator);
        QCOMPARE(lastRow(bench).text, QByteArray("disconnected c3"));
        QVERIFY(bench.maker.detail(1).kept);
    }

    void makesTheRowOfAGap()
    {
        CaptureBench bench;
        bench.kept.appendGap({312, 1'800'000, CaptureBench::at(10), CaptureBench::at(800'000)});
        const link::FrameRow row = lastRow(bench);
        QCOMPARE(row.kind, link::RowKind::Gap);
        QCOMPARE(row.number, quint64{1});
        QCOMPARE(row.time, CaptureBench::at(10));
        QCOMPARE(row.gapRows, quint64{312});
        QCOMPARE(row.gapBytes, qint64{1'800'000});
        QCOMPARE(row.gapEnd, CaptureBench::at(800'000));
        QVERIFY(bench.maker.detail(1).kept);
    }

    void saysThatARowIsNotKept()
    {
        CaptureBench bench;
        bench.receive(0, 1, 3, "a");
        bench.drain();
        bench.kept.setBudget(0);
        const link::FrameDetail detail = bench.maker.detail(1);
        QVERIFY(!detail.kept);
        QCOMPARE(detail.number, quint64{1});
        QCOMPARE(detail.payload, QByteArray());
    }
};

SIGNALBOX_TEST(RowMakerTest)
#include "row_maker_test.moc"
