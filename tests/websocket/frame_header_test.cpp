// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/websocket/frame_header.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::websocket;

class FrameHeaderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesTheShortestForm_data();
    void writesTheShortestForm();
    void writesEachBit_data();
    void writesEachBit();
};

namespace {

QByteArray written(const FrameHeader& header)
{
    std::array<char, maxFrameHeaderBytes> bytes{};
    return QByteArray(bytes.data(), writeFrameHeader(header, bytes));
}

} // namespace

void FrameHeaderTest::writesTheShortestForm_data()
{
    QTest::addColumn<quint64>("payloadBytes");
    QTest::addColumn<QByteArray>("unmasked");
    QTest::addColumn<QByteArray>("masked");
    const auto row = [](quint64 payloadBytes, const char* unmasked, const char* masked) {
        QTest::addRow("%llu", payloadBytes) << payloadBytes << QByteArray(unmasked) << QByteArray(masked);
    };
    row(0, "8100", "818001020304");
    row(1, "8101", "818101020304");
    row(125, "817d", "81fd01020304");
    row(126, "817e007e", "81fe007e01020304");
    row(127, "817e007f", "81fe007f01020304");
    row(65535, "817effff", "81feffff01020304");
    row(65536, "817f0000000000010000", "81ff000000000001000001020304");
    row(0x0102030405060708, "817f0102030405060708", "81ff010203040506070801020304");
}

void FrameHeaderTest::writesTheShortestForm()
{
    QFETCH(quint64, payloadBytes);
    FrameHeader header{.payloadBytes = payloadBytes};
    QTEST(written(header).toHex(), "unmasked");
    QCOMPARE(written(header).size(), header.headerBytes());

    header.masked = true;
    header.maskingKey = {1, 2, 3, 4};
    QTEST(written(header).toHex(), "masked");
    QCOMPARE(written(header).size(), header.headerBytes());
}

void FrameHeaderTest::writesEachBit_data()
{
    QTest::addColumn<bool>("fin");
    QTest::addColumn<int>("reservedBits");
    QTest::addColumn<Opcode>("opcode");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("first fragment") << false << 0 << Opcode::Text << QByteArray("0100");
    QTest::newRow("fragment") << false << 0 << Opcode::Continuation << QByteArray("0000");
    QTest::newRow("last fragment") << true << 0 << Opcode::Continuation << QByteArray("8000");
    QTest::newRow("RSV1") << true << 4 << Opcode::Binary << QByteArray("c200");
    QTest::newRow("RSV2") << true << 2 << Opcode::Binary << QByteArray("a200");
    QTest::newRow("RSV3") << true << 1 << Opcode::Binary << QByteArray("9200");
    QTest::newRow("close") << true << 0 << Opcode::Close << QByteArray("8800");
    QTest::newRow("ping") << true << 0 << Opcode::Ping << QByteArray("8900");
    QTest::newRow("pong") << true << 0 << Opcode::Pong << QByteArray("8a00");
}

void FrameHeaderTest::writesEachBit()
{
    QFETCH(bool, fin);
    QFETCH(int, reservedBits);
    QFETCH(Opcode, opcode);
    QTEST(written({.fin = fin, .reservedBits = static_cast<quint8>(reservedBits), .opcode = opcode}).toHex(),
          "bytes");
}

SIGNALBOX_TEST(FrameHeaderTest)
#include "frame_header_test.moc"
