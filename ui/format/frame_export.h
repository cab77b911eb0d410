// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/frame_detail.h"

#include <QtCore/QString>

namespace signalbox::ui {

inline namespace export_enums {
Q_NAMESPACE
/// What of a frame is copied.
enum class FrameCopy {
    Payload, ///< text as it is, binary as hexadecimal
    Json,    ///< everything about it
    Hex,     ///< the payload's bytes
};
Q_ENUM_NS(FrameCopy)
} // namespace export_enums

/// A frame for the clipboard. `detail` is kept.
[[nodiscard]] QString frameText(const link::FrameDetail& detail, FrameCopy format);

} // namespace signalbox::ui
