// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/message/json_tally.h"

namespace signalbox::message {

std::optional<Error> JsonTally::addKeys(size_t count)
{
    m_keys += count;
    if (m_keys > static_cast<size_t>(m_maxKeys)) {
        return envelopeError(EnvelopeFault::TooManyKeys, QString::number(m_maxKeys));
    }
    return std::nullopt;
}

std::optional<Error> JsonTally::addValue(simdjson::dom::element value, int depth)
{
    simdjson::dom::object object;
    simdjson::dom::array array;
    const bool isObject = value.get(object) == simdjson::SUCCESS;
    if (!isObject && value.get(array) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    if (depth > m_maxDepth) {
        return envelopeError(EnvelopeFault::TooDeep, QString::number(m_maxDepth));
    }
    if (isObject) {
        if (auto error = addKeys(object.size())) {
            return error;
        }
        for (const auto field : object) {
            if (auto error = addValue(field.value, depth + 1)) {
                return error;
            }
        }
        return std::nullopt;
    }
    for (const auto element : array) {
        if (auto error = addValue(element, depth + 1)) {
            return error;
        }
    }
    return std::nullopt;
}

} // namespace signalbox::message
