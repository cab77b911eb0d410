// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/bearer.h"

#include "server/http/token.h"

#include <algorithm>

namespace signalbox::http {

namespace {

bool holdsCredentials(QByteArrayView line)
{
    const QByteArrayView name = withoutBlanks(line.first(std::max<qsizetype>(line.indexOf(':'), 0)));
    return equalIgnoringCase(name, "Authorization") || equalIgnoringCase(name, "Proxy-Authorization");
}

} // namespace

std::optional<QByteArray> bearerToken(const Request& request)
{
    if (request.headerCount("Authorization") != 1) {
        return std::nullopt;
    }
    const QByteArray value = request.header("Authorization");
    const qsizetype blank = value.indexOf(' ');
    if (blank < 0 || !equalIgnoringCase(QByteArrayView(value).first(blank), "Bearer")) {
        return std::nullopt;
    }
    return withoutBlanks(QByteArrayView(value).sliced(blank)).toByteArray();
}

QByteArray withoutCredentials(QByteArrayView headerBlock)
{
    QByteArray shown = headerBlock.toByteArray();
    qsizetype begin = 0;
    while (begin < shown.size()) {
        qsizetype end = shown.indexOf('\n', begin);
        end = end < 0 ? shown.size() : end;
        if (holdsCredentials(QByteArrayView(shown).sliced(begin, end - begin))) {
            const auto first = shown.begin() + shown.indexOf(':', begin) + 1;
            std::replace_if(
                first, shown.begin() + end, [](char byte) { return byte != ' ' && byte != '\r'; }, '*');
        }
        begin = end + 1;
    }
    return shown;
}

} // namespace signalbox::http
