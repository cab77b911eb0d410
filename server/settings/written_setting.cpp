// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/written_setting.h"

namespace signalbox {

QString SettingOrigin::text() const
{
    switch (source) {
    case Source::Default:
        return QStringLiteral("default");
    case Source::File:
        return line > 0 ? QStringLiteral("%1:%2:%3").arg(place).arg(line).arg(column) : place;
    case Source::Environment:
    case Source::CommandLine:
        return place;
    }
    Q_UNREACHABLE();
}

} // namespace signalbox
