// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArrayView>
#include <QtCore/QString>

#include <optional>
#include <vector>

namespace signalbox::ui {

/// Where a text stops being JSON, and what was expected there.
struct JsonFault {
    qsizetype offset = 0; ///< in bytes
    QString reason;
};

/// One of {}[],: or a whole string, number or word.
struct JsonToken {
    qsizetype offset = 0;
    qsizetype length = 0;
};

struct JsonTokens {
    std::vector<JsonToken> tokens; ///< up to the fault, when there is one
    std::optional<JsonFault> fault;
};

/// The tokens of a JSON text (RFC 8259), checked for their order. Deeper than 64 is a fault, as at the
/// broker.
[[nodiscard]] JsonTokens jsonTokens(QByteArrayView text);
/// "line 3, column 5: expected a comma or ]". Columns count characters from 1.
[[nodiscard]] QString jsonFaultText(QByteArrayView text, const JsonFault& fault);

} // namespace signalbox::ui
