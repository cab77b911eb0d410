// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <optional>

namespace signalbox::xsockets {

/// A Guid as the clients write it: 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12, or without hyphens,
/// in braces or parentheses or not, in any case. Returned in lower case with hyphens; nothing when it is
/// none.
[[nodiscard]] std::optional<QByteArray> readPersistentId(QByteArrayView text);
/// A new one, random.
[[nodiscard]] QByteArray makePersistentId();

} // namespace signalbox::xsockets
