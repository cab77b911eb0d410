// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/service_folder.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

#include <utility>

namespace signalbox::services {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds settlingTime{150};
constexpr qint64 maxSourceBytes = 4LL * 1024 * 1024;

std::map<QString, QByteArray> readSources(const QDir& folder)
{
    std::map<QString, QByteArray> sources;
    const QStringList files = folder.entryList({u"*.js"_s}, QDir::Files | QDir::Readable, QDir::Name);
    for (const QString& name : files) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly)) {
            sources[name] = file.read(maxSourceBytes);
        }
    }
    return sources;
}

} // namespace

ServiceFolder::ServiceFolder(QString path, Listener listener)
    : m_path(std::move(path))
    , m_listener(std::move(listener))
{
    m_settling.setSingleShot(true);
    m_settling.setInterval(settlingTime);
    QObject::connect(&m_settling, &QTimer::timeout, &m_settling, [this] { scan(); });
    QObject::connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_settling,
                     [this] { m_settling.start(); });
    QObject::connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_settling,
                     [this] { m_settling.start(); });
}

void ServiceFolder::scan()
{
    const auto before = std::exchange(m_sources, readSources(QDir(m_path)));
    watch();
    for (const auto& [file, source] : before) {
        if (!m_sources.contains(file)) {
            m_listener.gone(file);
        }
    }
    for (const auto& [file, source] : m_sources) {
        const auto known = before.find(file);
        if (known == before.end() || known->second != source) {
            m_listener.found(file, source);
        }
    }
}

/// A file that was replaced is another file: it has to be watched anew. Where there is no folder yet, the one
/// above it is watched.
void ServiceFolder::watch()
{
    QStringList paths{QDir(m_path).exists() ? m_path : QFileInfo(m_path).path()};
    for (const auto& [file, source] : m_sources) {
        paths.append(QDir(m_path).filePath(file));
    }
    const QStringList watched = m_watcher.directories() + m_watcher.files();
    for (const QString& path : watched) {
        if (!paths.contains(path)) {
            m_watcher.removePath(path);
        }
    }
    for (const QString& path : std::as_const(paths)) {
        if (!watched.contains(path) && QFileInfo::exists(path)) {
            m_watcher.addPath(path);
        }
    }
}

} // namespace signalbox::services
