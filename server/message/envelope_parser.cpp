// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/message/envelope_parser.h"

#include "server/core/name.h"
#include "server/core/plain_text.h"
#include "server/message/envelope_error.h"
#include "server/message/envelope_keys.h"
#include "server/message/json_reader.h"
#include "server/message/json_tally.h"
#include "server/message/key_set.h"
#include "server/message/recipients_reader.h"

namespace signalbox::message {

namespace {

using namespace Qt::StringLiterals;

constexpr int memberDepth = 2; // a container that is the value of an envelope's key
constexpr qsizetype shownCharacters = 40;

Error wrongType(const QString& what)
{
    return envelopeError(EnvelopeFault::WrongType, what);
}

/// Goes through the fields of one envelope. Each step answers with the error that ends it, if any.
class EnvelopeReader final {
public:
    explicit EnvelopeReader(const EnvelopeLimits& limits)
        : m_limits(limits)
        , m_tally(limits.maxDepth, limits.maxKeys)
    {
    }

    Result<Envelope> read(simdjson::dom::object fields, QByteArrayView utf8);

private:
    std::optional<Error> readField(QByteArrayView name, simdjson::dom::element value);
    std::optional<Error> readKnown(EnvelopeKey key, simdjson::dom::element value);
    std::optional<Error> checkAction(simdjson::dom::element value);
    std::optional<Error> checkName(EnvelopeKey key, simdjson::dom::element value) const;
    std::optional<Error> readRecipientList(simdjson::dom::element value);

    const EnvelopeLimits& m_limits;
    JsonTally m_tally;
    KeySet m_keys;
    Envelope m_envelope;
    bool m_hasAction = false;
    bool m_keysAreRight = true;
};

Result<Envelope> EnvelopeReader::read(simdjson::dom::object fields, QByteArrayView utf8)
{
    if (auto error = m_tally.addKeys(fields.size())) {
        return *std::move(error);
    }
    for (const auto field : fields) {
        const QByteArrayView name(field.key.data(), static_cast<qsizetype>(field.key.size()));
        if (auto error = readField(name, field.value)) {
            return *std::move(error);
        }
    }
    if (!m_hasAction) {
        return envelopeError(EnvelopeFault::MissingAction);
    }
    if (!m_keysAreRight) {
        m_envelope.putRight = withKeysPutRight(utf8.toByteArray());
    }
    return std::move(m_envelope);
}

std::optional<Error> EnvelopeReader::readField(QByteArrayView name, simdjson::dom::element value)
{
    auto key = exactEnvelopeKey(name);
    if (!key) {
        key = envelopeKey(name);
        m_keysAreRight = m_keysAreRight && !key;
    }
    if (!(key ? m_keys.addKnown(*key) : m_keys.addUnknown(name))) {
        return envelopeError(EnvelopeFault::DuplicateKey, printable(name, shownCharacters));
    }
    if (!key) {
        return m_tally.addValue(value, memberDepth);
    }
    return readKnown(*key, value);
}

std::optional<Error> EnvelopeReader::readKnown(EnvelopeKey key, simdjson::dom::element value)
{
    switch (key) {
    case EnvelopeKey::Action:
        return checkAction(value);
    case EnvelopeKey::Message:
        return m_tally.addValue(value, memberDepth);
    case EnvelopeKey::GroupId:
    case EnvelopeKey::UserId:
        return checkName(key, value);
    case EnvelopeKey::Recipients:
        return readRecipientList(value);
    }
    Q_UNREACHABLE();
}

std::optional<Error> EnvelopeReader::checkAction(simdjson::dom::element value)
{
    std::string_view text;
    if (value.get(text) != simdjson::SUCCESS) {
        return wrongType(u"\"action\" must be a string"_s);
    }
    if (text.starts_with('$')) {
        return envelopeError(EnvelopeFault::ReservedAction);
    }
    m_hasAction = true;
    return std::nullopt;
}

std::optional<Error> EnvelopeReader::checkName(EnvelopeKey key, simdjson::dom::element value) const
{
    if (value.is_null()) {
        return std::nullopt;
    }
    const QLatin1StringView keyText(keyName(key));
    std::string_view text;
    if (value.get(text) != simdjson::SUCCESS) {
        return wrongType(u"\"%1\" must be a string"_s.arg(keyText));
    }
    // "" is what a sender without group or user writes.
    if (!text.empty() && nameFault(text)) {
        return envelopeError(EnvelopeFault::NameInvalid, u"\"%1\""_s.arg(keyText));
    }
    return std::nullopt;
}

std::optional<Error> EnvelopeReader::readRecipientList(simdjson::dom::element value)
{
    auto read = readRecipients(value, static_cast<size_t>(m_limits.maxRecipients), m_tally);
    if (!read) {
        return read.error();
    }
    m_keysAreRight = m_keysAreRight && read->keysAreRight;
    m_envelope.recipients = std::move(read.value().recipients);
    return std::nullopt;
}

} // namespace

EnvelopeParser::EnvelopeParser(const EnvelopeLimits& limits)
    : m_limits(limits)
    , m_reader(std::make_unique<JsonReader>(limits.maxDepth))
{
}

EnvelopeParser::~EnvelopeParser() = default;

Result<Envelope> EnvelopeParser::parse(QByteArrayView utf8)
{
    switch (m_reader->parse(utf8)) {
    case JsonFault::None:
        break;
    case JsonFault::NotJson:
        return envelopeError(EnvelopeFault::NotJson);
    case JsonFault::TooDeep:
        return envelopeError(EnvelopeFault::TooDeep, QString::number(m_limits.maxDepth));
    case JsonFault::LoneSurrogate:
        return envelopeError(EnvelopeFault::LoneSurrogate);
    }
    simdjson::dom::object fields;
    if (m_reader->root().get(fields) != simdjson::SUCCESS) {
        return envelopeError(EnvelopeFault::NotObject);
    }
    return EnvelopeReader(m_limits).read(fields, utf8);
}

} // namespace signalbox::message
