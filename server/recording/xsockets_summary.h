// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/recipient.h"
#include "server/link/frame_row.h"

#include <QtCore/QByteArrayView>

#include <optional>

namespace signalbox::recording {

inline constexpr qsizetype maxPreviewBytes = 120;

/// The first bytes of a text, `maxBytes` at most, not cut inside a character.
[[nodiscard]] QByteArray firstCharacters(QByteArrayView utf8, qsizetype maxBytes);

/// What a row says of a message of the xsockets dialect: controller, topic, the topic's group and the data.
/// Of what is no such message it says nothing. `controller`: of a message that names none.
void summariseXSockets(QByteArrayView message, const QByteArray& controller, link::FrameRow& row);
/// Whom a publish is for: the topic's group, and whoever sent it. Nothing for what is no such message.
[[nodiscard]] std::optional<Recipients> xsocketsRecipients(QByteArrayView message,
                                                           const QByteArray& controller, ClientId sender);

} // namespace signalbox::recording
