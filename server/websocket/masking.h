// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QtGlobal>

#include <array>
#include <span>

namespace signalbox::websocket {

/// Masks or unmasks a whole payload in place: RFC 6455 §5.3. Eight bytes at a time.
void applyMask(std::span<char> payload, const std::array<quint8, 4>& key);

} // namespace signalbox::websocket
