// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/message/envelope_keys.h"

#include "server/message/json_scanner.h"
#include "server/message/json_text.h"

#include <span>

namespace signalbox::message {

namespace {

bool equalButForCase(QByteArrayView left, QByteArrayView right)
{
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

/// Writes `wanted` over a key that is equal to it but for case. An escaped letter (\u0041) stays escaped.
void putRight(std::span<char> key, QByteArrayView wanted)
{
    static constexpr char digits[] = "0123456789abcdef";
    size_t at = 0;
    for (const char letter : wanted) {
        if (key[at] != '\\') {
            key[at++] = letter;
            continue;
        }
        // A letter's two cases differ in bit 0x20, so in the third of the four hexadecimal digits.
        key[at + 4] = digits[letter >> 4];
        at += 6;
    }
}

/// Where a scanner found `view`, to write there.
std::span<char> writable(QByteArray& bytes, QByteArrayView view)
{
    const auto offset = static_cast<size_t>(view.data() - bytes.constData());
    return std::span(bytes.data(), static_cast<size_t>(bytes.size()))
        .subspan(offset, static_cast<size_t>(view.size()));
}

template <typename Key>
void putRightWhereKnown(QByteArray& bytes, QByteArrayView rawKey, std::optional<Key> key)
{
    if (key && unescapedJsonString(rawKey) != keyName(*key)) {
        putRight(writable(bytes, rawKey), keyName(*key));
    }
}

void putRecipientKeysRight(QByteArray& bytes, JsonScanner& scanner)
{
    scanner.enter();
    while (scanner.nextElement()) {
        scanner.enter();
        while (const auto rawKey = scanner.nextKey()) {
            putRightWhereKnown(bytes, *rawKey, recipientKey(unescapedJsonString(*rawKey)));
            scanner.takeValue();
        }
    }
}

} // namespace

std::optional<EnvelopeKey> envelopeKey(QByteArrayView name)
{
    for (const auto key : {EnvelopeKey::Action, EnvelopeKey::Message, EnvelopeKey::GroupId,
                           EnvelopeKey::UserId, EnvelopeKey::Recipients}) {
        if (name.size() == keyName(key).size() && equalButForCase(name, keyName(key))) {
            return key;
        }
    }
    return std::nullopt;
}

std::optional<RecipientKey> recipientKey(QByteArrayView name)
{
    for (const auto key : {RecipientKey::Type, RecipientKey::Value}) {
        if (name.size() == keyName(key).size() && equalButForCase(name, keyName(key))) {
            return key;
        }
    }
    return std::nullopt;
}

QByteArrayView keyName(EnvelopeKey key)
{
    switch (key) {
    case EnvelopeKey::Action:
        return "action";
    case EnvelopeKey::Message:
        return "message";
    case EnvelopeKey::GroupId:
        return "groupId";
    case EnvelopeKey::UserId:
        return "userId";
    case EnvelopeKey::Recipients:
        return "recipients";
    }
    Q_UNREACHABLE();
}

QByteArrayView keyName(RecipientKey key)
{
    switch (key) {
    case RecipientKey::Type:
        return "type";
    case RecipientKey::Value:
        return "value";
    }
    Q_UNREACHABLE();
}

QByteArray withKeysPutRight(QByteArray acceptedEnvelope)
{
    acceptedEnvelope.detach(); // once, so that the scanner's views stay where they are
    JsonScanner scanner(acceptedEnvelope);
    scanner.enter();
    while (const auto rawKey = scanner.nextKey()) {
        const auto key = envelopeKey(unescapedJsonString(*rawKey));
        putRightWhereKnown(acceptedEnvelope, *rawKey, key);
        if (key == EnvelopeKey::Recipients) {
            JsonScanner recipients(scanner.takeValue());
            putRecipientKeysRight(acceptedEnvelope, recipients);
        } else {
            scanner.takeValue();
        }
    }
    return acceptedEnvelope;
}

} // namespace signalbox::message
