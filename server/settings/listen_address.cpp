// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/listen_address.h"

#include "server/core/plain_text.h"

namespace signalbox {

namespace {

Error badAddress(QStringView text)
{
    return {"config.bad_address",
            QStringLiteral("\"%1\" is no address to listen on; write an IP address and a port, for example "
                           "127.0.0.1:5210 or [::1]:5210")
                .arg(printable(text))};
}

/// Digits alone: toUShort() would take a sign and blanks, too.
bool isNumber(QStringView text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

Result<ListenAddress> readListenAddress(QStringView text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon < 0) {
        return badAddress(text);
    }
    QStringView host = text.first(colon);
    const QStringView port = text.sliced(colon + 1);
    const bool bracketed = host.size() > 2 && host.front() == u'[' && host.back() == u']';
    if (bracketed) {
        host = host.sliced(1, host.size() - 2);
    }
    bool portFits = false;
    const ListenAddress listen{QHostAddress(host.toString()), port.toUShort(&portFits)};
    const auto wanted = bracketed ? QHostAddress::IPv6Protocol : QHostAddress::IPv4Protocol;
    // QHostAddress reads 127.1 and 1 as addresses, too: four parts or nothing.
    const bool whole = bracketed || host.count(u'.') == 3;
    if (!whole || listen.address.protocol() != wanted || !isNumber(port) || !portFits) {
        return badAddress(text);
    }
    return listen;
}

QString listenAddressText(const ListenAddress& listen)
{
    const QString host = listen.address.toString();
    const bool bracketed = listen.address.protocol() == QHostAddress::IPv6Protocol;
    return (bracketed ? u'[' + host + u']' : host) + u':' + QString::number(listen.port);
}

bool isLoopback(const ListenAddress& listen)
{
    return listen.address.isLoopback();
}

} // namespace signalbox
