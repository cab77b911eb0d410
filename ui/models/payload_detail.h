// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/frame_detail.h"
#include "ui/models/detail_node.h"

namespace signalbox::ui {

/// What a frame carries, by what it is: close code and reason, envelope, JSON, text, picture, bytes.
[[nodiscard]] DetailNode payloadDetail(const link::FrameDetail& detail);
/// The same for the message that a frame is a fragment of, whose payloads are all kept.
[[nodiscard]] DetailNode messageDetail(const link::FrameDetail& detail);

/// The body of an HTTP message, whose first byte stands at `base`, by what it is.
[[nodiscard]] DetailNode bodyDetail(const QByteArray& body, qsizetype base, const QString& name);

/// A form in which a message left for clients of another dialect. Its bytes are not those of the frame.
[[nodiscard]] DetailNode encodedDetail(const QByteArray& payload);

} // namespace signalbox::ui
