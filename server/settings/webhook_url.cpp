// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/webhook_url.h"

#include "server/core/plain_text.h"

#include <QtCore/QUrl>

namespace signalbox {

namespace {

Error badUrl(QStringView text, const QString& why)
{
    return {"config.bad_url",
            QStringLiteral("\"%1\" %2; write for example http://localhost/app/__WebSocket.wwd")
                .arg(printable(text), why)};
}

} // namespace

Result<QByteArray> readWebhookUrl(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    if (trimmed.isEmpty()) {
        return QByteArray();
    }
    const QUrl url(trimmed.toString(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty()) {
        return badUrl(text, QStringLiteral("is no URL with a host"));
    }
    if (url.scheme() != u"http" && url.scheme() != u"https") {
        return badUrl(text, QStringLiteral("is neither http nor https"));
    }
    if (!url.userInfo().isEmpty()) { // what it is must not be shown either
        return Error{
            "config.bad_url",
            QStringLiteral("a URL with a user name or a password in it is not taken: it would be shown")};
    }
    if (url.hasFragment()) {
        return badUrl(text, QStringLiteral("has a fragment, which is never sent"));
    }
    return url.toEncoded();
}

} // namespace signalbox
