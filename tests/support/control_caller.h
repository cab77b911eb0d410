// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/random_token.h"
#include "tests/support/raw_peer.h"
#include "tests/support/running_broker.h"

#include <QtTest/QTest>

namespace signalbox::tests {

/// Asks the control API of a real broker as the holder of its operator token. Main thread.
class ControlCaller final {
public:
    struct Reply {
        int status = 0; ///< 0: none came in time
        QByteArray body;
    };

    explicit ControlCaller(RunningBroker& broker)
        : m_url(broker.url({}))
    {
        broker.broker().setOperatorToken(OperatorToken(m_token));
    }

    [[nodiscard]] Reply get(const QByteArray& path) { return call("GET", path); }
    [[nodiscard]] Reply call(const QByteArray& method, const QByteArray& path, const QByteArray& body = {})
    {
        RawPeer peer(m_url);
        peer.send(method + " /api/v1" + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" +
                  "Authorization: Bearer " + m_token + "\r\nContent-Type: application/json\r\n" +
                  "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        if (!QTest::qWaitFor([&peer] { return peer.status() != 0 && peer.isClosed(); })) {
            return {};
        }
        return {peer.status(), peer.received().mid(peer.received().indexOf("\r\n\r\n") + 4)};
    }

private:
    QUrl m_url;
    const QByteArray m_token = randomToken();
};

} // namespace signalbox::tests
