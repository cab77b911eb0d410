// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_loader.h"

#include "app/executable_path.h"
#include "server/core/plain_text.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QPluginLoader>

namespace signalbox::app {

namespace {

using namespace Qt::StringLiterals;

constexpr QStringView pluginFile = u"libsignalbox-ui.so";

Error noWindow(const QByteArray& code, const QString& why)
{
    return {"window." + code,
            u"the window cannot be shown: %1; without a window: signalbox --no-gui"_s.arg(why)};
}

} // namespace

QStringList windowPluginDirectories()
{
    const QDir program(QFileInfo(executablePath()).path());
    QStringList directories;
    for (const QString& relative :
         {QStringLiteral(SIGNALBOX_BUILD_PLUGIN_DIR), QStringLiteral(SIGNALBOX_INSTALL_PLUGIN_DIR)}) {
        directories.append(QDir::cleanPath(program.absoluteFilePath(relative)));
    }
    return directories;
}

Result<link::WindowPlugin*> loadWindowPlugin(const QStringList& directories)
{
    for (const QString& directory : directories) {
        const QString file = directory + u'/' + pluginFile.toString();
        if (!QFileInfo::exists(file)) {
            continue;
        }
        QPluginLoader loader(file);
        auto* plugin = qobject_cast<link::WindowPlugin*>(loader.instance());
        if (plugin == nullptr) {
            const QString why =
                loader.isLoaded() ? u"%1 is from another version"_s.arg(file) : loader.errorString();
            return noWindow("not_loadable", printableLine(why));
        }
        return plugin;
    }
    return noWindow("not_installed", u"this installation has none"_s);
}

} // namespace signalbox::app
