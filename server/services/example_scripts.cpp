// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/example_scripts.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

namespace signalbox::services {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView place{":/services"};

} // namespace

QList<QByteArray> exampleScripts()
{
    QList<QByteArray> files;
    for (const QString& file : QDir(place).entryList({u"*.js"_s}, QDir::Files, QDir::Name)) {
        files.append(file.toUtf8());
    }
    return files;
}

Result<void> addExampleScript(const QByteArray& file, const QString& folder)
{
    const QString name = QString::fromUtf8(file);
    if (!exampleScripts().contains(file)) {
        return Error{"service.no_example", u"There is no example %1."_s.arg(name)};
    }
    const QString target = QDir(folder).filePath(name);
    if (QFile::exists(target)) {
        return Error{"service.exists", u"There is a file %1 in the folder already."_s.arg(name)};
    }
    QFile source(place + u'/' + name);
    QFile copy(target);
    if (!QDir().mkpath(folder) || !source.open(QIODevice::ReadOnly) ||
        !copy.open(QIODevice::WriteOnly | QIODevice::NewOnly) || copy.write(source.readAll()) < 0 ||
        !copy.flush()) {
        return Error{"service.not_written", u"%1 cannot be written: %2."_s.arg(target, copy.errorString())};
    }
    return {};
}

} // namespace signalbox::services
