// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/message/envelope.h"

#include "server/message/envelope_keys.h"
#include "server/message/json_scanner.h"
#include "server/message/json_text.h"

namespace signalbox::message {

namespace {

/// The value of `message` within the bytes. Looked for when another dialect asks, once for each message at
/// most: envelope clients, the many, never need it.
QByteArrayView messageValue(const Envelope& envelope)
{
    JsonScanner scanner(envelope.bytes);
    scanner.enter();
    while (const auto rawKey = scanner.nextKey()) {
        const QByteArrayView value = scanner.takeValue();
        if (envelopeKey(unescapedJsonString(*rawKey)) == EnvelopeKey::Message) {
            return value;
        }
    }
    Q_UNREACHABLE(); // messageKind said that there is one
}

} // namespace

QByteArray messageJson(const Envelope& envelope)
{
    return envelope.messageKind == MessageKind::Absent ? QByteArrayLiteral("null")
                                                       : messageValue(envelope).toByteArray();
}

QByteArray messageText(const Envelope& envelope)
{
    if (envelope.messageKind != MessageKind::String) {
        return messageJson(envelope);
    }
    const QByteArrayView quoted = messageValue(envelope);
    return unescapedJsonString(quoted.sliced(1, quoted.size() - 2));
}

} // namespace signalbox::message
