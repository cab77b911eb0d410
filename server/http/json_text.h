// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QStringView>

namespace signalbox::http {

/// `text` as a JSON string, in quotes, as UTF-8. Answers are put together from such parts because QJsonObject
/// would sort their keys.
[[nodiscard]] QByteArray jsonString(QStringView text);

} // namespace signalbox::http
