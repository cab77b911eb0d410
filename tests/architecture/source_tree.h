// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace signalbox::tests {

/// One file of the source tree: its path from the root ("server/core/ids.h") and what it says.
struct SourceFile {
    QString path;
    QString text;

    [[nodiscard]] bool isIn(QLatin1StringView folder) const { return path.startsWith(folder + u'/'); }
    [[nodiscard]] QString name() const { return path.section(u'/', -1); }
    [[nodiscard]] bool isHeader() const { return path.endsWith(u".h"); }
    [[nodiscard]] bool isCode() const { return isHeader() || path.endsWith(u".cpp"); }
    [[nodiscard]] qsizetype lineCount() const;
    /// The text without comments: what the compiler sees.
    [[nodiscard]] QString code() const;
};

/// Reads every text file below these folders, without what tools leave there (node_modules, __pycache__).
[[nodiscard]] QList<SourceFile> readSourceTree(const QStringList& folders);

/// One file of the source tree; the text is empty when there is none.
[[nodiscard]] SourceFile readSourceFile(const QString& path);

/// The folders directly below this one.
[[nodiscard]] QStringList foldersIn(const QString& folder);

} // namespace signalbox::tests
