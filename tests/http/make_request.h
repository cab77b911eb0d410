// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/request_parser.h"

#include <QtTest/QTest>

namespace signalbox::tests {

/// A request as the parser would give it, made by the parser. Lines are given without their ends.
inline http::Request makeRequest(const QList<QByteArray>& lines, const QByteArray& body = {})
{
    http::RequestParser parser{http::ParserLimits()};
    const auto progress = parser.feed(lines.join("\r\n") + "\r\n\r\n" + body);
    if (progress.state != http::RequestParser::State::Complete) {
        qFatal("the request of a test must be complete and correct");
    }
    return parser.takeRequest();
}

/// GET `target` with `fields` after Host: localhost.
inline http::Request makeGet(const QByteArray& target, const QList<QByteArray>& fields = {})
{
    return makeRequest(QList<QByteArray>{"GET " + target + " HTTP/1.1", "Host: localhost"} + fields);
}

} // namespace signalbox::tests
