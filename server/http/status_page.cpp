// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/status_page.h"

#include "server/http/json_text.h"
#include "server/http/static_files.h"
#include "server/http/token.h"

#include <algorithm>

namespace signalbox::http {

namespace {

/// The q of one element of Accept; 1 when it has none, 0 when it is malformed.
double qualityOf(const QList<QByteArray>& parameters)
{
    for (const QByteArray& parameter : parameters) {
        const QByteArray trimmed = parameter.trimmed();
        if (trimmed.startsWith("q=") || trimmed.startsWith("Q=")) {
            return trimmed.sliced(2).toDouble();
        }
    }
    return 1.0;
}

/// How much the caller wants `type`; 0 when the type itself is not named.
double qualityOfType(const Request& request, QByteArrayView type)
{
    double quality = 0.0;
    for (const QByteArray& value : request.headers.values("Accept")) {
        for (const QByteArray& element : splitList(value)) {
            QList<QByteArray> parts = element.split(';');
            if (equalIgnoringCase(withoutBlanks(parts.takeFirst()), type)) {
                quality = std::max(quality, qualityOf(parts));
            }
        }
    }
    return quality;
}

QByteArray statusJson(const BrokerStatus& status)
{
    QByteArray listeners;
    for (const QByteArray& url : status.listeners) {
        listeners += (listeners.isEmpty() ? "" : ",") + jsonString(QString::fromUtf8(url));
    }
    return R"({"name":"Signalbox","version":)" + jsonString(QString::fromUtf8(status.version)) +
           R"(,"clients":)" + QByteArray::number(status.clients) + R"(,"groups":)" +
           QByteArray::number(status.groups) + R"(,"listeners":[)" + listeners + "]}";
}

/// Fills the template in one pass, so that a value which looks like a placeholder stays a value.
QByteArray filled(const QByteArray& pageTemplate, const QHash<QByteArray, QByteArray>& values)
{
    QByteArray page;
    qsizetype begin = 0;
    while (begin < pageTemplate.size()) {
        const qsizetype open = pageTemplate.indexOf("{{", begin);
        const qsizetype close = open < 0 ? -1 : pageTemplate.indexOf("}}", open);
        if (close < 0) {
            break;
        }
        page += pageTemplate.sliced(begin, open - begin);
        page += QString::fromUtf8(values.value(pageTemplate.sliced(open + 2, close - open - 2)))
                    .toHtmlEscaped()
                    .toUtf8();
        begin = close + 2;
    }
    return page + pageTemplate.sliced(begin);
}

} // namespace

bool prefersJson(const Request& request)
{
    const double json = qualityOfType(request, "application/json");
    return json > 0.0 && json >= qualityOfType(request, "text/html");
}

Response statusPage(const Request& request, const BrokerStatus& status, const QByteArray& pageTemplate)
{
    Response response;
    if (prefersJson(request) || pageTemplate.isEmpty()) {
        response = jsonResponse(200, statusJson(status));
    } else {
        response.headers = {{"Content-Type", "text/html; charset=utf-8"}, contentSecurityPolicy()};
        response.body = filled(pageTemplate, {{"version", status.version},
                                              {"clients", QByteArray::number(status.clients)},
                                              {"groups", QByteArray::number(status.groups)},
                                              {"listeners", status.listeners.join(", ")}});
    }
    response.headers.add("Vary", "Accept");
    return response;
}

Response healthAnswer()
{
    return jsonResponse(200, R"({"status":"ok"})");
}

Response readinessAnswer(Readiness readiness)
{
    switch (readiness) {
    case Readiness::Ready:
        return jsonResponse(200, R"({"status":"ready"})");
    case Readiness::Starting:
    case Readiness::Draining:
        break;
    }
    Response response = jsonResponse(503, readiness == Readiness::Starting ? R"({"status":"starting"})"
                                                                           : R"({"status":"draining"})");
    response.headers.add("Retry-After", "5");
    return response;
}

} // namespace signalbox::http
