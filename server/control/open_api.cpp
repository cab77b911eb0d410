// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/open_api.h"

#include "server/control/control_fault.h"
#include "server/control/object_text.h"
#include "server/control/routes.h"
#include "server/control/schemas.h"

#include <map>

namespace signalbox::control {

namespace {

constexpr QByteArrayView description =
    "What the operator of a Signalbox broker can see and do, for programs. Every request needs the operator "
    "token, which `signalbox token show` prints. Beside the answers that are listed, any request may be "
    "refused for reasons of HTTP, in the same shape; the manual lists all codes.";

QByteArray referenceTo(QByteArrayView schema)
{
    return ObjectText().text("$ref", QByteArray("#/components/schemas/" + schema.toByteArray())).bytes();
}

QByteArray jsonContent(QByteArrayView schema)
{
    return ObjectText()
        .json("application/json", ObjectText().json("schema", referenceTo(schema)).bytes())
        .bytes();
}

QByteArray successJson(const Success& success)
{
    ObjectText answer;
    answer.text("description", success.description);
    if (success.hasLocation) {
        answer.json("headers",
                    R"({"Location":{"description":"Where it is now","schema":{"type":"string"}}})");
    }
    if (!success.schema.isEmpty()) {
        answer.json("content", jsonContent(success.schema));
    }
    return answer.bytes();
}

/// Status → the codes that go with it. Those of any route are there, too.
std::map<int, QByteArray> errorsOf(const Route& route)
{
    std::map<int, QByteArray> codes;
    const auto add = [&codes](int status, QByteArrayView code) {
        QByteArray& known = codes[status];
        known += (known.isEmpty() ? "" : ", ") + code.toByteArray();
    };
    add(401, "http.token_required");
    add(401, "http.token_refused");
    add(403, "http.origin_refused");
    add(421, "http.host_refused");
    add(429, "http.too_many_wrong_tokens");
    if (!route.body.isEmpty()) {
        add(413, "http.body_too_large");
    }
    if (route.method != QByteArrayView("GET")) {
        add(415, "http.json_required");
    }
    if (route.parameters.empty()) {
        add(400, "control.unknown_parameter");
    }
    for (const QByteArray& code : route.errors) {
        add(statusOf(code), code);
    }
    return codes;
}

QByteArray responsesJson(const Route& route)
{
    ObjectText responses;
    for (const Success& success : route.successes) {
        responses.json(QByteArray::number(success.status), successJson(success));
    }
    for (const auto& [status, codes] : errorsOf(route)) {
        responses.json(QByteArray::number(status),
                       ObjectText().text("description", codes).json("content", jsonContent("Error")).bytes());
    }
    return responses.bytes();
}

QByteArray pathParametersJson(QByteArrayView path)
{
    QByteArray parameters;
    for (qsizetype begin = path.indexOf('{'); begin >= 0; begin = path.indexOf('{', begin + 1)) {
        const QByteArrayView name = path.sliced(begin + 1, path.indexOf('}', begin) - begin - 1);
        const bool isClient = name == QByteArrayView("client");
        parameters += (parameters.isEmpty() ? "" : ",") +
                      ObjectText()
                          .text("name", name)
                          .text("in", QByteArrayView("path"))
                          .boolean("required", true)
                          .json("schema", isClient ? referenceTo("ClientId") : R"({"type":"string"})")
                          .bytes();
    }
    return parameters;
}

QByteArray parametersJson(const Route& route)
{
    QByteArray parameters = pathParametersJson(route.path);
    for (const Parameter& parameter : route.parameters) {
        parameters += (parameters.isEmpty() ? "" : ",") + ObjectText()
                                                              .text("name", parameter.name)
                                                              .text("in", QByteArrayView("query"))
                                                              .text("description", parameter.description)
                                                              .json("schema", schemaOf(parameter))
                                                              .bytes();
    }
    return '[' + parameters + ']';
}

QByteArray operationJson(const Route& route)
{
    ObjectText operation;
    operation.text("operationId", route.name)
        .text("summary", route.summary)
        .json("parameters", parametersJson(route));
    if (!route.body.isEmpty()) {
        operation.json("requestBody", ObjectText()
                                          .boolean("required", !route.bodyIsOptional)
                                          .json("content", jsonContent(route.body))
                                          .bytes());
    }
    return operation.json("responses", responsesJson(route)).bytes();
}

QByteArray lowerCase(QByteArrayView method)
{
    return method.toByteArray().toLower();
}

QByteArray pathsJson()
{
    std::map<QByteArray, ObjectText> paths;
    std::vector<QByteArray> order;
    for (const Route& route : routes()) {
        const QByteArray path = rootPath.toByteArray() + route.path.toByteArray();
        if (paths.find(path) == paths.end()) {
            order.push_back(path);
        }
        paths[path].json(lowerCase(route.method), operationJson(route));
    }
    ObjectText whole;
    for (const QByteArray& path : order) {
        whole.json(path, paths[path].bytes());
    }
    return whole.bytes();
}

QByteArray componentsJson()
{
    ObjectText named;
    for (const Schema& schema : schemas()) {
        named.json(schema.name, schema.json);
    }
    return ObjectText()
        .json("schemas", named.bytes())
        .json("securitySchemes", R"({"operatorToken":{"type":"http","scheme":"bearer"}})")
        .bytes();
}

} // namespace

QByteArray openApiDocument(const QByteArray& version)
{
    return ObjectText()
        .text("openapi", QByteArrayView("3.1.0"))
        .json("info", ObjectText()
                          .text("title", QByteArrayView("Signalbox control API"))
                          .text("version", version)
                          .text("description", description)
                          .bytes())
        .json("servers", R"([{"url":"/"}])")
        .json("security", R"([{"operatorToken":[]}])")
        .json("paths", pathsJson())
        .json("components", componentsJson())
        .bytes();
}

} // namespace signalbox::control
