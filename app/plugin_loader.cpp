// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plugin_loader.h"

#include "app/executable_path.h"
#include "server/core/plain_text.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QObject>
#include <QtCore/QPluginLoader>

namespace signalbox::app {

using namespace Qt::StringLiterals;

QStringList pluginDirectories()
{
    const QDir program(QFileInfo(executablePath()).path());
    QStringList directories;
    for (const QString& relative :
         {QStringLiteral(SIGNALBOX_BUILD_PLUGIN_DIR), QStringLiteral(SIGNALBOX_INSTALL_PLUGIN_DIR)}) {
        directories.append(QDir::cleanPath(program.absoluteFilePath(relative)));
    }
    return directories;
}

Result<QObject*> loadPlugin(const QStringList& directories, const QString& file, const char* interfaceId)
{
    for (const QString& directory : directories) {
        const QString path = directory + u'/' + file;
        if (!QFileInfo::exists(path)) {
            continue;
        }
        QPluginLoader loader(path);
        QObject* plugin = loader.instance();
        if (plugin == nullptr || plugin->qt_metacast(interfaceId) == nullptr) {
            const QString why =
                plugin != nullptr ? u"%1 is from another version"_s.arg(path) : loader.errorString();
            return Error{"not_loadable", printableLine(why)};
        }
        return plugin;
    }
    return Error{"not_installed", u"this installation has none"_s};
}

} // namespace signalbox::app
