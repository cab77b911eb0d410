// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <optional>

namespace signalbox::http {

enum class PlusSign {
    Literal, ///< in a path
    Space,   ///< in a query, which browsers write the way forms do
};

/// The bytes that `text` stands for. Nothing when a % is not followed by two hexadecimal digits, or when the
/// result holds a NUL, which no path or name may.
[[nodiscard]] std::optional<QByteArray> percentDecoded(QByteArrayView text, PlusSign plus);

} // namespace signalbox::http
