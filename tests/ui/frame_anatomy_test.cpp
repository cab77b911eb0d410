// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "ui/models/frame_anatomy.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using link::Direction;
using ui::FieldKind;
using ui::frameAnatomy;
using ui::FrameField;

namespace {

QByteArray headerOf(int first, quint64 payloadBytes, bool masked)
{
    websocket::FrameHeader header;
    header.masked = masked;
    header.maskingKey = {0x3a, 0x51, 0x00, 0xff};
    header.payloadBytes = payloadBytes;
    std::array<char, websocket::maxFrameHeaderBytes> bytes{};
    const int length = websocket::writeFrameHeader(header, bytes);
    bytes[0] = static_cast<char>(first);
    return QByteArray(bytes.data(), length);
}

const FrameField* find(const std::vector<FrameField>& fields, FieldKind kind)
{
    for (const FrameField& field : fields) {
        if (field.kind == kind) {
            return &field;
        }
    }
    return nullptr;
}

} // namespace

class FrameAnatomyTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesEachOpcode_data()
    {
        QTest::addColumn<int>("opcode");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("section");
        QTest::newRow("continuation") << 0x0 << u"0x0 continuation"_s << u"§5.4"_s;
        QTest::newRow("text") << 0x1 << u"0x1 text"_s << u"§5.6"_s;
        QTest::newRow("binary") << 0x2 << u"0x2 binary"_s << u"§5.6"_s;
        for (int opcode : {0x3, 0x4, 0x5, 0x6, 0x7, 0xB, 0xC, 0xD, 0xE, 0xF}) {
            QTest::addRow("reserved %x", opcode)
                << opcode << u"0x%1 reserved"_s.arg(QString::number(opcode, 16).toUpper()) << u"§5.2"_s;
        }
        QTest::newRow("close") << 0x8 << u"0x8 close"_s << u"§5.5.1"_s;
        QTest::newRow("ping") << 0x9 << u"0x9 ping"_s << u"§5.5.2"_s;
        QTest::newRow("pong") << 0xA << u"0xA pong"_s << u"§5.5.3"_s;
    }

    void namesEachOpcode()
    {
        QFETCH(const int, opcode);
        QFETCH(const QString, value);
        QFETCH(const QString, section);
        const auto fields = frameAnatomy(headerOf(0x80 | opcode, 2, true), "hi", Direction::Received);
        const FrameField* field = find(fields, FieldKind::Opcode);
        QVERIFY(field != nullptr);
        QCOMPARE(field->value, value);
        QVERIFY2(field->sentence.contains(section), qPrintable(field->sentence));
        QCOMPARE(field->firstBit, 4);
        QCOMPARE(field->bitCount, 4);
    }

    void findsTheLengthInEachForm_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::addColumn<bool>("masked");
        QTest::addColumn<QString>("short7");
        QTest::addColumn<QString>("extended");
        QTest::addColumn<qint64>("extendedBits");
        for (const bool masked : {false, true}) {
            const char* suffix = masked ? "masked" : "plain";
            QTest::addRow("0 %s", suffix) << qint64(0) << masked << u"0"_s << QString() << qint64(0);
            QTest::addRow("125 %s", suffix) << qint64(125) << masked << u"125"_s << QString() << qint64(0);
            QTest::addRow("126 %s", suffix) << qint64(126) << masked << u"126"_s << u"126"_s << qint64(16);
            QTest::addRow("127 %s", suffix) << qint64(127) << masked << u"126"_s << u"127"_s << qint64(16);
            QTest::addRow("65535 %s", suffix)
                << qint64(65'535) << masked << u"126"_s << u"65,535"_s << qint64(16);
            QTest::addRow("65536 %s", suffix)
                << qint64(65'536) << masked << u"127"_s << u"65,536"_s << qint64(64);
        }
    }

    void findsTheLengthInEachForm()
    {
        QFETCH(const qint64, size);
        QFETCH(const bool, masked);
        QFETCH(const QString, short7);
        QFETCH(const QString, extended);
        QFETCH(const qint64, extendedBits);
        const QByteArray header = headerOf(0x82, static_cast<quint64>(size), masked);
        const auto fields = frameAnatomy(header, QByteArray(size, 'x'), Direction::Received);
        QCOMPARE(find(fields, FieldKind::PayloadLength)->value, short7);
        const FrameField* longer = find(fields, FieldKind::ExtendedLength);
        QCOMPARE(longer != nullptr, extendedBits > 0);
        if (longer != nullptr) {
            QCOMPARE(longer->value, extended);
            QCOMPARE(longer->bitCount, extendedBits);
            QCOMPARE(longer->offset, 2);
            QVERIFY(!longer->sentence.contains(u"breaks"_s));
        }
        const FrameField* key = find(fields, FieldKind::MaskingKey);
        QCOMPARE(key != nullptr, masked);
        if (masked) {
            QCOMPARE(key->value, u"3a 51 00 ff"_s);
            QCOMPARE(key->offset, header.size() - 4);
        }
        QCOMPARE(fields.back().kind, FieldKind::Payload);
        QCOMPARE(fields.back().offset, header.size());
        QCOMPARE(fields.back().length, size);
    }

    void bitsFollowEachOtherWithoutAGap()
    {
        for (const quint64 size : {0, 125, 126, 65'536}) {
            qint64 next = 0;
            const auto fields = frameAnatomy(headerOf(0x81, size, true), "x", Direction::Received);
            for (const FrameField& field : fields) {
                QCOMPARE(field.firstBit, next);
                next += field.bitCount;
            }
        }
    }

    void saysWhatBreaksTheRules_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<Direction>("direction");
        QTest::addColumn<int>("field");
        QTest::newRow("fragmented ping") << headerOf(0x09, 2, true) << Direction::Received << 0;
        QTest::newRow("RSV2") << headerOf(0xA1, 2, true) << Direction::Received << 2;
        QTest::newRow("RSV3") << headerOf(0x91, 2, true) << Direction::Received << 3;
        QTest::newRow("reserved opcode") << headerOf(0x83, 2, true) << Direction::Received << 4;
        QTest::newRow("unmasked client") << headerOf(0x81, 2, false) << Direction::Received << 5;
        QTest::newRow("masked server") << headerOf(0x81, 2, true) << Direction::Sent << 5;
        QTest::newRow("long ping") << headerOf(0x89, 126, true) << Direction::Received << 6;
        QTest::newRow("16 bits for 125") << QByteArray("\x82\x7e\x00\x7d", 4) << Direction::Sent << 7;
        QTest::newRow("64 bits for 65535")
            << QByteArray("\x82\x7f\x00\x00\x00\x00\x00\x00\xff\xff", 10) << Direction::Sent << 7;
        QTest::newRow("highest bit") << QByteArray("\x82\x7f\x80\x00\x00\x00\x00\x01\x00\x00", 10)
                                     << Direction::Sent << 7;
    }

    void saysWhatBreaksTheRules()
    {
        QFETCH(const QByteArray, header);
        QFETCH(const Direction, direction);
        QFETCH(const int, field);
        const auto fields = frameAnatomy(header, "hi", direction);
        const QString sentence = fields.at(static_cast<size_t>(field)).sentence;
        QVERIFY2(sentence.contains(u"breaks the rule"_s) || sentence.contains(u"the connection fails"_s),
                 qPrintable(sentence));
    }

    void namesFragmentsAndCompression()
    {
        const auto first = frameAnatomy(headerOf(0x41, 2, true), "hi", Direction::Received);
        QVERIFY(first[0].sentence.startsWith(u"The first fragment"_s));
        QVERIFY(first[1].sentence.startsWith(u"The message is compressed"_s));
        const auto last = frameAnatomy(headerOf(0x80, 2, true), "hi", Direction::Received);
        QVERIFY(last[0].sentence.startsWith(u"The last fragment"_s));
    }

    void takesAHeaderThatEndsTooEarly()
    {
        QVERIFY(frameAnatomy({}, {}, Direction::Received).empty());
        QCOMPARE(frameAnatomy("\x81", {}, Direction::Received).size(), 6U);
        QCOMPARE(frameAnatomy("\x81\xfe\x01", {}, Direction::Received).size(), 8U);
    }

    void explainsAByte()
    {
        const QByteArray header = headerOf(0x81, 2, true);
        const auto fields = frameAnatomy(header, "hi", Direction::Received);
        QCOMPARE(ui::byteSentence(fields, header, "hi", 0),
                 u"Byte 0: FIN 1, RSV1 0, RSV2 0, RSV3 0, opcode 0x1 text."_s);
        QVERIFY(ui::byteSentence(fields, header, "hi", 3).startsWith(u"masking key 3a 51 00 ff: "_s));
        QCOMPARE(
            ui::byteSentence(fields, header, "hi", 6),
            u"Payload byte 0: 52 on the wire, unmasked by byte 0 of the key: 52 ⊕ 3a = 68 (RFC 6455 §5.3)."_s);
        QCOMPARE(ui::byteSentence(fields, header, "hi", 8), QString());
        const QByteArray plain = headerOf(0x81, 2, false);
        QCOMPARE(ui::byteSentence(frameAnatomy(plain, "hi", Direction::Sent), plain, "hi", 3),
                 u"Payload byte 1: 69."_s);
    }

    void masksThePayloadAsOnTheWire()
    {
        const QByteArray header = headerOf(0x81, 5, true);
        const QByteArray wire = ui::wirePayload(header, "hello");
        QCOMPARE(wire.toHex(), QByteArray("52346c9355"));
        QCOMPARE(ui::wirePayload(header, wire), QByteArray("hello"));
        QCOMPARE(ui::wirePayload(headerOf(0x81, 5, false), "hello"), QByteArray("hello"));
    }
};

SIGNALBOX_TEST(FrameAnatomyTest)
#include "frame_anatomy_test.moc"
