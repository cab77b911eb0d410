// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/source_tree.h"

#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace signalbox::tests {

namespace {

QDir root()
{
    return QDir(QStringLiteral(SIGNALBOX_SOURCE_DIR));
}

bool isLeftByTools(const QString& path)
{
    return path.contains("/node_modules/"_L1) || path.contains("/__pycache__/"_L1);
}

} // namespace

qsizetype SourceFile::lineCount() const
{
    return text.count(u'\n') + (text.isEmpty() || text.endsWith(u'\n') ? 0 : 1);
}

QString SourceFile::code() const
{
    static const QRegularExpression comments(u"/\\*.*?\\*/|//[^\\n]*"_s,
                                             QRegularExpression::DotMatchesEverythingOption);
    QString code = text;
    return code.remove(comments);
}

SourceFile readSourceFile(const QString& path)
{
    QFile file(root().filePath(path));
    if (!file.open(QIODevice::ReadOnly)) {
        return {path, {}};
    }
    return {path, QString::fromUtf8(file.readAll())};
}

QList<SourceFile> readSourceTree(const QStringList& folders)
{
    QList<SourceFile> files;
    for (const QString& folder : folders) {
        QDirIterator entries(root().filePath(folder), QDir::Files | QDir::Hidden | QDir::NoSymLinks,
                             QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            const QString path = root().relativeFilePath(entries.next());
            if (!isLeftByTools(path)) {
                files.append(readSourceFile(path));
            }
        }
    }
    return files;
}

QStringList foldersIn(const QString& folder)
{
    return QDir(root().filePath(folder)).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
}

} // namespace signalbox::tests
