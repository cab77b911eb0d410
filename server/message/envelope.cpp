// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/message/envelope.h"

#include "server/message/envelope_keys.h"
#include "server/message/json_scanner.h"
#include "server/message/json_text.h"

namespace signalbox::message {

namespace {

/// The value of a key within the bytes; empty when there is none. Looked for when another dialect asks:
/// envelope clients, the many, never need it.
QByteArrayView valueOf(QByteArrayView envelopeBytes, EnvelopeKey key)
{
    JsonScanner scanner(envelopeBytes);
    scanner.enter();
    while (const auto rawKey = scanner.nextKey()) {
        const QByteArrayView value = scanner.takeValue();
        if (envelopeKey(unescapedJsonString(*rawKey)) == key) {
            return value;
        }
    }
    return {};
}

} // namespace

QByteArray messageJson(QByteArrayView envelopeBytes)
{
    const QByteArrayView value = valueOf(envelopeBytes, EnvelopeKey::Message);
    return value.isEmpty() ? QByteArrayLiteral("null") : value.toByteArray();
}

QByteArray messageText(QByteArrayView envelopeBytes)
{
    const QByteArrayView value = valueOf(envelopeBytes, EnvelopeKey::Message);
    if (value.isEmpty()) {
        return "null";
    }
    return value.front() == '"' ? unescapedJsonString(value.sliced(1, value.size() - 2))
                                : value.toByteArray();
}

QByteArray actionOf(QByteArrayView envelopeBytes)
{
    const QByteArrayView value = valueOf(envelopeBytes, EnvelopeKey::Action);
    return value.size() < 2 ? QByteArray() : unescapedJsonString(value.sliced(1, value.size() - 2));
}

} // namespace signalbox::message
