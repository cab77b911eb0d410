// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/request_target.h"

#include "server/http/authority.h"
#include "server/http/percent_encoding.h"
#include "server/http/token.h"

#include <algorithm>

namespace signalbox::http {

namespace {

/// The length of "http://" and its like at the front of `target`; 0 when there is none.
qsizetype schemeLength(QByteArrayView target)
{
    for (const QByteArrayView scheme : {"http://", "https://", "ws://", "wss://"}) {
        if (target.size() >= scheme.size() && equalIgnoringCase(target.first(scheme.size()), scheme)) {
            return scheme.size();
        }
    }
    return 0;
}

std::optional<QList<QueryParameter>> parseQuery(QByteArrayView text)
{
    QList<QueryParameter> parameters;
    qsizetype begin = 0;
    while (begin < text.size()) {
        qsizetype end = text.indexOf('&', begin);
        if (end < 0) {
            end = text.size();
        }
        const QByteArrayView pair = text.sliced(begin, end - begin);
        begin = end + 1;
        if (pair.isEmpty()) {
            continue;
        }
        const qsizetype equals = pair.indexOf('=');
        const auto name = percentDecoded(equals < 0 ? pair : pair.first(equals), PlusSign::Space);
        const auto value =
            percentDecoded(equals < 0 ? QByteArrayView() : pair.sliced(equals + 1), PlusSign::Space);
        if (!name || !value) {
            return std::nullopt;
        }
        parameters.append({*name, *value});
    }
    return parameters;
}

} // namespace

std::variant<RequestTarget, Fault> parseTarget(QByteArrayView target, QByteArrayView method)
{
    RequestTarget parsed;
    if (target == "*" && method == "OPTIONS") {
        parsed.rawPath = parsed.path = "*";
        return parsed;
    }
    if (target.contains('#')) { // a fragment never travels (RFC 9112 §3.2)
        return Fault::BadTarget;
    }
    if (!target.startsWith('/')) {
        const qsizetype scheme = schemeLength(target);
        if (scheme == 0) {
            return Fault::BadTarget;
        }
        const QByteArrayView rest = target.sliced(scheme);
        const auto authorityEnd =
            std::find_if(rest.begin(), rest.end(), [](char c) { return c == '/' || c == '?'; });
        const QByteArrayView authority = rest.first(authorityEnd - rest.begin());
        if (!Authority::parse(authority)) {
            return Fault::BadTarget;
        }
        parsed.authority = authority.toByteArray();
        target = rest.sliced(authority.size());
    }
    const qsizetype question = target.indexOf('?');
    const QByteArrayView rawPath = question < 0 ? target : target.first(question);
    parsed.rawPath = rawPath.isEmpty() ? QByteArray("/") : rawPath.toByteArray();
    auto path = percentDecoded(parsed.rawPath, PlusSign::Literal);
    auto query = parseQuery(question < 0 ? QByteArrayView() : target.sliced(question + 1));
    if (!path || !query) {
        return Fault::BadPercentEncoding;
    }
    parsed.path = std::move(*path);
    parsed.query = std::move(*query);
    return parsed;
}

} // namespace signalbox::http
