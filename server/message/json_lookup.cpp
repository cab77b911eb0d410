// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/message/json_lookup.h"

#include "server/message/envelope_keys.h"
#include "server/message/json_reader.h"
#include "server/message/json_scanner.h"
#include "server/message/json_text.h"

#include <optional>
#include <string>

namespace signalbox::message {

namespace {

using Kind = JsonFinding::Kind;
using simdjson::dom::element;
using simdjson::dom::element_type;

constexpr int maxLookupDepth = 64;
constexpr int maxOpenedStrings = 4;

std::string_view standardView(QByteArrayView text)
{
    return {text.data(), static_cast<size_t>(text.size())};
}

QByteArrayView view(std::string_view text)
{
    return QByteArrayView(text.data(), static_cast<qsizetype>(text.size()));
}

std::optional<size_t> indexOf(QByteArrayView step)
{
    bool isNumber = false;
    const qulonglong index = step.toULongLong(&isNumber);
    return isNumber ? std::optional<size_t>(index) : std::nullopt;
}

std::optional<element> stepInto(element from, QByteArrayView step)
{
    simdjson::dom::object object;
    simdjson::dom::array array;
    element found;
    if (from.get(object) == simdjson::SUCCESS) {
        return object.at_key(standardView(step)).get(found) == simdjson::SUCCESS ? std::optional(found)
                                                                                 : std::nullopt;
    }
    if (const auto index = indexOf(step); index && from.get(array) == simdjson::SUCCESS) {
        return array.at(*index).get(found) == simdjson::SUCCESS ? std::optional(found) : std::nullopt;
    }
    return std::nullopt;
}

JsonFinding findingOf(element value, std::string& container)
{
    switch (value.type()) {
    case element_type::NULL_VALUE:
        return {.kind = Kind::Null};
    case element_type::BOOL:
        return {.kind = Kind::Boolean, .boolean = bool(value)};
    case element_type::INT64:
        return {.kind = Kind::Number, .number = static_cast<long double>(int64_t(value))};
    case element_type::UINT64:
        return {.kind = Kind::Number, .number = static_cast<long double>(uint64_t(value))};
    case element_type::DOUBLE:
        return {.kind = Kind::Number, .number = double(value)};
    case element_type::STRING:
        return {.kind = Kind::Text, .text = view(std::string_view(value))};
    case element_type::ARRAY:
    case element_type::OBJECT:
        container = simdjson::to_string(value);
        return {.kind = Kind::Container, .text = view(container)};
    }
    return {};
}

/// The member or element of a container as it stands in its text.
std::optional<QByteArrayView> standingAt(QByteArrayView container, QByteArrayView step)
{
    JsonScanner scanner(container);
    scanner.enter();
    if (container.startsWith('{')) {
        while (const auto key = scanner.nextKey()) {
            const QByteArrayView value = scanner.takeValue();
            if (unescapedJsonString(*key) == step) {
                return value;
            }
        }
        return std::nullopt;
    }
    for (size_t index = indexOf(step).value_or(0); scanner.nextElement(); --index) {
        const QByteArrayView value = scanner.takeValue();
        if (index == 0) {
            return value;
        }
    }
    return std::nullopt;
}

} // namespace

struct JsonLookup::Parsed {
    JsonReader reader{maxLookupDepth};
    JsonFault fault = JsonFault::NotJson;
    QByteArray messageKey; ///< as it is written in this text; null: no envelope
    std::string container;

    void noteEnvelope();
    /// Of a text whose numbers were not read.
    [[nodiscard]] static long double exactNumber(QByteArrayView text, QByteArrayView key, Path path);
};

void JsonLookup::Parsed::noteEnvelope()
{
    messageKey.clear();
    simdjson::dom::object fields;
    if (reader.root().get(fields) != simdjson::SUCCESS) {
        return;
    }
    bool hasAction = false;
    std::string_view message = "message";
    for (const auto field : fields) {
        const auto key = envelopeKey(view(field.key));
        hasAction = hasAction || key == EnvelopeKey::Action;
        message = key == EnvelopeKey::Message ? field.key : message;
    }
    if (hasAction) {
        messageKey.append(message.data(), static_cast<qsizetype>(message.size())); // 7 bytes: stays allocated
    }
}

long double JsonLookup::Parsed::exactNumber(QByteArrayView text, QByteArrayView key, Path path)
{
    std::optional<QByteArrayView> value = text.trimmed();
    if (!key.isEmpty()) {
        value = standingAt(*value, key);
    }
    for (const QByteArray& step : path) {
        value = value ? standingAt(*value, step) : std::nullopt;
    }
    return value ? value->toDouble() : 0;
}

JsonLookup::JsonLookup()
    : JsonLookup(0)
{
}

JsonLookup::JsonLookup(int depth)
    : m_depth(depth)
    , m_parsed(std::make_unique<Parsed>())
{
}

JsonLookup::~JsonLookup() = default;

void JsonLookup::setText(QByteArrayView text)
{
    m_text = text;
    m_isFresh = true;
}

bool JsonLookup::parse()
{
    if (m_isFresh) {
        m_isFresh = false;
        m_parsed->fault = m_text.isEmpty() ? JsonFault::NotJson : m_parsed->reader.parse(m_text);
        if (m_parsed->fault == JsonFault::None) {
            m_parsed->noteEnvelope();
        }
    }
    return m_parsed->fault == JsonFault::None;
}

JsonFinding JsonLookup::find(Path path)
{
    return parse() ? follow({}, path) : JsonFinding{};
}

JsonFinding JsonLookup::findInMessage(Path path)
{
    if (!parse()) {
        const bool isText = path.empty() && !m_text.isEmpty();
        return isText ? JsonFinding{.kind = Kind::Text, .text = m_text} : JsonFinding{};
    }
    return follow(m_parsed->messageKey, path);
}

JsonFinding JsonLookup::follow(QByteArrayView key, Path path)
{
    std::optional<element> value = m_parsed->reader.root();
    if (!key.isEmpty()) {
        value = stepInto(*value, key);
    }
    for (size_t at = 0; value && at < path.size(); ++at) {
        std::string_view string;
        if (value->get(string) == simdjson::SUCCESS) {
            return openString(view(string), path.subspan(at));
        }
        value = stepInto(*value, path[at]);
    }
    if (!value) {
        return {};
    }
    JsonFinding finding = findingOf(*value, m_parsed->container);
    if (finding.kind == Kind::Number && !m_parsed->reader.numbersAreRead()) {
        finding.number = Parsed::exactNumber(m_text, key, path);
    }
    return finding;
}

JsonFinding JsonLookup::openString(QByteArrayView string, Path path)
{
    const qsizetype first = string.isEmpty() ? 0 : static_cast<uchar>(string.front());
    if (m_depth >= maxOpenedStrings || (first != '{' && first != '[' && first > ' ')) {
        return {};
    }
    if (!m_inner) {
        m_inner.reset(new JsonLookup(m_depth + 1));
    }
    m_inner->setText(string);
    return m_inner->find(path);
}

} // namespace signalbox::message
