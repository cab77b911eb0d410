// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/allowed_name.h"

#include "server/core/plain_text.h"

#include <QtCore/QUrl>
#include <QtNetwork/QHostAddress>

#include <algorithm>

namespace signalbox {

namespace {

constexpr qsizetype maxHostLength = 253; // RFC 1035 §2.3.4, as text

bool isHostCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'.' || c == u'_';
}

bool isHostName(QStringView text)
{
    return !text.isEmpty() && text.size() <= maxHostLength && text.front() != u'.' && text.front() != u'-' &&
           !text.contains(u"..") && std::all_of(text.begin(), text.end(), isHostCharacter);
}

bool isIpv6(const QString& text)
{
    return QHostAddress(text).protocol() == QHostAddress::IPv6Protocol;
}

Error badOrigin(QStringView text)
{
    return {"config.bad_origin",
            QStringLiteral(
                "\"%1\" is no origin; write scheme, host and port as the browser sends them, for example "
                "https://shop.example or http://localhost:8080")
                .arg(printable(text))};
}

int defaultPort(QStringView scheme)
{
    return scheme == u"http" ? 80 : scheme == u"https" ? 443 : -1;
}

} // namespace

Result<QByteArray> readAllowedHost(QStringView text)
{
    QString host = text.toString().toLower();
    if (host.startsWith(u'[') && host.endsWith(u']')) {
        host = host.sliced(1, host.size() - 2);
    }
    if (isIpv6(host)) {
        return QHostAddress(host).toString().toLatin1();
    }
    if (!isHostName(host)) {
        return Error{
            "config.bad_host",
            QStringLiteral("\"%1\" is no host; write a name or an IP address without a port, for example "
                           "broker.example")
                .arg(printable(text))};
    }
    return host.toLatin1();
}

Result<QByteArray> readAllowedOrigin(QStringView text)
{
    const QUrl url(text.toString().toLower(), QUrl::StrictMode);
    const QString scheme = url.scheme();
    const bool bare = (url.path().isEmpty() || url.path() == u"/") && !url.hasQuery() && !url.hasFragment() &&
                      url.userInfo().isEmpty();
    const QString host = url.host(QUrl::FullyEncoded);
    if (!url.isValid() || !bare || scheme.isEmpty() || scheme == u"file" ||
        !(isHostName(host) || isIpv6(host))) {
        return badOrigin(text);
    }
    QString origin = scheme + QStringLiteral("://") + (isIpv6(host) ? u'[' + host + u']' : host);
    if (url.port() >= 0 && url.port() != defaultPort(scheme)) {
        origin += u':' + QString::number(url.port());
    }
    return origin.toLatin1();
}

} // namespace signalbox
