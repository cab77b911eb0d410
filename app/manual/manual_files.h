// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <vector>

namespace signalbox::app {

/// One file of the manual, or of the completion.
struct ManualFile {
    QString name; ///< "signalbox.1"
    QByteArray content;
};

/// Makes them all from the templates in packaging/manual, README.md and resources/signalbox.toml below
/// `source`, and from the program's own tables.
[[nodiscard]] Result<std::vector<ManualFile>> makeManual(const QString& source);

} // namespace signalbox::app
