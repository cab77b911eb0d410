// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/control/object_text.h"
#include "server/link/frame_row.h"

namespace signalbox::control {

/// The members of a row that mean something for its kind, in the words of the filter language; without what
/// the payload holds.
void addRow(ObjectText& object, const link::FrameRow& row);

/// Bytes that are no text are written in base64, under another name.
void addBytes(ObjectText& object, QByteArrayView key, QByteArrayView keyOfBase64, QByteArrayView bytes);

} // namespace signalbox::control
