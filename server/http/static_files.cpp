// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/static_files.h"

#include "server/http/token.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>

#include <algorithm>
#include <array>

namespace signalbox::http {

namespace {

enum class Readable {
    Nobody, ///< a template, to be filled first
    OwnPages,
    AllowedPages, ///< a developer's page imports the client from here, which browsers only do with CORS
};

struct Listed {
    const char* path;
    const char* file;
    const char* mediaType;
    Readable readable;
};

constexpr const char* html = "text/html; charset=utf-8";
constexpr const char* css = "text/css; charset=utf-8";
constexpr const char* script = "text/javascript; charset=utf-8"; // RFC 9239
constexpr const char* plain = "text/plain; charset=utf-8";

constexpr std::array list{
    Listed{"/signalbox.js", "/signalbox.js", script, Readable::AllowedPages},
    Listed{"/signalbox.d.ts", "/signalbox.d.ts", plain, Readable::AllowedPages},
    Listed{"/webconnection-websocket.js", "/webconnection-websocket.js", script, Readable::AllowedPages},
    Listed{"/webconnection-websocket.d.ts", "/webconnection-websocket.d.ts", plain, Readable::AllowedPages},
    Listed{"/status.html", "/status.html", html, Readable::Nobody},
    Listed{"/status.css", "/status.css", css, Readable::OwnPages},
    Listed{"/status.js", "/status.js", script, Readable::OwnPages},
    Listed{"/demo/", "/demo/index.html", html, Readable::OwnPages},
    Listed{"/demo/index.html", "/demo/index.html", html, Readable::OwnPages},
    Listed{"/demo/chat.js", "/demo/chat.js", script, Readable::OwnPages},
    Listed{"/demo/chat.css", "/demo/chat.css", css, Readable::OwnPages},
    Listed{"/demo/lines.js", "/demo/lines.js", script, Readable::OwnPages},
    Listed{"/demo/xsockets.html", "/demo/xsockets.html", html, Readable::OwnPages},
    Listed{"/demo/xsockets.js", "/demo/xsockets.js", script, Readable::OwnPages},
    Listed{"/demo/xsockets.css", "/demo/xsockets.css", css, Readable::OwnPages},
};

QByteArray entityTagOf(const QByteArray& content)
{
    return '"' + QCryptographicHash::hash(content, QCryptographicHash::Sha256).first(12).toHex() + '"';
}

/// RFC 9110 §13.1.2: compared weakly, and "*" is any.
bool matches(const Request& request, const QByteArray& entityTag)
{
    for (const QByteArray& value : request.headers.values("If-None-Match")) {
        for (const QByteArray& tag : splitList(value)) {
            if (tag == "*" || tag == entityTag || tag == "W/" + entityTag) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

StaticFiles::StaticFiles(const QString& resourcePrefix)
{
    for (const Listed& listed : list) {
        QFile file(resourcePrefix + QString::fromLatin1(listed.file));
        if (file.open(QIODevice::ReadOnly)) {
            const QByteArray content = file.readAll();
            m_files.insert(listed.path, {content, listed.mediaType, entityTagOf(content),
                                         listed.readable == Readable::AllowedPages});
        }
    }
}

bool StaticFiles::isListed(QByteArrayView path)
{
    return std::any_of(list.begin(), list.end(), [path](const Listed& listed) {
        return path == listed.path && listed.readable != Readable::Nobody;
    });
}

Response StaticFiles::answer(const Request& request, const QByteArray& path) const
{
    const auto file = m_files.constFind(path);
    if (file == m_files.cend() || !isListed(path)) {
        return errorResponse(httpError(Fault::NotFound));
    }
    if (request.method != "GET" && request.method != "HEAD") {
        return errorResponse(methodNotAllowed("GET, HEAD"));
    }
    Response response{200, {{"Content-Type", file->mediaType}, {"ETag", file->entityTag}}, file->content};
    response.headers.add("Cache-Control",
                         "no-cache"); // kept, but asked for each time: a new build shows at once
    if (file->mediaType == html) {
        response.headers.add({contentSecurityPolicy()});
    }
    if (file->shared) {
        // Public code, the same for everybody; pages of foreign origins were refused before they came here.
        response.headers.add("Access-Control-Allow-Origin", "*");
    }
    if (matches(request, file->entityTag)) {
        response.status = 304;
        response.body.clear();
    }
    return response;
}

QList<QByteArray> StaticFiles::missing() const
{
    QList<QByteArray> paths;
    for (const Listed& listed : list) {
        if (!m_files.contains(listed.path)) {
            paths.append(listed.path);
        }
    }
    return paths;
}

Response demoRedirect()
{
    return {308, {{"Location", "demo/"}}, {}};
}

HeaderField contentSecurityPolicy()
{
    return {"Content-Security-Policy", "default-src 'self'; connect-src 'self' ws: wss:; base-uri 'none'; "
                                       "form-action 'none'; frame-ancestors 'none'"};
}

} // namespace signalbox::http
