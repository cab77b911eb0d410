// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/message/envelope.h"

#include "server/message/envelope_keys.h"
#include "server/message/json_scanner.h"
#include "server/message/json_text.h"

namespace signalbox::message {

namespace {

/// The value of `message` within the bytes; empty when there is none. Looked for when another dialect asks,
/// once for each message at most: envelope clients, the many, never need it.
QByteArrayView messageValue(QByteArrayView envelopeBytes)
{
    JsonScanner scanner(envelopeBytes);
    scanner.enter();
    while (const auto rawKey = scanner.nextKey()) {
        const QByteArrayView value = scanner.takeValue();
        if (envelopeKey(unescapedJsonString(*rawKey)) == EnvelopeKey::Message) {
            return value;
        }
    }
    return {};
}

} // namespace

QByteArray messageJson(const Envelope& envelope)
{
    const QByteArrayView value = messageValue(envelope.bytes);
    return value.isEmpty() ? QByteArrayLiteral("null") : value.toByteArray();
}

QByteArray messageText(const Envelope& envelope)
{
    return messageText(QByteArrayView(envelope.bytes));
}

QByteArray messageText(QByteArrayView envelopeBytes)
{
    const QByteArrayView value = messageValue(envelopeBytes);
    if (value.isEmpty()) {
        return "null";
    }
    return value.front() == '"' ? unescapedJsonString(value.sliced(1, value.size() - 2))
                                : value.toByteArray();
}

} // namespace signalbox::message
