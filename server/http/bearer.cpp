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
    constexpr QByteArrayView name = "persistentid";
    const auto isEnd = [](char byte) { return byte == '&' || byte == ' ' || byte == '#' || byte == '\r'; };
    char* const begin = header.data();
    char* const lineEnd = std::find(begin, begin + header.size(), '\n');
    for (char* at = std::find(begin, lineEnd, '='); at != lineEnd; at = std::find(at + 1, lineEnd, '=')) {
        const qsizetype nameBegin = at - begin - name.size();
        if (nameBegin > 0 && (begin[nameBegin - 1] == '?' || begin[nameBegin - 1] == '&') &&
            equalIgnoringCase({begin + nameBegin, name.size()}, name)) {
            std::fill(at + 1, std::find_if(at + 1, lineEnd, isEnd), '*');
        }
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
