// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/direct_socket.h"
#include "server/transport/listener.h"
#include "tests/support/test_registry.h"

#include <QtNetwork/QTcpSocket>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <algorithm>
#include <vector>

#include <sys/resource.h>
#include <unistd.h>

using namespace signalbox;
using signalbox::transport::Listener;

namespace {

/// While it lives, this process can open nothing more.
class NoDescriptors final {
public:
    NoDescriptors()
    {
        getrlimit(RLIMIT_NOFILE, &m_before);
        rlimit few = m_before;
        few.rlim_cur = std::min<rlim_t>(few.rlim_cur, 128);
        setrlimit(RLIMIT_NOFILE, &few);
        for (int taken = dup(STDERR_FILENO); taken >= 0; taken = dup(STDERR_FILENO)) {
            m_taken.push_back(taken);
        }
    }
    ~NoDescriptors()
    {
        std::for_each(m_taken.begin(), m_taken.end(), close);
        setrlimit(RLIMIT_NOFILE, &m_before);
    }
    Q_DISABLE_COPY_MOVE(NoDescriptors)

private:
    rlimit m_before{};
    std::vector<int> m_taken;
};

} // namespace

class ListenerUnixTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void acceptsAgainAfterTheDescriptorsHadRunOut()
    {
        int accepted = 0;
        Listener listener([&](qintptr descriptor) {
            ++accepted;
            transport::closeDescriptor(descriptor);
        });
        QVERIFY(listener.open(QHostAddress::LocalHost, 0).ok());
        QTcpSocket client;
        client.connectToHost(QHostAddress::LocalHost, listener.serverPort());
        QVERIFY(client.waitForConnected());
        {
            const NoDescriptors none;
            QSignalSpy failed(&listener, &QTcpServer::acceptError);
            QTRY_VERIFY(failed.count() > 0);
            QCOMPARE(accepted, 0);
        }
        QTRY_COMPARE(accepted, 1);

        QSignalSpy failed(&listener, &QTcpServer::acceptError);
        for (int i = 2; i < 5; ++i) {
            client.abort();
            client.connectToHost(QHostAddress::LocalHost, listener.serverPort());
            QTRY_COMPARE(accepted, i);
        }
        QCOMPARE(failed.count(), 0);
    }
};

SIGNALBOX_TEST(ListenerUnixTest)
#include "listener_unix_test.moc"
