// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

namespace signalbox::ui {

/// "png", "jpeg", "gif" or "webp" for bytes that begin as such a picture does; empty for all others.
[[nodiscard]] QByteArray imageFormat(QByteArrayView bytes);

/// The picture that a text holds as a data URL or as base64; empty for none, and for texts over 16 MiB.
[[nodiscard]] QByteArray imageInText(QByteArrayView text);

} // namespace signalbox::ui
