// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/home_directory.h"

#include <QtCore/QFile>

#include <array>
#include <pwd.h>
#include <unistd.h>

namespace signalbox {

QString homeDirectoryFromUserDatabase()
{
    std::array<char, 16'384> buffer{};
    passwd entry{};
    passwd* found = nullptr;
    if (getpwuid_r(geteuid(), &entry, buffer.data(), buffer.size(), &found) != 0 || found == nullptr) {
        return {};
    }
    return QFile::decodeName(found->pw_dir);
}

} // namespace signalbox
