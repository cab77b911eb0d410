// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/websocket/frame_encoder.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::websocket;

class FrameEncoderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesTheExamplesOfRfc6455();
    void writesEachLengthForm_data();
    void writesEachLengthForm();
    void writesAnyHeader();
};

namespace {

constexpr std::array<quint8, 4> key{0x37, 0xFA, 0x21, 0x3D};

} // namespace

void FrameEncoderTest::writesTheExamplesOfRfc6455() // §5.7
{
    QCOMPARE(encodeFrame(Opcode::Text, "Hello").toHex(), QByteArray("810548656c6c6f"));
    QCOMPARE(encodeMasked(Opcode::Text, "Hello", key).toHex(), QByteArray("818537fa213d7f9f4d5158"));
    QCOMPARE(encodeFrame(Opcode::Ping, "Hello").toHex(), QByteArray("890548656c6c6f"));
    QCOMPARE(encodeMasked(Opcode::Pong, "Hello", key).toHex(), QByteArray("8a8537fa213d7f9f4d5158"));
    QCOMPARE(encodeFrame(Opcode::Binary, QByteArray(256, 'b')).first(5).toHex(), QByteArray("827e010062"));
    QCOMPARE(encodeFrame(Opcode::Binary, QByteArray(65536, 'b')).first(11).toHex(),
             QByteArray("827f000000000001000062"));
}

void FrameEncoderTest::writesEachLengthForm_data()
{
    QTest::addColumn<int>("payloadBytes");
    QTest::addColumn<int>("headerBytes");
    for (const auto& [payloadBytes, headerBytes] :
         {std::pair(0, 2), std::pair(1, 2), std::pair(125, 2), std::pair(126, 4), std::pair(127, 4),
          std::pair(65535, 4), std::pair(65536, 10)}) {
        QTest::addRow("%d", payloadBytes) << payloadBytes << headerBytes;
    }
}

void FrameEncoderTest::writesEachLengthForm()
{
    QFETCH(int, payloadBytes);
    QFETCH(int, headerBytes);
    const QByteArray payload(payloadBytes, 'p');
    const QByteArray frame = encodeFrame(Opcode::Binary, payload);
    QCOMPARE(frame.size(), headerBytes + payloadBytes);
    QCOMPARE(frame.sliced(headerBytes), payload);

    const QByteArray masked = encodeMasked(Opcode::Binary, payload, key);
    QCOMPARE(masked.size(), headerBytes + 4 + payloadBytes);
    if (payloadBytes > 0) {
        QCOMPARE(static_cast<quint8>(masked.back()),
                 static_cast<quint8>('p' ^ key[static_cast<size_t>(payloadBytes - 1) % 4]));
    }
}

void FrameEncoderTest::writesAnyHeader()
{
    const FrameHeader header{
        .fin = false, .reservedBits = 4, .opcode = Opcode::Continuation, .payloadBytes = 99};
    QCOMPARE(encodeWithHeader(header, "ab").toHex(), QByteArray("40026162")); // the length is the payload's
}

SIGNALBOX_TEST(FrameEncoderTest)
#include "frame_encoder_test.moc"
