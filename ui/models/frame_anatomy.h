// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/frame_row.h"

#include <QtCore/QByteArrayView>
#include <QtCore/QString>

#include <vector>

namespace signalbox::ui {

enum class FieldKind { Fin, Reserved, Opcode, Mask, PayloadLength, ExtendedLength, MaskingKey, Payload };

/// One field of a frame as it was on the wire (RFC 6455 §5.2): where it stands, what it holds, what that
/// means.
struct FrameField {
    FieldKind kind = FieldKind::Fin;
    QString name;        ///< "FIN", "RSV1", "opcode"
    QString value;       ///< "1", "0x1 text", "3a 51 00 ff"
    QString sentence;    ///< what this value says, with the section of the RFC
    qint64 firstBit = 0; ///< counted from the first bit of the frame
    qint64 bitCount = 0;
    qsizetype offset = 0; ///< of the first byte that it has a part of
    qsizetype length = 0; ///< in bytes

    [[nodiscard]] bool holdsByte(qsizetype byte) const { return byte >= offset && byte < offset + length; }
};

/// The fields in their order, read from the bytes themselves, so that a header that breaks the rules is shown
/// as it is. A header that ends too early has the fields that are there. An empty payload is a field of 0
/// bits.
[[nodiscard]] std::vector<FrameField> frameAnatomy(QByteArrayView headerBytes, QByteArrayView payload,
                                                   link::Direction direction);

/// What one byte of the frame is: the sentence of its field; for a byte of several fields their values; for
/// one of a masked payload how it was unmasked (RFC 6455 §5.3). `payload` is unmasked.
[[nodiscard]] QString byteSentence(const std::vector<FrameField>& anatomy, QByteArrayView headerBytes,
                                   QByteArrayView payload, qsizetype byte);

/// The payload as it was on the wire: masked with the key at the end of the header, or as it is.
[[nodiscard]] QByteArray wirePayload(QByteArrayView headerBytes, const QByteArray& payload);

} // namespace signalbox::ui
