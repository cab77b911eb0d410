// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/websocket/message_assembler.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::websocket;

class MessageAssemblerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void handsOnAMessageOfOneFrameWithoutACopy_data();
    void handsOnAMessageOfOneFrameWithoutACopy();
    void joinsFragments_data();
    void joinsFragments();
    void numbersFragments();
    void passesControlFramesBetweenFragments();
    void refusesAWrongOrder_data();
    void refusesAWrongOrder();
    void takesCharactersSplitAtEachByte();
    void failsWithTheFragmentThatHoldsBadUtf8();
    void refusesTextThatEndsInsideACharacter();
    void leavesBinaryAlone();
    void beginsEachTextAnew();
    void limitsTheSumOfAllFragments();
    void limitsAMessageOfOneFrame();
    void limitsFragmentsEmptyOnesToo();
    void keepsMemoryInBoundsForTinyFragments();
    void holdsNothingBetweenMessages();
    void staysFailed();
};

namespace {

constexpr qint64 maxMessageBytes = 100'000;

/// A frame with memory of its own, as a decoder would give it.
class TestFrame final {
public:
    TestFrame(Opcode opcode, bool fin, QByteArray payload)
        : m_payload(std::move(payload))
    {
        m_frame.header = {
            .fin = fin, .opcode = opcode, .payloadBytes = static_cast<quint64>(m_payload.size())};
        m_frame.payload = {m_payload.data(), static_cast<size_t>(m_payload.size())};
    }
    Q_DISABLE_COPY_MOVE(TestFrame)

    operator const DecodedFrame&() const { return m_frame; }

private:
    QByteArray m_payload;
    DecodedFrame m_frame;
};

/// Adds each byte of `text` as a fragment of its own and returns how many were taken before the first
/// refusal.
qsizetype fragmentsTaken(MessageAssembler& assembler, const QByteArray& text)
{
    AssembledMessage message;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const TestFrame frame(i == 0 ? Opcode::Text : Opcode::Continuation, i == text.size() - 1,
                              text.sliced(i, 1));
        if (assembler.add(frame, message) == AssembleStatus::Failed) {
            return i;
        }
    }
    return text.size();
}

} // namespace

void MessageAssemblerTest::handsOnAMessageOfOneFrameWithoutACopy_data()
{
    QTest::addColumn<Opcode>("opcode");
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("text") << Opcode::Text << QByteArray("hello €");
    QTest::newRow("empty text") << Opcode::Text << QByteArray();
    QTest::newRow("binary") << Opcode::Binary << QByteArray("\x00\xFF\xFE", 3);
    QTest::newRow("empty binary") << Opcode::Binary << QByteArray();
}

void MessageAssemblerTest::handsOnAMessageOfOneFrameWithoutACopy()
{
    QFETCH(Opcode, opcode);
    QFETCH(QByteArray, payload);
    const TestFrame frame(opcode, true, payload);
    MessageAssembler assembler(maxMessageBytes);
    AssembledMessage message;
    QCOMPARE(assembler.add(frame, message), AssembleStatus::MessageReady);
    QCOMPARE(message.opcode, opcode);
    QCOMPARE(message.payload.toByteArray(), payload);
    QCOMPARE(message.fragment, 0u);
    const DecodedFrame& decoded = frame;
    QCOMPARE(static_cast<const void*>(message.payload.data()),
             static_cast<const void*>(decoded.payload.data()));
    QVERIFY(message.assembled.isNull());
    QCOMPARE(assembler.bufferedBytes(), 0);
}

void MessageAssemblerTest::joinsFragments_data()
{
    QTest::addColumn<Opcode>("opcode");
    QTest::addColumn<QList<QByteArray>>("fragments");
    QTest::newRow("two") << Opcode::Text << QList<QByteArray>{"Hel", "lo"};
    QTest::newRow("one, then an empty end") << Opcode::Text << QList<QByteArray>{"Hello", ""};
    QTest::newRow("empty first") << Opcode::Text << QList<QByteArray>{"", "Hello"};
    QTest::newRow("all empty") << Opcode::Text << QList<QByteArray>{"", "", ""};
    QTest::newRow("binary") << Opcode::Binary << QList<QByteArray>{"\xFF", "\xFE", QByteArray(70'000, 'b')};
}

void MessageAssemblerTest::joinsFragments()
{
    QFETCH(Opcode, opcode);
    QFETCH(QList<QByteArray>, fragments);
    MessageAssembler assembler(maxMessageBytes);
    AssembledMessage message;
    for (qsizetype i = 0; i < fragments.size(); ++i) {
        const bool last = i == fragments.size() - 1;
        const TestFrame frame(i == 0 ? opcode : Opcode::Continuation, last, fragments[i]);
        QCOMPARE(assembler.add(frame, message),
                 last ? AssembleStatus::MessageReady : AssembleStatus::Incomplete);
        QCOMPARE(message.opcode, opcode);
        QCOMPARE(assembler.insideMessage(), !last);
    }
    QCOMPARE(message.payload.toByteArray(), fragments.join());
    QCOMPARE(message.assembled, fragments.join());
}

void MessageAssemblerTest::numbersFragments()
{
    MessageAssembler assembler(maxMessageBytes);
    AssembledMessage message;
    std::vector<quint32> numbers;
    const auto add = [&](Opcode opcode, bool fin) {
        QVERIFY(assembler.add(TestFrame(opcode, fin, "x"), message) != AssembleStatus::Failed);
        numbers.push_back(message.fragment);
    };
    add(Opcode::Text, true);
    add(Opcode::Text, false);
    add(Opcode::Ping, true);
    add(Opcode::Continuation, false);
    add(Opcode::Continuation, true);
    add(Opcode::Binary, false);
    add(Opcode::Continuation, true);
    QCOMPARE(numbers, (std::vector<quint32>{0, 1, 0, 2, 3, 1, 2}));
}

void MessageAssemblerTest::passesControlFramesBetweenFragments()
{
    MessageAssembler assembler(10);
    AssembledMessage message;
    QCOMPARE(assembler.add(TestFrame(Opcode::Text, false, "\xE2\x82"), message), AssembleStatus::Incomplete);
    for (const Opcode opcode : {Opcode::Ping, Opcode::Pong, Opcode::Close}) {
        const TestFrame control(opcode, true, "\xFF not text, and over the limit");
        QCOMPARE(assembler.add(control, message), AssembleStatus::Control);
        QCOMPARE(message.opcode, opcode);
        QCOMPARE(message.payload.toByteArray(), QByteArray("\xFF not text, and over the limit"));
        QCOMPARE(message.fragment, 0u);
    }
    QCOMPARE(assembler.add(TestFrame(Opcode::Continuation, true, "\xAC"), message),
             AssembleStatus::MessageReady);
    QCOMPARE(message.payload.toByteArray(), QByteArray("€"));
}

void MessageAssemblerTest::refusesAWrongOrder_data()
{
    using Frames = QList<std::pair<Opcode, bool>>; // opcode, FIN
    QTest::addColumn<Frames>("frames");
    QTest::addColumn<ProtocolFault>("fault");
    const auto nothing = ProtocolFault::UnexpectedContinuation;
    const auto unfinished = ProtocolFault::UnfinishedMessage;
    QTest::newRow("continuation first") << Frames{{Opcode::Continuation, true}} << nothing;
    QTest::newRow("fragment of nothing") << Frames{{Opcode::Continuation, false}} << nothing;
    QTest::newRow("continuation behind a whole message")
        << Frames{{Opcode::Text, true}, {Opcode::Continuation, true}} << nothing;
    QTest::newRow("continuation behind the last fragment")
        << Frames{{Opcode::Text, false}, {Opcode::Continuation, true}, {Opcode::Continuation, true}}
        << nothing;
    QTest::newRow("text in a text") << Frames{{Opcode::Text, false}, {Opcode::Text, true}} << unfinished;
    QTest::newRow("binary in a text") << Frames{{Opcode::Text, false}, {Opcode::Binary, false}} << unfinished;
    QTest::newRow("text behind a ping in a binary")
        << Frames{{Opcode::Binary, false}, {Opcode::Ping, true}, {Opcode::Text, true}} << unfinished;
}

void MessageAssemblerTest::refusesAWrongOrder()
{
    using Frames = QList<std::pair<Opcode, bool>>;
    QFETCH(Frames, frames);
    MessageAssembler assembler(maxMessageBytes);
    AssembledMessage message;
    for (qsizetype i = 0; i < frames.size(); ++i) {
        const AssembleStatus status =
            assembler.add(TestFrame(frames[i].first, frames[i].second, "x"), message);
        QCOMPARE(status == AssembleStatus::Failed, i == frames.size() - 1);
    }
    QTEST(assembler.fault(), "fault");
    QCOMPARE(assembler.bufferedBytes(), 0);
}

void MessageAssemblerTest::takesCharactersSplitAtEachByte() // Autobahn 6.2.3, 6.2.4
{
    const QByteArray text("Hello-µ@ßöäüàá-κόσμε €😀");
    MessageAssembler assembler(maxMessageBytes);
    QCOMPARE(fragmentsTaken(assembler, text), text.size());
    for (qsizetype split = 0; split <= text.size(); ++split) {
        AssembledMessage message;
        QCOMPARE(assembler.add(TestFrame(Opcode::Text, false, text.first(split)), message),
                 AssembleStatus::Incomplete);
        QCOMPARE(assembler.add(TestFrame(Opcode::Continuation, true, text.sliced(split)), message),
                 AssembleStatus::MessageReady);
        QCOMPARE(message.payload.toByteArray(), text);
    }
}

void MessageAssemblerTest::failsWithTheFragmentThatHoldsBadUtf8() // Autobahn 6.3.2, 6.4.1, 6.4.2
{
    const QByteArray surrogate = QByteArray::fromHex("cebae1bdb9cf83cebcceb5eda080656469746564");
    MessageAssembler byBytes(maxMessageBytes);
    QCOMPARE(fragmentsTaken(byBytes, surrogate), 12);
    QCOMPARE(byBytes.fault(), ProtocolFault::TextNotUtf8);

    const QByteArray tooLarge = QByteArray::fromHex("cebae1bdb9cf83cebcceb5f490");
    AssembledMessage message;
    MessageAssembler inPieces(maxMessageBytes);
    QCOMPARE(inPieces.add(TestFrame(Opcode::Text, false, tooLarge.first(12)), message),
             AssembleStatus::Incomplete);
    QCOMPARE(inPieces.add(TestFrame(Opcode::Continuation, false, tooLarge.sliced(12)), message),
             AssembleStatus::Failed); // F4 90 can become no character, though it is not finished
    QCOMPARE(inPieces.fault(), ProtocolFault::TextNotUtf8);
}

void MessageAssemblerTest::refusesTextThatEndsInsideACharacter()
{
    AssembledMessage message;
    MessageAssembler whole(maxMessageBytes);
    QCOMPARE(whole.add(TestFrame(Opcode::Text, true, "ab\xE2\x82"), message), AssembleStatus::Failed);
    QCOMPARE(whole.fault(), ProtocolFault::TextNotUtf8);

    MessageAssembler fragmented(maxMessageBytes);
    QCOMPARE(fragmented.add(TestFrame(Opcode::Text, false, "ab\xE2"), message), AssembleStatus::Incomplete);
    QCOMPARE(fragmented.add(TestFrame(Opcode::Continuation, true, "\x82"), message), AssembleStatus::Failed);
    QCOMPARE(fragmented.fault(), ProtocolFault::TextNotUtf8);
}

void MessageAssemblerTest::leavesBinaryAlone()
{
    AssembledMessage message;
    MessageAssembler assembler(maxMessageBytes);
    QCOMPARE(assembler.add(TestFrame(Opcode::Binary, true, "\xED\xA0\x80"), message),
             AssembleStatus::MessageReady);
    QCOMPARE(assembler.add(TestFrame(Opcode::Binary, false, "\xED"), message), AssembleStatus::Incomplete);
    QCOMPARE(assembler.add(TestFrame(Opcode::Continuation, true, "\xA0"), message),
             AssembleStatus::MessageReady);
}

void MessageAssemblerTest::beginsEachTextAnew()
{
    AssembledMessage message;
    MessageAssembler assembler(maxMessageBytes);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(assembler.add(TestFrame(Opcode::Text, false, "\xC3"), message), AssembleStatus::Incomplete);
        QCOMPARE(assembler.add(TestFrame(Opcode::Continuation, true, "\xA4"), message),
                 AssembleStatus::MessageReady);
        QCOMPARE(message.payload.toByteArray(), QByteArray("ä"));
        const TestFrame whole(Opcode::Text, true, "whole"); // its payload is the message's
        QCOMPARE(assembler.add(whole, message), AssembleStatus::MessageReady);
        QCOMPARE(message.payload.toByteArray(), QByteArray("whole"));
    }
}

void MessageAssemblerTest::limitsTheSumOfAllFragments()
{
    AssembledMessage message;
    MessageAssembler assembler(10);
    QCOMPARE(assembler.add(TestFrame(Opcode::Text, false, "12345"), message), AssembleStatus::Incomplete);
    QCOMPARE(assembler.add(TestFrame(Opcode::Continuation, true, "67890"), message),
             AssembleStatus::MessageReady);
    QCOMPARE(assembler.add(TestFrame(Opcode::Text, false, "12345"), message), AssembleStatus::Incomplete);
    QCOMPARE(assembler.add(TestFrame(Opcode::Continuation, true, "678901"), message), AssembleStatus::Failed);
    QCOMPARE(assembler.fault(), ProtocolFault::MessageTooBig);
    QCOMPARE(assembler.bufferedBytes(), 0);
}

void MessageAssemblerTest::limitsAMessageOfOneFrame()
{
    AssembledMessage message;
    MessageAssembler assembler(10);
    QCOMPARE(assembler.add(TestFrame(Opcode::Text, true, "1234567890"), message),
             AssembleStatus::MessageReady);
    QCOMPARE(assembler.add(TestFrame(Opcode::Text, true, "12345678901"), message), AssembleStatus::Failed);
    QCOMPARE(assembler.fault(), ProtocolFault::MessageTooBig);
}

void MessageAssemblerTest::limitsFragmentsEmptyOnesToo()
{
    AssembledMessage message;
    MessageAssembler assembler(maxMessageBytes);
    const TestFrame first(Opcode::Text, false, {});
    const TestFrame more(Opcode::Continuation, false, {});
    const TestFrame last(Opcode::Continuation, true, {});
    for (int round = 0; round < 2; ++round) { // the most that is allowed, twice
        QCOMPARE(assembler.add(first, message), AssembleStatus::Incomplete);
        for (quint32 i = 2; i < maxFragments; ++i) {
            QCOMPARE(assembler.add(more, message), AssembleStatus::Incomplete);
        }
        QCOMPARE(assembler.add(last, message), AssembleStatus::MessageReady);
        QCOMPARE(message.fragment, maxFragments);
    }
    QCOMPARE(assembler.add(first, message), AssembleStatus::Incomplete);
    for (quint32 i = 2; i <= maxFragments; ++i) {
        QCOMPARE(assembler.add(more, message), AssembleStatus::Incomplete);
    }
    QCOMPARE(assembler.add(last, message), AssembleStatus::Failed);
    QCOMPARE(assembler.fault(), ProtocolFault::TooManyFragments);
}

void MessageAssemblerTest::keepsMemoryInBoundsForTinyFragments()
{
    AssembledMessage message;
    MessageAssembler assembler(maxMessageBytes);
    QCOMPARE(assembler.add(TestFrame(Opcode::Binary, false, "x"), message), AssembleStatus::Incomplete);
    const TestFrame one(Opcode::Continuation, false, "x");
    for (qint64 arrived = 2; arrived <= maxFragments; ++arrived) {
        QCOMPARE(assembler.add(one, message), AssembleStatus::Incomplete);
        QVERIFY(assembler.bufferedBytes() <= 2 * arrived + 64);
    }
}

void MessageAssemblerTest::holdsNothingBetweenMessages()
{
    AssembledMessage message;
    MessageAssembler assembler(maxMessageBytes);
    QCOMPARE(assembler.add(TestFrame(Opcode::Binary, false, QByteArray(50'000, 'a')), message),
             AssembleStatus::Incomplete);
    QVERIFY(assembler.bufferedBytes() >= 50'000);
    QCOMPARE(assembler.add(TestFrame(Opcode::Continuation, true, QByteArray(50'000, 'b')), message),
             AssembleStatus::MessageReady);
    QCOMPARE(assembler.bufferedBytes(), 0);
    const AssembledMessage kept = std::move(message);
    QCOMPARE(kept.payload.toByteArray(), QByteArray(50'000, 'a') + QByteArray(50'000, 'b'));
}

void MessageAssemblerTest::staysFailed()
{
    AssembledMessage message;
    MessageAssembler assembler(maxMessageBytes);
    QCOMPARE(assembler.add(TestFrame(Opcode::Text, true, "\xFF"), message), AssembleStatus::Failed);
    QCOMPARE(assembler.add(TestFrame(Opcode::Text, true, "fine"), message), AssembleStatus::Failed);
    QCOMPARE(assembler.fault(), ProtocolFault::TextNotUtf8);
}

SIGNALBOX_TEST(MessageAssemblerTest)
#include "message_assembler_test.moc"
