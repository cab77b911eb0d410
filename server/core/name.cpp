// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/name.h"

#include <QtCore/QStringConverter>

#include <algorithm>
#include <simdjson.h>

namespace signalbox {

std::optional<NameFault> nameFault(QByteArrayView bytes)
{
    if (bytes.isEmpty()) {
        return NameFault::Empty;
    }
    if (bytes.size() > maxNameBytes) {
        return NameFault::TooLong;
    }
    // ASCII, nearly every name, is UTF-8; the call would cost more than the rest.
    const bool isAscii =
        std::none_of(bytes.begin(), bytes.end(), [](char byte) { return (byte & 0x80) != 0; });
    if (!isAscii && !simdjson::validate_utf8(bytes.data(), static_cast<size_t>(bytes.size()))) {
        return NameFault::NotUtf8;
    }
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        // C0, DEL, and C1, which UTF-8 writes as C2 80 to C2 9F.
        const bool isC1 =
            byte == 0xC2 && i + 1 < bytes.size() && static_cast<unsigned char>(bytes[i + 1]) < 0xA0;
        if (byte < 0x20 || byte == 0x7F || isC1) {
            return NameFault::ControlCharacter;
        }
    }
    return std::nullopt;
}

QByteArrayView nameFaultCode(NameFault fault)
{
    switch (fault) {
    case NameFault::Empty:
        return "name_empty";
    case NameFault::TooLong:
        return "name_too_long";
    case NameFault::NotUtf8:
        return "name_not_utf8";
    case NameFault::ControlCharacter:
        return "name_has_control_character";
    }
    Q_UNREACHABLE();
}

QString nameText(QByteArrayView bytes)
{
    return QStringDecoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom).decode(bytes);
}

} // namespace signalbox
