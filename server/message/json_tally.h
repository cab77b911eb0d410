// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/message/envelope_error.h"

#include <optional>
#include <simdjson.h>

namespace signalbox::message {

/// Counts the keys and measures the depth of one document, against limits. The root container has depth 1.
class JsonTally final {
public:
    JsonTally(int maxDepth, int maxKeys)
        : m_maxDepth(maxDepth)
        , m_maxKeys(maxKeys)
    {
    }

    /// Adds `count` keys that the caller reads itself.
    [[nodiscard]] std::optional<Error> addKeys(size_t count);
    /// Adds everything inside `value`, which is a container at `depth` or a scalar.
    [[nodiscard]] std::optional<Error> addValue(simdjson::dom::element value, int depth);

private:
    int m_maxDepth;
    int m_maxKeys;
    size_t m_keys = 0;
};

} // namespace signalbox::message
