// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

namespace signalbox::control {

/// The OpenAPI 3.1 document of the control API, written from routes() and schemas().
[[nodiscard]] QByteArray openApiDocument(const QByteArray& version);

} // namespace signalbox::control
