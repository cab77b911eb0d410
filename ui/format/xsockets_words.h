// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/frame_row.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace signalbox::ui {

/// What a topic that the format of XSockets.NET reserves asks for: "subscribe" for 5, "set" for set_name;
/// empty for a topic that is published to.
[[nodiscard]] QString reservedTopicText(QByteArrayView topic);
/// What a message with this topic does: the same, or "publish".
[[nodiscard]] QString xsocketsKindText(QByteArrayView topic);

/// For the column of actions: the topic that is published to, else what is asked for.
[[nodiscard]] QString xsocketsActionText(const link::FrameRow& row);
/// Controller, topic and data in a line: "chat › say  {"text":"hi"}", "subscribe chat › say, to be
/// confirmed". A message that is none is shown as it came.
[[nodiscard]] QString xsocketsSummary(const link::FrameRow& row);

/// The last characters of a PersistentId, which is a secret: "…4f2a"; empty for none.
[[nodiscard]] QString persistentIdText(QByteArrayView persistentId);
/// "chat › rooms/1"
[[nodiscard]] QString topicText(QByteArrayView controller, QByteArrayView topic);

} // namespace signalbox::ui
