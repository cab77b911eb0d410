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

/// An XSockets client's id in the query of the request line, in any case: who has it has what is kept under
/// it.
void starPersistentId(QByteArray& header)
{
    const qsizetype lineEnd = header.indexOf('\n') < 0 ? header.size() : header.indexOf('\n');
    const QByteArray line = header.first(lineEnd).toLower();
    const QByteArray name = "persistentid=";
    for (qsizetype at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + 1)) {
        if (at == 0 || (line.at(at - 1) != '?' && line.at(at - 1) != '&')) {
            continue;
        }
        const auto first = header.begin() + at + name.size();
        const auto isEnd = [](char byte) {
            return byte == '&' || byte == ' ' || byte == '#' || byte == '\r';
        };
        std::fill(first, std::find_if(first, header.begin() + lineEnd, isEnd), '*');
    }
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
    starPersistentId(shown);
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
