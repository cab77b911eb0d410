// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <optional>
#include <vector>

namespace signalbox::ui {

enum class JsonType { Object, Array, String, Number, Boolean, Null };

/// One value of a JSON text as it stands there: keys in their order, doubled keys and all, numbers to the
/// last digit.
struct JsonNode {
    JsonType type = JsonType::Null;
    QByteArray key;  ///< unescaped; empty for the root and the elements of an array
    QByteArray text; ///< of a string its unescaped UTF-8, of other scalars the characters that stand there
    qsizetype offset = 0; ///< of the value in the text, in bytes
    qsizetype length = 0;
    std::vector<JsonNode> children;
};

/// The outline of a JSON text (RFC 8259), or nothing when it is none, nests deeper than 64 or has more than
/// 20,000 values. For looking at, not for routing: the broker's own parser is stricter and faster.
[[nodiscard]] std::optional<JsonNode> jsonOutline(QByteArrayView text);

/// Where a text stops to be JSON.
struct OutlineFault {
    enum class Kind {
        Unexpected, ///< something stands at `offset` that does not belong there
        EndsEarly,
        TooLarge, ///< deeper or larger than an outline may be
    };

    Kind kind = Kind::Unexpected;
    qsizetype offset = 0; ///< in bytes
    qsizetype length = 1; ///< of the character there, in bytes
    qint64 line = 1;
    qint64 column = 1; ///< in characters, from 1
};

/// Nothing for a text that has an outline.
[[nodiscard]] std::optional<OutlineFault> outlineFault(QByteArrayView text);

} // namespace signalbox::ui
