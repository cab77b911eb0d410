// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/result.h"
#include "server/settings/written_setting.h"

#include <QtCore/QByteArrayView>

namespace signalbox {

/// What a configuration file says, in the order of its lines, before anybody asks what the keys mean.
struct WrittenFile {
    std::vector<WrittenSetting> settings; ///< "section.key"; an empty section is a setting without a dot
    std::vector<WrittenTable> tables;     ///< [[name]]
};

/// Reads TOML 1.0. A fault of the grammar is an Error that names file, line and column. `path` is for
/// messages only.
[[nodiscard]] Result<WrittenFile> readToml(QByteArrayView text, const QString& path);

} // namespace signalbox
