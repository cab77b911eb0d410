// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/cors.h"

namespace signalbox::http {

bool isPreflight(const Request& request)
{
    return request.method == "OPTIONS" && request.headers.contains("Origin") &&
           request.headers.contains("Access-Control-Request-Method");
}

HeaderList corsHeaders(const Request& request, const AccessPolicy& policy)
{
    const auto origin = Origin::parse(request.header("Origin"));
    if (!origin || !policy.isConfigured(*origin)) {
        return {};
    }
    // The origin itself, never "*": what one page may read is nobody else's.
    return {{"Access-Control-Allow-Origin", origin->text()}, {"Vary", "Origin"}};
}

Response preflightResponse(const Request& request, const AccessPolicy& policy,
                           const QByteArray& allowedMethods)
{
    const HeaderList cors = corsHeaders(request, policy);
    if (cors.isEmpty()) {
        return errorResponse(methodNotAllowed(allowedMethods));
    }
    Response response{204, cors, {}};
    response.headers.add("Access-Control-Allow-Methods", allowedMethods);
    response.headers.add("Access-Control-Allow-Headers", "Content-Type, Authorization");
    response.headers.add("Access-Control-Max-Age", "600");
    return response;
}

} // namespace signalbox::http
