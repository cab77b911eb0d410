// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

namespace signalbox::services {

// The scripts that the program brings along, to begin with.

/// Their files, in the order of their names.
[[nodiscard]] QList<QByteArray> exampleScripts();

/// Copies one into the folder, which is made where there is none.
/// Errors: service.no_example, service.exists, service.not_written.
[[nodiscard]] Result<void> addExampleScript(const QByteArray& file, const QString& folder);

} // namespace signalbox::services
