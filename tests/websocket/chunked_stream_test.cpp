// SPDX-License-Identifier: GPL-3.0-or-later
// Decoder and assembler together: however a stream is cut, they say the same as when it comes whole.
#include "server/websocket/frame_encoder.h"
#include "server/websocket/message_assembler.h"
#include "tests/support/test_registry.h"
#include "tests/websocket/wire_reader.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

using namespace signalbox::tests;
using namespace signalbox::websocket;

class ChunkedStreamTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsBackWhatWasSent();
    void readsGarbageTheSameHoweverItIsCut();
};

namespace {

constexpr qint64 maxMessageBytes = 200'000;

struct SeenMessage {
    Opcode opcode = Opcode::Text;
    QByteArray payload;

    friend bool operator==(const SeenMessage&, const SeenMessage&) = default;
};

struct Seen {
    std::vector<SeenMessage> messages;
    std::optional<ProtocolFault> fault;

    friend bool operator==(const Seen&, const Seen&) = default;
};

Seen read(const QByteArray& wire, const PieceSizes& pieces)
{
    FrameDecoder decoder(Role::Server, maxMessageBytes);
    MessageAssembler assembler(maxMessageBytes);
    Seen seen;
    qsizetype position = 0;
    for (const qsizetype size : pieces) {
        std::vector<char> piece(wire.begin() + position, wire.begin() + position + size);
        position += size;
        std::span<char> bytes(piece);
        DecodedFrame frame;
        DecodeStatus decoded = decoder.next(bytes, frame);
        for (; decoded == DecodeStatus::FrameReady; decoded = decoder.next(bytes, frame)) {
            AssembledMessage message;
            const AssembleStatus status = assembler.add(frame, message);
            if (status == AssembleStatus::Failed) {
                seen.fault = assembler.fault();
                return seen;
            }
            if (status != AssembleStatus::Incomplete) {
                seen.messages.push_back({message.opcode, message.payload.toByteArray()});
            }
        }
        if (decoded == DecodeStatus::Failed) {
            seen.fault = decoder.fault();
            return seen;
        }
    }
    return seen;
}

/// Makes streams from a fixed seed, so that a failure can be repeated.
class StreamMaker final {
public:
    explicit StreamMaker(quint32 seed)
        : m_random(seed)
    {
    }

    PieceSizes randomPieces(qsizetype total)
    {
        PieceSizes sizes;
        for (qsizetype position = 0; position < total;) {
            const qsizetype largest = m_random.bounded(3) == 0 ? 5000 : 12;
            const qsizetype size =
                std::min<qsizetype>(total - position, 1 + m_random.bounded(static_cast<int>(largest)));
            sizes.push_back(size);
            position += size;
        }
        return sizes;
    }

    /// One message in one frame or in fragments with pings between; what a reader must see goes to
    /// `expected`.
    QByteArray message(std::vector<SeenMessage>& expected)
    {
        const bool text = m_random.bounded(2) == 0;
        const QByteArray payload = text ? QByteArray("aß€😀").repeated(length() / 10) : bytes(length());
        QByteArray wire;
        QByteArrayView rest(payload);
        Opcode opcode = text ? Opcode::Text : Opcode::Binary;
        while (m_random.bounded(3) == 0) {
            const qsizetype size = m_random.bounded(static_cast<int>(rest.size()) + 1);
            wire += frame(opcode, false, rest.first(size));
            rest = rest.sliced(size);
            opcode = Opcode::Continuation;
            if (m_random.bounded(2) == 0) {
                expected.push_back({Opcode::Ping, bytes(m_random.bounded(126))});
                wire += frame(Opcode::Ping, true, expected.back().payload);
            }
        }
        wire += frame(opcode, true, rest);
        expected.push_back({text ? Opcode::Text : Opcode::Binary, payload});
        return wire;
    }

    void spoil(QByteArray& wire)
    {
        wire[m_random.bounded(static_cast<int>(wire.size()))] = static_cast<char>(m_random.bounded(256));
    }

private:
    int length()
    {
        constexpr std::array edges{0, 1, 125, 126, 127, 1000, 65535, 65536};
        return m_random.bounded(4) == 0 ? edges[m_random.bounded(static_cast<quint32>(edges.size()))]
                                        : m_random.bounded(300);
    }

    QByteArray bytes(int size)
    {
        QByteArray made(size, Qt::Uninitialized);
        std::generate(made.begin(), made.end(), [this] { return static_cast<char>(m_random.bounded(256)); });
        return made;
    }

    QByteArray frame(Opcode opcode, bool fin, QByteArrayView payload)
    {
        FrameHeader header{.fin = fin, .opcode = opcode, .masked = true};
        std::generate(header.maskingKey.begin(), header.maskingKey.end(),
                      [this] { return static_cast<quint8>(m_random.bounded(256)); });
        return encodeWithHeader(header, payload);
    }

    QRandomGenerator m_random;
};

} // namespace

void ChunkedStreamTest::readsBackWhatWasSent()
{
    for (quint32 seed = 1; seed <= 300; ++seed) {
        StreamMaker maker(seed);
        Seen expected;
        QByteArray wire;
        for (int i = 0; i < 8; ++i) {
            wire += maker.message(expected.messages);
        }
        QVERIFY2(read(wire, {wire.size()}) == expected, QByteArray::number(seed).constData());
        QVERIFY2(read(wire, maker.randomPieces(wire.size())) == expected,
                 QByteArray::number(seed).constData());
    }
}

void ChunkedStreamTest::readsGarbageTheSameHoweverItIsCut()
{
    int faults = 0;
    for (quint32 seed = 1; seed <= 1000; ++seed) {
        StreamMaker maker(seed);
        Seen ignored;
        QByteArray wire;
        for (int i = 0; i < 4; ++i) {
            wire += maker.message(ignored.messages);
        }
        maker.spoil(wire);
        const Seen whole = read(wire, {wire.size()});
        QVERIFY2(read(wire, maker.randomPieces(wire.size())) == whole, QByteArray::number(seed).constData());
        if (wire.size() < 2000) {
            QVERIFY2(read(wire, equalPieces(wire.size(), 1)) == whole, QByteArray::number(seed).constData());
        }
        faults += whole.fault ? 1 : 0;
    }
    QVERIFY(faults > 100 && faults < 1000); // some streams were spoilt in a way that shows, some were not
}

SIGNALBOX_TEST(ChunkedStreamTest)
#include "chunked_stream_test.moc"
