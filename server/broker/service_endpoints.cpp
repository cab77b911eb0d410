// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/service_endpoints.h"

#include "server/broker/service_dialect.h"

#include <algorithm>
#include <array>

namespace signalbox::broker {

namespace {

/// HEAD is served as GET; the front leaves the body out.
QByteArray servedMethod(const http::Request& request)
{
    return request.method == "HEAD" ? "GET" : request.method;
}

/// An image or a link of any page on the web may GET without an Origin header, and a script may do something
/// when it is asked. Browsers say so (W3C Fetch Metadata); a page whose origin may ask was let in before.
bool isOfAnotherSite(const http::Request& request)
{
    return !request.headers.contains("Origin") && request.header("Sec-Fetch-Site") == "cross-site";
}

http::HttpError refusalOf(const Error& error)
{
    const int status = error.code == "service.failed"        ? 500
                       : error.code == "service.no_resource" ? 404
                       : error.code == "service.stopped"     ? 504
                                                             : 503;
    http::HttpError refusal{status, error.code, error.message, {}};
    refusal.closes = false;
    return refusal;
}

/// What frames the body or the connection is the broker's to say.
bool isScripts(QByteArrayView header)
{
    static constexpr std::array ours{"Content-Length",    "Connection",
                                     "Transfer-Encoding", "Upgrade",
                                     "Set-Cookie",        "Access-Control-Allow-Origin",
                                     "Trailer",           "X-Content-Type-Options"};
    return std::ranges::none_of(
        ours, [header](const char* name) { return header.compare(name, Qt::CaseInsensitive) == 0; });
}

http::Response responseOf(const services::ScriptResponse& script)
{
    http::Response response;
    response.status = script.status;
    response.body = script.body;
    for (const services::NamedText& field : script.headers) {
        if (isScripts(field.name)) {
            response.headers.add(field.name, field.value);
        }
    }
    return response;
}

} // namespace

ServiceEndpoints::ServiceEndpoints(WorkerContext& context)
    : m_context(context)
{
}

void ServiceEndpoints::serve(const http::ServiceTarget& target, const http::Request& request, Answer answer)
{
    if (isOfAnotherSite(request)) {
        answer(http::httpError(http::Fault::OriginRefused));
        return;
    }
    const auto resource =
        std::ranges::find(target.resources, servedMethod(request), &http::ServiceTarget::Resource::method);
    if (resource == target.resources.end()) {
        answer(http::methodNotAllowed(http::serviceMethods(target)));
        return;
    }
    services::ScriptRequest script = scriptRequest(request);
    for (const http::QueryParameter& parameter : resource->parameters) {
        script.parameters.append({parameter.name, parameter.value});
    }
    m_waiting.emplace(++m_lastTicket, std::move(answer));
    m_context.mailboxes.services.post(services_task::RequestCame{m_context.index,
                                                                 m_lastTicket,
                                                                 target.service,
                                                                 {resource->method, resource->path},
                                                                 std::move(script)});
}

void ServiceEndpoints::answered(const worker_task::ServiceAnswer& answer)
{
    auto waiting = m_waiting.extract(answer.ticket);
    if (!waiting) {
        return;
    }
    if (const auto* const error = std::get_if<Error>(&answer.outcome)) {
        waiting.mapped()(refusalOf(*error));
    } else {
        waiting.mapped()(responseOf(std::get<services::ScriptResponse>(answer.outcome)));
    }
}

} // namespace signalbox::broker
