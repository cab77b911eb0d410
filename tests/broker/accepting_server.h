// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtNetwork/QHostAddress>
#include <QtNetwork/QTcpServer>

#include <deque>

namespace signalbox::tests {

/// Accepts connections and keeps their bare descriptors, as the broker's listener hands them over.
class AcceptingServer final : public QTcpServer {
public:
    AcceptingServer() { listen(QHostAddress(QHostAddress::LocalHost), 0); }

    [[nodiscard]] bool hasOne() const { return !m_descriptors.empty(); }
    /// The oldest; the caller's from now on.
    [[nodiscard]] qintptr take()
    {
        const qintptr descriptor = m_descriptors.front();
        m_descriptors.pop_front();
        return descriptor;
    }

protected:
    void incomingConnection(qintptr descriptor) override { m_descriptors.push_back(descriptor); }

private:
    std::deque<qintptr> m_descriptors;
};

} // namespace signalbox::tests
