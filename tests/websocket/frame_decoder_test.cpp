// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/websocket/frame_decoder.h"

#include "server/websocket/frame_encoder.h"
#include "tests/support/test_registry.h"
#include "tests/websocket/wire_reader.h"

#include <QtTest/QTest>

using namespace signalbox::tests;
using namespace signalbox::websocket;

class FrameDecoderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEachLengthForm_data();
    void readsEachLengthForm();
    void readsTheExamplesOfRfc6455_data();
    void readsTheExamplesOfRfc6455();
    void readsSeveralFramesOfOneRead();
    void readsEachOpcode_data();
    void readsEachOpcode();
    void leavesAWholeFrameInTheReadersMemory();
    void stopsBehindEachFrame();
    void refusesFaultyHeaders_data();
    void refusesFaultyHeaders();
    void givesTheFramesBeforeAFault();
    void staysFailed();
    void takesAMessageOfExactlyTheLimit();
    void refusesABigMessageBeforeItsPayload_data();
    void refusesABigMessageBeforeItsPayload();
    void countsAllFragmentsOfAMessage();
    void letsControlFramesBeLargerThanTheLimit();
    void reservesNothingForWhatIsAnnounced();
    void givesMemoryBackBehindALargeFrame();
    void knowsWhetherItIsInsideAFrame();
};

namespace {

constexpr qint64 maxMessageBytes = 100'000;
constexpr std::array<quint8, 4> key{0x37, 0xFA, 0x21, 0x3D};

QByteArray somePayload(qsizetype size)
{
    QByteArray payload(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i) {
        payload[i] = static_cast<char>(i * 31 + i / 256);
    }
    return payload;
}

QByteArray fragment(Opcode opcode, bool fin, const QByteArray& payload)
{
    return encodeWithHeader({.fin = fin, .opcode = opcode, .masked = true, .maskingKey = key}, payload);
}

ReadResult readAtOnce(Role role, const QByteArray& wire)
{
    FrameDecoder decoder(role, maxMessageBytes);
    return readFrames(decoder, wire, {wire.size()});
}

ReadResult readByteByByte(Role role, const QByteArray& wire)
{
    FrameDecoder decoder(role, maxMessageBytes);
    return readFrames(decoder, wire, equalPieces(wire.size(), 1));
}

} // namespace

void FrameDecoderTest::readsEachLengthForm_data()
{
    QTest::addColumn<int>("payloadBytes");
    QTest::addColumn<Role>("role");
    for (const int payloadBytes : {0, 1, 2, 124, 125, 126, 127, 128, 65534, 65535, 65536, 65537, 100'000}) {
        QTest::addRow("%d from a client", payloadBytes) << payloadBytes << Role::Server;
        QTest::addRow("%d from a server", payloadBytes) << payloadBytes << Role::Client;
    }
}

void FrameDecoderTest::readsEachLengthForm()
{
    QFETCH(int, payloadBytes);
    QFETCH(Role, role);
    FrameHeader header{.opcode = Opcode::Binary, .payloadBytes = static_cast<quint64>(payloadBytes)};
    if (role == Role::Server) {
        header.masked = true;
        header.maskingKey = key;
    }
    const QByteArray payload = somePayload(payloadBytes);
    const QByteArray wire = encodeWithHeader(header, payload);
    const ReadResult expected{{{header, wire.first(header.headerBytes()), payload}}, std::nullopt, 0};

    QCOMPARE(readAtOnce(role, wire), expected);
    QCOMPARE(readByteByByte(role, wire), expected);
    // Every split of a short frame; of a long one those near both ends, and some between.
    for (qsizetype split = 1; split < wire.size();) {
        FrameDecoder decoder(role, maxMessageBytes);
        QCOMPARE(readFrames(decoder, wire, {split, wire.size() - split}), expected);
        const bool nearAnEnd = split < 160 || split > wire.size() - 20;
        split += nearAnEnd ? 1 : std::min<qsizetype>(4093, wire.size() - 20 - split + 1);
    }
}

void FrameDecoderTest::readsTheExamplesOfRfc6455_data() // §5.7
{
    QTest::addColumn<Role>("role");
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<QList<QByteArray>>("payloads");
    QTest::newRow("unmasked text") << Role::Client << QByteArray::fromHex("810548656c6c6f")
                                   << QList<QByteArray>{"Hello"};
    QTest::newRow("masked text") << Role::Server << QByteArray::fromHex("818537fa213d7f9f4d5158")
                                 << QList<QByteArray>{"Hello"};
    QTest::newRow("fragmented text") << Role::Client << QByteArray::fromHex("010348656c80026c6f")
                                     << QList<QByteArray>{"Hel", "lo"};
    QTest::newRow("ping") << Role::Client << QByteArray::fromHex("890548656c6c6f")
                          << QList<QByteArray>{"Hello"};
    QTest::newRow("masked pong") << Role::Server << QByteArray::fromHex("8a8537fa213d7f9f4d5158")
                                 << QList<QByteArray>{"Hello"};
    QTest::newRow("256 bytes") << Role::Client << QByteArray::fromHex("827e0100") + QByteArray(256, 'x')
                               << QList<QByteArray>{QByteArray(256, 'x')};
    QTest::newRow("64 KiB") << Role::Client
                            << QByteArray::fromHex("827f0000000000010000") + QByteArray(65536, 'x')
                            << QList<QByteArray>{QByteArray(65536, 'x')};
}

void FrameDecoderTest::readsTheExamplesOfRfc6455()
{
    QFETCH(Role, role);
    QFETCH(QByteArray, wire);
    QList<QByteArray> payloads;
    for (const ReadFrame& frame : readAtOnce(role, wire).frames) {
        payloads.append(frame.payload);
    }
    QTEST(payloads, "payloads");
}

void FrameDecoderTest::readsSeveralFramesOfOneRead()
{
    QByteArray wire;
    std::vector<QByteArray> payloads;
    for (const int size : {5, 0, 126, 0, 70'000, 1}) {
        payloads.push_back(somePayload(size));
        wire += encodeMasked(Opcode::Binary, payloads.back(), key);
    }
    for (const qsizetype pieceBytes :
         {wire.size(), qsizetype(1), qsizetype(7), qsizetype(1000), qsizetype(65536)}) {
        FrameDecoder decoder(Role::Server, maxMessageBytes);
        const ReadResult result = readFrames(decoder, wire, equalPieces(wire.size(), pieceBytes));
        QVERIFY(!result.fault);
        QCOMPARE(result.frames.size(), payloads.size());
        for (size_t i = 0; i < payloads.size(); ++i) {
            QCOMPARE(result.frames[i].payload, payloads[i]);
        }
    }
}

void FrameDecoderTest::readsEachOpcode_data()
{
    QTest::addColumn<Opcode>("opcode");
    for (const Opcode opcode :
         {Opcode::Continuation, Opcode::Text, Opcode::Binary, Opcode::Close, Opcode::Ping, Opcode::Pong}) {
        QTest::newRow(opcodeName(opcode).data()) << opcode;
    }
}

void FrameDecoderTest::readsEachOpcode()
{
    QFETCH(Opcode, opcode);
    const ReadResult result = readAtOnce(Role::Server, encodeMasked(opcode, "abc", key));
    QCOMPARE(result.frames.size(), size_t(1));
    QCOMPARE(result.frames[0].header.opcode, opcode);
    QVERIFY(result.frames[0].header.fin);
    if (!isControl(opcode)) {
        QVERIFY(!readAtOnce(Role::Server, fragment(opcode, false, "abc")).frames[0].header.fin);
    }
}

void FrameDecoderTest::leavesAWholeFrameInTheReadersMemory()
{
    QByteArray wire = encodeMasked(Opcode::Text, "in place", key);
    std::span<char> bytes(wire.data(), static_cast<size_t>(wire.size()));
    FrameDecoder decoder(Role::Server, maxMessageBytes);
    DecodedFrame frame;
    QCOMPARE(decoder.next(bytes, frame), DecodeStatus::FrameReady);
    QCOMPARE(static_cast<const void*>(frame.payload.data()), static_cast<const void*>(wire.constData() + 6));
    QCOMPARE(wire.sliced(6), QByteArray("in place"));
    QCOMPARE(decoder.bufferedBytes(), 0);
}

void FrameDecoderTest::stopsBehindEachFrame()
{
    QByteArray wire = encodeFrame(Opcode::Text, "one") + encodeFrame(Opcode::Text, "two");
    std::span<char> bytes(wire.data(), static_cast<size_t>(wire.size()));
    FrameDecoder decoder(Role::Client, maxMessageBytes);
    DecodedFrame frame;
    QCOMPARE(decoder.next(bytes, frame), DecodeStatus::FrameReady);
    QCOMPARE(bytes.size(), size_t(5));
    QCOMPARE(decoder.next(bytes, frame), DecodeStatus::FrameReady);
    QCOMPARE(frame.payloadView().toByteArray(), QByteArray("two"));
    QVERIFY(bytes.empty());
    QCOMPARE(decoder.next(bytes, frame), DecodeStatus::NeedMore);
}

void FrameDecoderTest::refusesFaultyHeaders_data()
{
    QTest::addColumn<Role>("role");
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<ProtocolFault>("fault");
    QTest::addColumn<qsizetype>("shownBy"); // the number of bytes that show the fault
    const auto row = [](const char* name, Role role, const char* hex, ProtocolFault fault,
                        qsizetype shownBy) {
        QTest::newRow(name) << role << QByteArray::fromHex(hex) + QByteArray(20, 'x') << fault << shownBy;
    };
    row("RSV1", Role::Server, "c18100000000", ProtocolFault::ReservedBits, 1);
    row("RSV2", Role::Server, "a18100000000", ProtocolFault::ReservedBits, 1);
    row("RSV3", Role::Server, "918100000000", ProtocolFault::ReservedBits, 1);
    row("RSV1 of a ping", Role::Server, "c98000000000", ProtocolFault::ReservedBits, 1);
    for (const int opcode : {0x3, 0x4, 0x5, 0x6, 0x7, 0xB, 0xC, 0xD, 0xE, 0xF}) {
        QTest::addRow("opcode %X", static_cast<unsigned>(opcode))
            << Role::Server << QByteArray(1, static_cast<char>(0x80 | opcode)) + "\x80xxxx"
            << ProtocolFault::ReservedOpcode << qsizetype(1);
    }
    row("fragmented close", Role::Server, "088000000000", ProtocolFault::FragmentedControlFrame, 1);
    row("fragmented ping", Role::Server, "098000000000", ProtocolFault::FragmentedControlFrame, 1);
    row("fragmented pong", Role::Server, "0a8000000000", ProtocolFault::FragmentedControlFrame, 1);
    row("ping of 126", Role::Server, "89fe007e", ProtocolFault::LongControlFrame, 2);
    row("close of 65536", Role::Server, "88ff0000000000010000", ProtocolFault::LongControlFrame, 2);
    row("unmasked text of a client", Role::Server, "8105", ProtocolFault::UnmaskedFrame, 2);
    row("unmasked empty close of a client", Role::Server, "8800", ProtocolFault::UnmaskedFrame, 2);
    row("masked text of a server", Role::Client, "818500000000", ProtocolFault::MaskedFrame, 2);
    row("0 in 16 bits", Role::Server, "81fe0000", ProtocolFault::LengthNotShortest, 4);
    row("125 in 16 bits", Role::Server, "81fe007d", ProtocolFault::LengthNotShortest, 4);
    row("125 in 64 bits", Role::Server, "81ff000000000000007d", ProtocolFault::LengthNotShortest, 10);
    row("65535 in 64 bits", Role::Server, "81ff000000000000ffff", ProtocolFault::LengthNotShortest, 10);
    row("2 to the 63rd", Role::Server, "81ff8000000000000000", ProtocolFault::LengthTooLarge, 10);
    row("2 to the 64th less 1", Role::Server, "81ffffffffffffffffff", ProtocolFault::LengthTooLarge, 10);
    row("2 to the 63rd less 1", Role::Server, "81ff7fffffffffffffff", ProtocolFault::MessageTooBig, 10);
    row("one byte over the limit", Role::Server, "82ff00000000000186a1", ProtocolFault::MessageTooBig, 10);
    row("over the limit, of a server", Role::Client, "827f00000000000186a1", ProtocolFault::MessageTooBig,
        10);
}

void FrameDecoderTest::refusesFaultyHeaders()
{
    QFETCH(Role, role);
    QFETCH(QByteArray, wire);
    QFETCH(ProtocolFault, fault);
    QCOMPARE(readAtOnce(role, wire).fault, std::optional(fault));
    const ReadResult slowly = readByteByByte(role, wire);
    QCOMPARE(slowly.fault, std::optional(fault));
    QTEST(slowly.bytesBeforeFault, "shownBy");
    QVERIFY(slowly.frames.empty());
}

void FrameDecoderTest::givesTheFramesBeforeAFault()
{
    const QByteArray wire = encodeMasked(Opcode::Text, "good", key) + encodeFrame(Opcode::Text, "bad");
    for (const ReadResult& result : {readAtOnce(Role::Server, wire), readByteByByte(Role::Server, wire)}) {
        QCOMPARE(result.frames.size(), size_t(1));
        QCOMPARE(result.frames[0].payload, QByteArray("good"));
        QCOMPARE(result.fault, std::optional(ProtocolFault::UnmaskedFrame));
    }
}

void FrameDecoderTest::staysFailed()
{
    FrameDecoder decoder(Role::Server, maxMessageBytes);
    const QByteArray good = encodeMasked(Opcode::Text, "good", key);
    QCOMPARE(readFrames(decoder, QByteArray("\x81\x05"), {2}).fault,
             std::optional(ProtocolFault::UnmaskedFrame));
    const ReadResult later = readFrames(decoder, good, {good.size()});
    QCOMPARE(later.fault, std::optional(ProtocolFault::UnmaskedFrame));
    QVERIFY(later.frames.empty());
}

void FrameDecoderTest::takesAMessageOfExactlyTheLimit()
{
    for (const qint64 limit : {qint64(1), qint64(125), qint64(126), qint64(65536), qint64(1024 * 1024)}) {
        FrameDecoder decoder(Role::Server, limit);
        const QByteArray wire = encodeMasked(Opcode::Binary, somePayload(limit), key);
        const ReadResult result = readFrames(decoder, wire, equalPieces(wire.size(), 4096));
        QVERIFY(!result.fault);
        QCOMPARE(result.frames.size(), size_t(1));
        QCOMPARE(result.frames[0].payload.size(), limit);
    }
}

void FrameDecoderTest::refusesABigMessageBeforeItsPayload_data()
{
    QTest::addColumn<qint64>("limit");
    for (const qint64 limit : {1, 124, 125, 126, 65535, 65536, 1024 * 1024}) {
        QTest::addRow("%lld", limit) << limit;
    }
}

void FrameDecoderTest::refusesABigMessageBeforeItsPayload()
{
    QFETCH(qint64, limit);
    FrameDecoder decoder(Role::Server, limit);
    const FrameHeader header{
        .opcode = Opcode::Text, .masked = true, .payloadBytes = static_cast<quint64>(limit) + 1};
    std::array<char, maxFrameHeaderBytes> bytes{};
    const int lengthEnd = writeFrameHeader(header, bytes) - 4;
    const ReadResult result = readFrames(decoder, QByteArrayView(bytes.data(), lengthEnd), {lengthEnd});
    QCOMPARE(result.fault, std::optional(ProtocolFault::MessageTooBig));
    QCOMPARE(decoder.bufferedBytes(), 0);
}

void FrameDecoderTest::countsAllFragmentsOfAMessage()
{
    const QByteArray message =
        fragment(Opcode::Text, false, "12345") + encodeMasked(Opcode::Ping, "ping", key) +
        fragment(Opcode::Continuation, false, {}) + fragment(Opcode::Continuation, true, "67890");
    FrameDecoder decoder(Role::Server, 10);
    for (int i = 0; i < 3; ++i) { // each message begins at 0 again
        const ReadResult result = readFrames(decoder, message, {message.size()});
        QVERIFY(!result.fault);
        QCOMPARE(result.frames.size(), size_t(4));
    }
    const QByteArray tooBig = fragment(Opcode::Text, false, "123") +
                              fragment(Opcode::Continuation, false, "45") +
                              fragment(Opcode::Continuation, true, "678901");
    const ReadResult result = readFrames(decoder, tooBig, equalPieces(tooBig.size(), 1));
    QCOMPARE(result.fault, std::optional(ProtocolFault::MessageTooBig));
    QCOMPARE(result.bytesBeforeFault, 6 + 3 + 6 + 2 + 2); // with the length of the last fragment
}

void FrameDecoderTest::letsControlFramesBeLargerThanTheLimit()
{
    FrameDecoder decoder(Role::Server, 10);
    const QByteArray wire = encodeMasked(Opcode::Ping, QByteArray(125, 'p'), key);
    const ReadResult result = readFrames(decoder, wire, {wire.size()});
    QVERIFY(!result.fault);
    QCOMPARE(result.frames[0].payload, QByteArray(125, 'p'));
}

void FrameDecoderTest::reservesNothingForWhatIsAnnounced()
{
    constexpr qint64 limit = 64 * 1024 * 1024;
    FrameDecoder decoder(Role::Server, limit);
    const QByteArray announced = QByteArray::fromHex("82ff000000000400000000000000");
    QVERIFY(!readFrames(decoder, announced, {announced.size()}).fault);
    QCOMPARE(decoder.bufferedBytes(), 0);
    for (int arrived = 1000; arrived <= 100'000; arrived += 1000) {
        QVERIFY(!readFrames(decoder, QByteArray(1000, 'x'), {1000}).fault);
        QVERIFY(decoder.bufferedBytes() >= arrived);
        QVERIFY(decoder.bufferedBytes() <= 2 * arrived + 64);
    }
}

void FrameDecoderTest::givesMemoryBackBehindALargeFrame()
{
    FrameDecoder decoder(Role::Server, maxMessageBytes);
    const QByteArray wire = encodeMasked(Opcode::Binary, somePayload(90'000), key);
    QVERIFY(readFrames(decoder, wire.first(80'000), {80'000}).frames.empty());
    QVERIFY(decoder.bufferedBytes() >= 79'000 && decoder.bufferedBytes() <= 90'064);
    const QByteArray rest = wire.sliced(80'000);
    QCOMPARE(readFrames(decoder, rest, {rest.size()}).frames.size(), size_t(1));
    QCOMPARE(decoder.bufferedBytes(), 0); // the reader asked until NeedMore, as readers do
}

void FrameDecoderTest::knowsWhetherItIsInsideAFrame()
{
    FrameDecoder decoder(Role::Server, maxMessageBytes);
    const QByteArray wire = encodeMasked(Opcode::Text, "ab", key);
    QVERIFY(!decoder.insideFrame());
    for (qsizetype i = 0; i < wire.size(); ++i) {
        const bool last = i == wire.size() - 1;
        QCOMPARE(readFrames(decoder, wire.sliced(i, 1), {1}).frames.size(), size_t(last ? 1 : 0));
        QCOMPARE(decoder.insideFrame(), !last);
    }
}

SIGNALBOX_TEST(FrameDecoderTest)
#include "frame_decoder_test.moc"
