// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/frame_anatomy.h"

#include "ui/format/frame_words.h"
#include "ui/format/numbers.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QtEndian>

#include <optional>

namespace signalbox::ui {

using namespace Qt::StringLiterals;
using link::Direction;
using websocket::Opcode;

namespace {

struct Anatomy {
    Q_DECLARE_TR_FUNCTIONS(FrameAnatomy)
};

constexpr qsizetype keyBytes = 4;

quint8 byteAt(QByteArrayView bytes, qsizetype place)
{
    return static_cast<quint8>(bytes[place]);
}

std::optional<Opcode> knownOpcode(int number)
{
    switch (number) {
    case 0x0:
        return Opcode::Continuation;
    case 0x1:
        return Opcode::Text;
    case 0x2:
        return Opcode::Binary;
    case 0x8:
        return Opcode::Close;
    case 0x9:
        return Opcode::Ping;
    case 0xA:
        return Opcode::Pong;
    default:
        return std::nullopt;
    }
}

bool isControl(int opcode)
{
    return opcode >= 8;
}

QString finSentence(bool fin, int opcode)
{
    if (isControl(opcode)) {
        return fin ? Anatomy::tr(
                         "A control frame is always whole: it must not be fragmented (RFC 6455 §5.5).")
                   : Anatomy::tr("A control frame must not be fragmented: this one breaks the rule "
                                 "(RFC 6455 §5.5).");
    }
    if (!fin) {
        return opcode == 0 ? Anatomy::tr("More fragments follow (RFC 6455 §5.4).")
                           : Anatomy::tr("The first fragment of a message; more follow (RFC 6455 §5.4).");
    }
    return opcode == 0 ? Anatomy::tr("The last fragment: its message is complete (RFC 6455 §5.4).")
                       : Anatomy::tr("The message is this one frame (RFC 6455 §5.4).");
}

QString reservedSentence(int number, bool isSet)
{
    if (!isSet) {
        return number == 1 ? Anatomy::tr("Not compressed; 0 unless an extension gives the bit a meaning "
                                         "(RFC 6455 §5.2).")
                           : Anatomy::tr("0 unless an extension gives the bit a meaning (RFC 6455 §5.2).");
    }
    return number == 1 ? Anatomy::tr("The message is compressed, if permessage-deflate was agreed on "
                                     "(RFC 7692 §6); otherwise the connection fails (RFC 6455 §5.2).")
                       : Anatomy::tr("Set without an extension that gives it a meaning: the connection fails "
                                     "(RFC 6455 §5.2).");
}

QString opcodeSentence(int opcode)
{
    const auto known = knownOpcode(opcode);
    if (!known) {
        return isControl(opcode) ? Anatomy::tr("Reserved for control frames to come: the connection fails "
                                               "(RFC 6455 §5.2).")
                                 : Anatomy::tr("Reserved for data frames to come: the connection fails "
                                               "(RFC 6455 §5.2).");
    }
    switch (*known) {
    case Opcode::Continuation:
        return Anatomy::tr("Goes on with the message that an earlier frame began (RFC 6455 §5.4).");
    case Opcode::Text:
        return Anatomy::tr("A text message: the payload is UTF-8 (RFC 6455 §5.6).");
    case Opcode::Binary:
        return Anatomy::tr("A binary message: only the application knows what it is (RFC 6455 §5.6).");
    case Opcode::Close:
        return Anatomy::tr("Asks to close the connection; the other end answers with a close frame "
                           "(RFC 6455 §5.5.1).");
    case Opcode::Ping:
        return Anatomy::tr("Asks for a sign of life: a pong with the same payload (RFC 6455 §5.5.2).");
    case Opcode::Pong:
        return Anatomy::tr("Answers a ping with its payload, or comes unasked (RFC 6455 §5.5.3).");
    }
    Q_UNREACHABLE();
}

QString maskSentence(bool masked, Direction direction)
{
    if (direction == Direction::Received) {
        return masked
                   ? Anatomy::tr("The payload is masked, as a client must do (RFC 6455 §5.3).")
                   : Anatomy::tr("A client must mask each frame: this one breaks the rule (RFC 6455 §5.1).");
    }
    return masked ? Anatomy::tr("A server must not mask a frame: this one breaks the rule (RFC 6455 §5.1).")
                  : Anatomy::tr("The payload is as it is: a server does not mask (RFC 6455 §5.1).");
}

QString lengthSentence(int length, int opcode)
{
    if (isControl(opcode) && length > websocket::maxControlPayloadBytes) {
        return Anatomy::tr(
            "A control frame holds 125 bytes at most: this one breaks the rule (RFC 6455 §5.5).");
    }
    if (length == 126) {
        return Anatomy::tr("126: the length stands in the next 16 bits (RFC 6455 §5.2).");
    }
    if (length == 127) {
        return Anatomy::tr("127: the length stands in the next 64 bits (RFC 6455 §5.2).");
    }
    return length == 0 ? Anatomy::tr("There is no payload (RFC 6455 §5.2).")
                       : Anatomy::tr("Up to 125 the 7 bits are the length of the payload, in bytes "
                                     "(RFC 6455 §5.2).");
}

QString extendedSentence(qsizetype bytes, quint64 length)
{
    if (bytes == 8 && length >> 63 != 0) {
        return Anatomy::tr("The highest bit must be 0: this length breaks the rule (RFC 6455 §5.2).");
    }
    const bool isShortest = bytes == 2 ? length > 125 : length > 0xFFFF;
    if (!isShortest) {
        return Anatomy::tr(
            "It would have fitted a shorter form: this length breaks the rule (RFC 6455 §5.2).");
    }
    return bytes == 2
               ? Anatomy::tr("The length of the payload as 16 bits in network order; the form for 126 to "
                             "65,535 bytes (RFC 6455 §5.2).")
               : Anatomy::tr("The length of the payload as 64 bits in network order; the form for more "
                             "than 65,535 bytes (RFC 6455 §5.2).");
}

QString payloadSentence(int opcode, bool masked, qsizetype bytes)
{
    if (bytes == 0) {
        return Anatomy::tr("The payload is empty.");
    }
    if (opcode == 0x8) {
        return Anatomy::tr("Two bytes of close code in network order, then the reason as UTF-8 "
                           "(RFC 6455 §5.5.1).");
    }
    return masked
               ? Anatomy::tr("Each byte is combined by exclusive or with a byte of the masking key, in turn "
                             "(RFC 6455 §5.3).")
               : Anatomy::tr("The application's data, as it is (RFC 6455 §5.2).");
}

/// Puts the fields of one header into a list, in the order of their bits.
class Reader final {
public:
    Reader(QByteArrayView header, QByteArrayView payload, Direction direction)
        : m_header(header)
        , m_payload(payload)
        , m_direction(direction)
    {
    }

    std::vector<FrameField> read()
    {
        if (m_header.isEmpty()) {
            return {};
        }
        readFirstByte();
        if (m_header.size() > 1) {
            readSecondByte();
            readExtendedLength();
            readMaskingKey();
        }
        const auto bits = static_cast<qint64>(m_payload.size()) * 8;
        m_fields.push_back({FieldKind::Payload, Anatomy::tr("payload"), exactBytesText(m_payload.size()),
                            payloadSentence(m_opcode, m_masked, m_payload.size()),
                            static_cast<qint64>(m_header.size()) * 8, bits, m_header.size(),
                            m_payload.size()});
        return std::move(m_fields);
    }

private:
    void addBits(FieldKind kind, const QString& name, const QString& value, const QString& sentence,
                 int first, int count)
    {
        m_fields.push_back({kind, name, value, sentence, first, count, first / 8, 1});
    }

    void addBytes(FieldKind kind, const QString& name, const QString& value, const QString& sentence,
                  qsizetype offset, qsizetype length)
    {
        m_fields.push_back({kind, name, value, sentence, static_cast<qint64>(offset) * 8,
                            static_cast<qint64>(length) * 8, offset, length});
    }

    void readFirstByte()
    {
        const quint8 byte = byteAt(m_header, 0);
        m_opcode = byte & 0x0F;
        const bool fin = (byte & 0x80) != 0;
        addBits(FieldKind::Fin, u"FIN"_s, fin ? u"1"_s : u"0"_s, finSentence(fin, m_opcode), 0, 1);
        for (int number = 1; number <= 3; ++number) {
            const bool isSet = (byte & (0x80 >> number)) != 0;
            addBits(FieldKind::Reserved, u"RSV%1"_s.arg(number), isSet ? u"1"_s : u"0"_s,
                    reservedSentence(number, isSet), number, 1);
        }
        const auto known = knownOpcode(m_opcode);
        const QString word = known ? opcodeText(*known) : Anatomy::tr("reserved");
        addBits(FieldKind::Opcode, Anatomy::tr("opcode"),
                u"0x%1 %2"_s.arg(QString::number(m_opcode, 16).toUpper(), word), opcodeSentence(m_opcode), 4,
                4);
    }

    void readSecondByte()
    {
        const quint8 byte = byteAt(m_header, 1);
        m_masked = (byte & 0x80) != 0;
        m_length = byte & 0x7F;
        addBits(FieldKind::Mask, u"MASK"_s, m_masked ? u"1"_s : u"0"_s, maskSentence(m_masked, m_direction),
                8, 1);
        addBits(FieldKind::PayloadLength, Anatomy::tr("payload length"), QString::number(m_length),
                lengthSentence(m_length, m_opcode), 9, 7);
    }

    void readExtendedLength()
    {
        const qsizetype bytes = m_length == 126 ? 2 : m_length == 127 ? 8 : 0;
        if (bytes == 0 || m_header.size() < 2 + bytes) {
            return;
        }
        const char* data = m_header.data() + 2;
        const quint64 length = bytes == 2 ? qFromBigEndian<quint16>(data) : qFromBigEndian<quint64>(data);
        addBytes(FieldKind::ExtendedLength, Anatomy::tr("extended payload length"), countText(length),
                 extendedSentence(bytes, length), 2, bytes);
        m_keyOffset = 2 + bytes;
    }

    void readMaskingKey()
    {
        if (!m_masked || m_header.size() < m_keyOffset + keyBytes) {
            return;
        }
        const QByteArray key = m_header.sliced(m_keyOffset, keyBytes).toByteArray();
        addBytes(
            FieldKind::MaskingKey, Anatomy::tr("masking key"), QString::fromLatin1(key.toHex(' ')),
            Anatomy::tr("Chosen by the client for this frame alone, so that no page can choose the bytes on "
                        "the wire (RFC 6455 §5.3, §10.3)."),
            m_keyOffset, keyBytes);
    }

    QByteArrayView m_header;
    QByteArrayView m_payload;
    Direction m_direction;
    int m_opcode = 0;
    int m_length = 0;
    bool m_masked = false;
    qsizetype m_keyOffset = 2;
    std::vector<FrameField> m_fields;
};

/// The masking key, four bytes; empty for a frame that is not masked.
QByteArrayView maskingKey(QByteArrayView header)
{
    const bool masked = header.size() >= 2 + keyBytes && (byteAt(header, 1) & 0x80) != 0;
    return masked ? header.last(keyBytes) : QByteArrayView();
}

QString hexByte(quint8 byte)
{
    return QString::number(byte, 16).rightJustified(2, u'0');
}

QString payloadByteSentence(QByteArrayView header, QByteArrayView payload, qsizetype place)
{
    const quint8 plain = byteAt(payload, place);
    const QByteArrayView key = maskingKey(header);
    if (key.isEmpty()) {
        return Anatomy::tr("Payload byte %1: %2.").arg(countText(static_cast<qint64>(place)), hexByte(plain));
    }
    const quint8 mask = byteAt(key, place % keyBytes);
    const auto wire = static_cast<quint8>(plain ^ mask);
    return Anatomy::tr("Payload byte %1: %2 on the wire, unmasked by byte %3 of the key: %2 ⊕ %4 = %5 "
                       "(RFC 6455 §5.3).")
        .arg(countText(static_cast<qint64>(place)), hexByte(wire), QString::number(place % keyBytes),
             hexByte(mask), hexByte(plain));
}

} // namespace

std::vector<FrameField> frameAnatomy(QByteArrayView headerBytes, QByteArrayView payload, Direction direction)
{
    return Reader(headerBytes, payload, direction).read();
}

QString byteSentence(const std::vector<FrameField>& anatomy, QByteArrayView headerBytes,
                     QByteArrayView payload, qsizetype byte)
{
    if (byte >= headerBytes.size()) {
        const qsizetype place = byte - headerBytes.size();
        return place < payload.size() ? payloadByteSentence(headerBytes, payload, place) : QString();
    }
    QStringList parts;
    QString sentence;
    for (const FrameField& field : anatomy) {
        if (field.holdsByte(byte)) {
            parts += u"%1 %2"_s.arg(field.name, field.value);
            sentence = field.sentence;
        }
    }
    return parts.size() > 1 ? Anatomy::tr("Byte %1: %2.").arg(QString::number(byte), parts.join(u", "_s))
                            : parts.join(QString()) + u": "_s + sentence;
}

QByteArray wirePayload(QByteArrayView headerBytes, const QByteArray& payload)
{
    const QByteArrayView key = maskingKey(headerBytes);
    if (key.isEmpty()) {
        return payload;
    }
    QByteArray masked = payload;
    char* bytes = masked.data();
    for (qsizetype place = 0; place < masked.size(); ++place) {
        bytes[place] = static_cast<char>(bytes[place] ^ key[place % keyBytes]);
    }
    return masked;
}

} // namespace signalbox::ui
