// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service_notifier.h"

#include "tests/support/test_registry.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <array>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace signalbox::app;
using namespace Qt::StringLiterals;

/// Plays the service manager: a datagram socket that NOTIFY_SOCKET names.
class ServiceNotifierTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_directory;
    int m_socket = -1;

    /// One datagram, or nothing when none waits.
    QByteArray received() const
    {
        std::array<char, 4096> buffer{};
        const ssize_t size = recv(m_socket, buffer.data(), buffer.size(), MSG_DONTWAIT);
        return size > 0 ? QByteArray(buffer.data(), size) : QByteArray();
    }

private Q_SLOTS:
    void init()
    {
        const QByteArray path = m_directory.filePath(u"notify"_s).toUtf8();
        unlink(path.constData());
        m_socket = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        QVERIFY(size_t(path.size()) < sizeof(address.sun_path));
        std::memcpy(address.sun_path, path.constData(), size_t(path.size()));
        QCOMPARE(bind(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof(address)), 0);
        qputenv("NOTIFY_SOCKET", path);
    }

    void cleanup()
    {
        qunsetenv("NOTIFY_SOCKET");
        qunsetenv("WATCHDOG_USEC");
        qunsetenv("WATCHDOG_PID");
        close(m_socket);
    }

    void tellsHowTheServiceDoes()
    {
#ifndef SIGNALBOX_WITH_SYSTEMD
        QSKIP("built without SIGNALBOX_WITH_SYSTEMD");
#endif
        ServiceNotifier notifier;
        notifier.ready();
        QCOMPARE(received(), "READY=1");
        notifier.status(u"3 clients\nREADY=0"_s);
        QCOMPARE(received(), "STATUS=3 clients\\u{a}READY=0");
        notifier.reloading();
        const QByteArray reloading = received();
        QVERIFY(reloading.startsWith("RELOADING=1\nMONOTONIC_USEC="));
        QVERIFY(reloading.mid(reloading.lastIndexOf('=') + 1).toLongLong() > 0);
        notifier.stopping();
        QCOMPARE(received(), "STOPPING=1");
    }

    void feedsTheWatchdogFromTheEventLoop()
    {
#ifndef SIGNALBOX_WITH_SYSTEMD
        QSKIP("built without SIGNALBOX_WITH_SYSTEMD");
#endif
        qputenv("WATCHDOG_USEC", "20000");
        qputenv("WATCHDOG_PID", QByteArray::number(getpid()));
        const ServiceNotifier notifier;
        QCOMPARE(received(), "");
        QTRY_COMPARE(received(), "WATCHDOG=1");
        QTRY_COMPARE(received(), "WATCHDOG=1");
    }

    void leavesTheWatchdogOfAnotherProcessAlone()
    {
        qputenv("WATCHDOG_USEC", "1000");
        qputenv("WATCHDOG_PID", QByteArray::number(getpid() + 1));
        const ServiceNotifier notifier;
        QTest::qWait(20);
        QCOMPARE(received(), "");
    }

    void doesNothingWhereNobodyAsks()
    {
        qunsetenv("NOTIFY_SOCKET");
        ServiceNotifier notifier;
        notifier.ready();
        notifier.stopping();
        QCOMPARE(received(), "");
    }
};

SIGNALBOX_TEST(ServiceNotifierTest)
#include "service_notifier_test.moc"
