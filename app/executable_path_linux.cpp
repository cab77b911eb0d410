// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/executable_path.h"

#include <QtCore/QFile>

#include <filesystem>
#include <system_error>

namespace signalbox::app {

QString executablePath()
{
    std::error_code error;
    const std::filesystem::path path = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? QString() : QFile::decodeName(path.c_str());
}

} // namespace signalbox::app
