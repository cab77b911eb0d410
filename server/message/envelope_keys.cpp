// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/message/envelope_keys.h"

#include "server/core/ascii_case.h"
#include "server/message/json_scanner.h"
#include "server/message/json_text.h"

#include <array>
#include <span>
#include <string_view>

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

// Every key of every message is looked up here. Within one length the compiler compares without a call.
std::optional<EnvelopeKey> exactEnvelopeKey(QByteArrayView name)
{
    const std::string_view text(name.data(), static_cast<size_t>(name.size()));
    switch (text.size()) {
    case 6:
        return text == "action"   ? std::optional(EnvelopeKey::Action)
               : text == "userId" ? std::optional(EnvelopeKey::UserId)
                                  : std::nullopt;
    case 7:
        return text == "message"   ? std::optional(EnvelopeKey::Message)
               : text == "groupId" ? std::optional(EnvelopeKey::GroupId)
                                   : std::nullopt;
    case 10:
        return text == "recipients" ? std::optional(EnvelopeKey::Recipients) : std::nullopt;
    default:
        return std::nullopt;
    }
}

std::optional<RecipientKey> exactRecipientKey(QByteArrayView name)
{
    const std::string_view text(name.data(), static_cast<size_t>(name.size()));
    switch (text.size()) {
    case 4:
        return text == "type" ? std::optional(RecipientKey::Type) : std::nullopt;
    case 5:
        return text == "value" ? std::optional(RecipientKey::Value) : std::nullopt;
    default:
        return std::nullopt;
    }
}

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
