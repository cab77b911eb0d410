// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QFileSystemWatcher>
#include <QtCore/QString>
#include <QtCore/QTimer>

#include <functional>
#include <map>

namespace signalbox::services {

/// The folder with the scripts, each a file NAME.js: tells of those that are there, that are written anew,
/// and that are taken away. Editors write a file in several steps: it is read when nothing has happened for a
/// moment.
///
/// Thread: services.
class ServiceFolder final {
public:
    struct Listener {
        std::function<void(const QString& file, const QByteArray& source)> found; ///< or changed
        std::function<void(const QString& file)> gone;
    };

    ServiceFolder(QString path, Listener listener);

    /// Reads it now; after that, it is read when it changes.
    void scan();

private:
    void watch();

    const QString m_path;
    const Listener m_listener;
    std::map<QString, QByteArray> m_sources; ///< by file
    QFileSystemWatcher m_watcher;
    QTimer m_settling;
};

} // namespace signalbox::services
