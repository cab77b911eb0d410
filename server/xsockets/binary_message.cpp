// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/xsockets/binary_message.h"

#include "server/xsockets/fault.h"
#include "server/xsockets/message_reader.h"

#include <QtCore/QtEndian>

#include <utility>

namespace signalbox::xsockets {

namespace {

constexpr qsizetype headerBytes = sizeof(quint64);

} // namespace

std::optional<BinaryParts> splitBinary(QByteArrayView payload)
{
    if (payload.size() < headerBytes) {
        return std::nullopt;
    }
    const auto length = qFromLittleEndian<quint64>(payload.data());
    const QByteArrayView rest = payload.sliced(headerBytes);
    if (length > static_cast<quint64>(rest.size())) {
        return std::nullopt;
    }
    const auto textBytes = static_cast<qsizetype>(length);
    return BinaryParts{rest.first(textBytes), rest.sliced(textBytes)};
}

QByteArray joinBinary(const BinaryParts& parts)
{
    QByteArray payload(headerBytes, Qt::Uninitialized);
    qToLittleEndian(static_cast<quint64>(parts.text.size()), payload.data());
    payload.reserve(headerBytes + parts.text.size() + parts.blob.size());
    payload += parts.text;
    payload += parts.blob;
    return payload;
}

Result<Message> readBinaryMessage(QByteArrayView payload)
{
    const auto parts = splitBinary(payload);
    if (!parts) {
        return fault(Fault::BadBinary, payload.size() < headerBytes
                                           ? QStringLiteral("its length is cut off")
                                           : QStringLiteral("its length is more than what follows"));
    }
    Result<Message> read = readMessage(parts->text);
    if (read) {
        read.value().blob = parts->blob.toByteArray();
    }
    return read;
}

} // namespace signalbox::xsockets
