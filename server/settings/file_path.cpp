// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/file_path.h"

#include "server/core/plain_text.h"

#include <QtCore/QDir>

namespace signalbox {

Result<QByteArray> readFilePath(QStringView text)
{
    const QString path = text.trimmed().toString();
    if (path.isEmpty()) {
        return QByteArray();
    }
    if (QDir::isRelativePath(path)) {
        return Error{"config.bad_path",
                     QStringLiteral("\"%1\" is no absolute path; write for example /etc/ssl/private-ca.pem")
                         .arg(printable(text))};
    }
    return QDir::cleanPath(path).toUtf8();
}

} // namespace signalbox
