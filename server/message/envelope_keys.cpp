// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/message/envelope_keys.h"

#include "server/message/json_scanner.h"
#include "server/message/json_text.h"

#include <array>
#include <span>

namespace signalbox::message {

namespace {

struct EnvelopeKeyName {
    EnvelopeKey key;
    QByteArrayView name;
};

struct RecipientKeyName {
    RecipientKey key;
    QByteArrayView name;
};

// In the order of the enumerators.
constexpr std::array envelopeKeyNames{
    EnvelopeKeyName{EnvelopeKey::Action, "action"},         EnvelopeKeyName{EnvelopeKey::Message, "message"},
    EnvelopeKeyName{EnvelopeKey::GroupId, "groupId"},       EnvelopeKeyName{EnvelopeKey::UserId, "userId"},
    EnvelopeKeyName{EnvelopeKey::Recipients, "recipients"},
};
constexpr std::array recipientKeyNames{
    RecipientKeyName{RecipientKey::Type, "type"},
    RecipientKeyName{RecipientKey::Value, "value"},
};

/// `key` holds ASCII letters only, and only a letter is equal to one in all bits but 0x20. Runs for every key
/// of every message, hence by hand.
bool equalButForCase(QByteArrayView name, QByteArrayView key)
{
    if (name.size() != key.size()) {
        return false;
    }
    for (qsizetype i = 0; i < key.size(); ++i) {
        if ((name[i] | 0x20) != (key[i] | 0x20)) {
            return false;
        }
    }
    return true;
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
    for (const EnvelopeKeyName& known : envelopeKeyNames) {
        if (equalButForCase(name, known.name)) {
            return known.key;
        }
    }
    return std::nullopt;
}

std::optional<RecipientKey> recipientKey(QByteArrayView name)
{
    for (const RecipientKeyName& known : recipientKeyNames) {
        if (equalButForCase(name, known.name)) {
            return known.key;
        }
    }
    return std::nullopt;
}

QByteArrayView keyName(EnvelopeKey key)
{
    return envelopeKeyNames[static_cast<size_t>(key)].name;
}

QByteArrayView keyName(RecipientKey key)
{
    return recipientKeyNames[static_cast<size_t>(key)].name;
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
