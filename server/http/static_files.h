// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/response.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QHash>
#include <QtCore/QString>

#include <optional>

namespace signalbox::http {

/// The files that are compiled into the program: the JavaScript client and the demo. Only paths of a fixed
/// list are served, so no path can lead anywhere else. The contents are read once, when made; copies share
/// them. Thread: any one; a value.
class StaticFiles final {
public:
    /// `resourcePrefix` is where the files lie, ":/signalbox/web" in the program.
    explicit StaticFiles(const QString& resourcePrefix);

    /// Whether `path` is one of the list.
    [[nodiscard]] static bool isListed(QByteArrayView path);

    /// 200 or 304 (If-None-Match) for GET and HEAD of a listed path, 404 for others, 405 for other methods.
    [[nodiscard]] Response answer(const Request& request, const QByteArray& path) const;
    /// What the status page is made of; empty when the program was built without it. Not served as it is.
    [[nodiscard]] QByteArray statusTemplate() const { return m_files.value("/status.html").content; }
    /// Files of the list that the program was built without; a test wants none.
    [[nodiscard]] QList<QByteArray> missing() const;

private:
    struct File {
        QByteArray content;
        QByteArray mediaType;
        QByteArray entityTag;
        bool shared = false;
    };

    QHash<QByteArray, File> m_files; ///< by path
};

/// To "demo/", from "/demo": relative, so that it holds behind a proxy with a base path too.
[[nodiscard]] Response demoRedirect();
/// What a page of ours may load: from here only, and sockets; and nobody may frame it.
[[nodiscard]] HeaderField contentSecurityPolicy();

} // namespace signalbox::http
