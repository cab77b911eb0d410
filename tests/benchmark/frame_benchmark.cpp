// SPDX-License-Identifier: GPL-3.0-or-later
// What it costs to turn bytes into messages and back. Each figure is for one read of 64 KiB, or of one
// message if that is larger; divide by the number of messages in the row's name.
#include "server/websocket/frame_encoder.h"
#include "server/websocket/message_assembler.h"

#include <QtTest/QTest>

#include <cstring>

using namespace signalbox::websocket;

class FrameBenchmark final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decode_data() { sizes(); }
    void decode();
    void encode_data() { sizes(); }
    void encode();

private:
    static void sizes();
};

void FrameBenchmark::sizes()
{
    QTest::addColumn<int>("payloadBytes");
    QTest::addColumn<int>("messages");
    for (const int payloadBytes : {16, 128, 1024, 8192, 65536, 1024 * 1024}) {
        const int messages = std::max(1, 65536 / (payloadBytes + 8));
        QTest::addRow("%d messages of %d bytes", messages, payloadBytes) << payloadBytes << messages;
    }
}

void FrameBenchmark::decode()
{
    QFETCH(int, payloadBytes);
    QFETCH(int, messages);
    const QByteArray frame =
        encodeMasked(Opcode::Text, QByteArray(payloadBytes, 'a'), {0x37, 0xFA, 0x21, 0x3D});
    const QByteArray wire = frame.repeated(messages);
    std::vector<char> buffer(static_cast<size_t>(wire.size()));
    FrameDecoder decoder(Role::Server, 1024 * 1024);
    MessageAssembler assembler(1024 * 1024);
    int seen = 0;
    QBENCHMARK
    {
        std::memcpy(buffer.data(), wire.constData(), buffer.size()); // stands for the read
        std::span<char> bytes(buffer);
        DecodedFrame decoded;
        AssembledMessage message;
        seen = 0;
        while (decoder.next(bytes, decoded) == DecodeStatus::FrameReady) {
            seen += assembler.add(decoded, message) == AssembleStatus::MessageReady ? 1 : 0;
        }
    }
    QCOMPARE(seen, messages);
}

void FrameBenchmark::encode()
{
    QFETCH(int, payloadBytes);
    QFETCH(int, messages);
    const QByteArray payload(payloadBytes, 'a');
    qsizetype bytes = 0;
    QBENCHMARK
    {
        bytes = 0;
        for (int i = 0; i < messages; ++i) {
            bytes += encodeFrame(Opcode::Text, payload).size();
        }
    }
    QVERIFY(bytes > qsizetype(payloadBytes) * messages);
}

QTEST_APPLESS_MAIN(FrameBenchmark)
#include "frame_benchmark.moc"
