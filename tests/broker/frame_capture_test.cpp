// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/frame_capture.h"

#include "server/broker/client_table.h"
#include "server/broker/echo_dialect.h"

#include "tests/broker/worker_bench.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;
using tests::WorkerBench;
using websocket::Opcode;

class FrameCaptureTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench.emplace();
        m_dialect.emplace(m_bench->context);
        m_clients.emplace(m_bench->context);
        std::ignore = m_bench->open(*m_clients, *m_dialect, "ann");
        QCOMPARE(m_bench->takeRecords(), 1); // that she opened
    }
    void cleanup()
    {
        m_clients.reset();
        m_dialect.reset();
        m_bench.reset();
    }

    void recordsTheHeaderThatWasOnTheWire()
    {
        QByteArray wire = websocket::encodeMasked(Opcode::Text, "hello", {1, 2, 3, 4});
        const QByteArray header = wire.first(6);
        websocket::FrameDecoder decoder(websocket::Role::Server, 100);
        std::span<char> bytes(wire.data(), static_cast<size_t>(wire.size()));
        websocket::DecodedFrame frame;
        QVERIFY(decoder.next(bytes, frame) == websocket::DecodeStatus::FrameReady);
        const recording::PayloadRef kept =
            recordReceived(m_bench->context, *m_clients->find(ClientId(1)), frame, 2, {MessageId(7)});
        const recording::RecordBody& body = m_bench->ring.front()->body;
        QCOMPARE(body.kind, recording::RecordKind::Frame);
        QCOMPARE(body.direction, link::Direction::Received);
        QCOMPARE(body.client, ClientId(1));
        QCOMPARE(body.message, MessageId(7));
        QCOMPARE(body.fragment, quint32(2));
        QCOMPARE(QByteArray(body.headerBytes.data(), body.headerByteCount), header);
        QCOMPARE(body.payload, kept);
        QCOMPARE(kept.bytes, quint32(5));
    }

    void recordsTheHeaderThatAFrameOfOursGets()
    {
        recordSent(m_bench->context, *m_clients->find(ClientId(1)), Opcode::Ping, "12");
        const recording::RecordBody& body = m_bench->ring.front()->body;
        QCOMPARE(body.direction, link::Direction::Sent);
        QCOMPARE(body.header.opcode, Opcode::Ping);
        QCOMPARE(body.header.payloadBytes, quint64(2));
        QCOMPARE(QByteArray(body.headerBytes.data(), body.headerByteCount), QByteArray::fromHex("8902"));
    }

    void recordsNothingWhileCaptureIsOff()
    {
        m_bench->capture.setEnabled(false);
        Session& session = *m_clients->find(ClientId(1));
        QCOMPARE(recordReceived(m_bench->context, session, {}, 0), recording::PayloadRef{});
        recordSent(m_bench->context, session, Opcode::Ping, "12");
        QCOMPARE(m_bench->takeRecords(), 0);
    }

private:
    std::optional<WorkerBench> m_bench;
    std::optional<EchoDialect> m_dialect;
    std::optional<ClientTable> m_clients;
};

SIGNALBOX_TEST(FrameCaptureTest)
#include "frame_capture_test.moc"
