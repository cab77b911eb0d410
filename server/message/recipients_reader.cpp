// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/message/recipients_reader.h"

#include "server/core/ids.h"
#include "server/core/name.h"
#include "server/core/plain_text.h"
#include "server/message/envelope_error.h"
#include "server/message/envelope_keys.h"
#include "server/message/json_tally.h"
#include "server/message/key_set.h"

#include <QtCore/QString>

namespace signalbox::message {

namespace {

using namespace Qt::StringLiterals;

constexpr int entryDepth = 3; // the envelope has 1, the list 2
constexpr qsizetype shownCharacters = 40;

/// Reads one entry. Lives for one list; `m_number` counts entries from 1, for the sentences.
class EntryReader final {
public:
    EntryReader(JsonTally& tally, ReadRecipients& result)
        : m_tally(tally)
        , m_result(result)
    {
    }

    std::optional<Error> read(simdjson::dom::element entry);

private:
    std::optional<Error> readFields(simdjson::dom::object fields);
    std::optional<Error> readKnown(RecipientKey key, simdjson::dom::element value);
    std::optional<Error> finish();
    std::optional<Error> checkValue(RecipientType type) const;
    Error bad(const QString& what) const;

    JsonTally& m_tally;
    ReadRecipients& m_result;
    int m_number = 0;
    std::optional<QByteArrayView> m_type; // these two live as long as the document
    std::optional<QByteArrayView> m_value;
};

std::optional<Error> EntryReader::read(simdjson::dom::element entry)
{
    ++m_number;
    m_type.reset();
    m_value.reset();
    simdjson::dom::object fields;
    if (entry.get(fields) != simdjson::SUCCESS) {
        return envelopeError(
            EnvelopeFault::WrongType,
            u"recipient %1 must be an object, {\"type\":\u2026,\"value\":\u2026}"_s.arg(m_number));
    }
    if (auto error = readFields(fields)) {
        return error;
    }
    return finish();
}

std::optional<Error> EntryReader::readFields(simdjson::dom::object fields)
{
    KeySet keys;
    for (const auto field : fields) {
        const QByteArrayView name(field.key.data(), static_cast<qsizetype>(field.key.size()));
        auto key = exactRecipientKey(name);
        if (!key) {
            key = recipientKey(name);
            m_result.keysAreRight = m_result.keysAreRight && !key;
        }
        if (!key) {
            if (auto error = m_tally.addKeys(1)) {
                return error;
            }
            if (auto error = m_tally.addValue(field.value, entryDepth + 1)) {
                return error;
            }
        }
        if (!(key ? keys.addKnown(*key) : keys.addUnknown(name))) {
            return envelopeError(EnvelopeFault::DuplicateKey, printable(name, shownCharacters));
        }
        if (key) {
            if (auto error = readKnown(*key, field.value)) {
                return error;
            }
        }
    }
    return std::nullopt;
}

std::optional<Error> EntryReader::readKnown(RecipientKey key, simdjson::dom::element value)
{
    if (value.is_null()) { // as if it were missing
        return std::nullopt;
    }
    std::string_view text;
    if (value.get(text) != simdjson::SUCCESS) {
        return envelopeError(EnvelopeFault::WrongType,
                             u"\"%1\" of recipient %2 must be a string"_s.arg(QLatin1StringView(keyName(key)),
                                                                              QString::number(m_number)));
    }
    (key == RecipientKey::Type ? m_type : m_value) = text;
    return std::nullopt;
}

std::optional<Error> EntryReader::finish()
{
    if (!m_type) {
        return bad(u"has no \"type\""_s);
    }
    const auto type = recipientTypeFromName(*m_type);
    if (!type) {
        return bad(
            u"has the unknown type \"%1\"; use group, user, client, tag, all, allButUser or allButClient"_s
                .arg(printable(*m_type, shownCharacters)));
    }
    if (*type == RecipientType::All) {
        m_result.recipients.push_back({*type, {}});
        return std::nullopt;
    }
    if (!m_value) {
        return bad(u"has no \"value\""_s);
    }
    if (auto error = checkValue(*type)) {
        return error;
    }
    m_result.recipients.push_back({*type, m_value->toByteArray()});
    return std::nullopt;
}

std::optional<Error> EntryReader::checkValue(RecipientType type) const
{
    switch (type) {
    case RecipientType::Client:
    case RecipientType::AllButClient: {
        const auto client = ClientId::fromText(*m_value);
        if (!client || client->isNull()) {
            return bad(u"names no client: \"%1\"; a client's id looks like c3"_s.arg(
                printable(*m_value, shownCharacters)));
        }
        return std::nullopt;
    }
    case RecipientType::Group:
        if (m_value->isEmpty()) { // the default group
            return std::nullopt;
        }
        break;
    case RecipientType::User:
    case RecipientType::Tag:
    case RecipientType::AllButUser:
    case RecipientType::All:
        break;
    }
    if (nameFault(*m_value)) {
        return envelopeError(EnvelopeFault::NameInvalid, u"the value of recipient %1"_s.arg(m_number));
    }
    return std::nullopt;
}

Error EntryReader::bad(const QString& what) const
{
    return envelopeError(EnvelopeFault::BadRecipient,
                         u"recipient %1 %2"_s.arg(QString::number(m_number), what));
}

} // namespace

Result<ReadRecipients> readRecipients(simdjson::dom::element value, size_t maxRecipients, JsonTally& tally)
{
    ReadRecipients result;
    if (value.is_null()) {
        return result;
    }
    simdjson::dom::array entries;
    if (value.get(entries) != simdjson::SUCCESS) {
        return envelopeError(EnvelopeFault::WrongType, u"\"recipients\" must be an array of {type, value}"_s);
    }
    if (entries.size() > maxRecipients) {
        return envelopeError(EnvelopeFault::TooManyRecipients, QString::number(maxRecipients));
    }
    result.recipients.reserve(entries.size());
    EntryReader reader(tally, result);
    for (const auto entry : entries) {
        if (auto error = reader.read(entry)) {
            return *std::move(error);
        }
    }
    return result;
}

} // namespace signalbox::message
