// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/json_text.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace signalbox::http {

QByteArray jsonString(QStringView text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text.toString()}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

} // namespace signalbox::http
