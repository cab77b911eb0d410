// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/message/envelope_summary.h"

#include "server/core/recipient_words.h"
#include "server/message/envelope_keys.h"
#include "server/message/json_reader.h"

#include <string_view>

namespace signalbox::message {

namespace {

constexpr int maxSummaryDepth = 64;

QByteArray cut(std::string_view text)
{
    auto size = std::min(static_cast<qsizetype>(text.size()), maxSummaryBytes);
    while (size < static_cast<qsizetype>(text.size()) && (text[static_cast<size_t>(size)] & 0xC0) == 0x80) {
        --size; // the rest of a character of UTF-8 would be missing
    }
    return QByteArray(text.data(), size);
}

/// The text of a string; empty for anything else.
QByteArray textOf(simdjson::dom::element value)
{
    std::string_view text;
    return value.get(text) == simdjson::SUCCESS ? cut(text) : QByteArray();
}

/// One recipient in words; empty when it is none, or the default group.
QByteArray inWords(simdjson::dom::element entry)
{
    simdjson::dom::object fields;
    if (entry.get(fields) != simdjson::SUCCESS) {
        return {};
    }
    std::optional<RecipientType> type;
    QByteArray value;
    for (const auto field : fields) {
        const auto key =
            recipientKey(QByteArrayView(field.key.data(), static_cast<qsizetype>(field.key.size())));
        if (key == RecipientKey::Type) {
            type = recipientTypeFromName(textOf(field.value));
        } else if (key == RecipientKey::Value) {
            value = textOf(field.value);
        }
    }
    return type ? recipientInWords({*type, value}) : QByteArray();
}

QByteArray targetOf(simdjson::dom::element recipients)
{
    simdjson::dom::array entries;
    if (recipients.get(entries) != simdjson::SUCCESS || entries.size() == 0) {
        return {};
    }
    if (entries.size() == 1) {
        return inWords(entries.at(0).value_unsafe());
    }
    return QByteArray::number(static_cast<qulonglong>(entries.size())) + " recipients";
}

bool mayBeObject(QByteArrayView payload)
{
    const auto first = std::find_if_not(payload.begin(), payload.end(), [](char character) {
        return character == ' ' || character == '\t' || character == '\n' || character == '\r';
    });
    return first != payload.end() && *first == '{';
}

} // namespace

EnvelopeSummarizer::EnvelopeSummarizer()
    : m_reader(std::make_unique<JsonReader>(maxSummaryDepth))
{
}

EnvelopeSummarizer::~EnvelopeSummarizer() = default;

EnvelopeSummary EnvelopeSummarizer::summarise(QByteArrayView payload)
{
    EnvelopeSummary summary;
    simdjson::dom::object fields;
    if (!mayBeObject(payload) || m_reader->parse(payload) != JsonFault::None ||
        m_reader->root().get(fields) != simdjson::SUCCESS) {
        return summary;
    }
    for (const auto field : fields) {
        const auto key =
            envelopeKey(QByteArrayView(field.key.data(), static_cast<qsizetype>(field.key.size())));
        if (key == EnvelopeKey::Action) {
            summary.action = textOf(field.value);
        } else if (key == EnvelopeKey::UserId) {
            summary.userId = textOf(field.value);
        } else if (key == EnvelopeKey::Recipients) {
            summary.target = targetOf(field.value);
        }
    }
    return summary;
}

} // namespace signalbox::message
