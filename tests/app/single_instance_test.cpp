// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/single_instance.h"

#include "tests/support/test_registry.h"

#include <QtCore/QTemporaryDir>
#include <QtCore/QThread>
#include <QtNetwork/QLocalSocket>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace signalbox;
using namespace signalbox::app;
using namespace Qt::StringLiterals;

namespace {

/// What a killed program leaves: a socket's file that nobody listens on.
void leaveAStaleSocket(const QByteArray& path)
{
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    memcpy(address.sun_path, path.constData(), static_cast<size_t>(path.size()));
    ::bind(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof(address));
    ::close(descriptor);
}

} // namespace

class SingleInstanceTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSecondRaisesTheFirst()
    {
        SingleInstance first(socket());
        QVERIFY(first.claim());
        QSignalSpy raised(&first, &SingleInstance::raiseRequested);
        bool isFirst = true;
        const std::unique_ptr<QThread> second(
            QThread::create([this, &isFirst] { // it waits, so it cannot be here
                SingleInstance instance(socket());
                isFirst = instance.claim();
            }));
        second->start();
        QVERIFY(raised.wait());
        QVERIFY(second->wait());
        QVERIFY(!isFirst);
    }

    void theNextIsTheFirstWhenTheFirstHasGone()
    {
        {
            SingleInstance first(socket());
            QVERIFY(first.claim());
        }
        SingleInstance next(socket());
        QVERIFY(next.claim());
    }

    void aStaleSocketIsInNobodysWay()
    {
        QVERIFY(QDir().mkpath(QFileInfo(socket()).path()));
        leaveAStaleSocket(socket().toLocal8Bit());
        QVERIFY(QFileInfo::exists(socket()));
        SingleInstance first(socket());
        QVERIFY(first.claim());
        QLocalSocket client;
        client.connectToServer(socket());
        QVERIFY(client.waitForConnected());
    }

    void otherFilesAndPortsMeetElsewhere()
    {
        const ListenAddress usual{QHostAddress(QHostAddress::LocalHost), 5210};
        const ListenAddress other{QHostAddress(QHostAddress::LocalHost), 5211};
        const QString path = instanceSocket(u"/run"_s, u"/state"_s, {usual});
        QVERIFY(path.startsWith(u"/run/signalbox/"_s));
        QCOMPARE(instanceSocket(u"/run"_s, u"/state"_s, {usual}), path);
        QVERIFY(instanceSocket(u"/run"_s, u"/profile"_s, {usual}) != path);
        QVERIFY(instanceSocket(u"/run"_s, u"/state"_s, {other}) != path);
        QVERIFY(instanceSocket({}, u"/state"_s, {usual}).isEmpty());
        QVERIFY(
            instanceSocket(u"/run"_s, u"/state"_s, {{QHostAddress(QHostAddress::LocalHost), 0}}).isEmpty());
    }

    void withoutAPlaceToMeetEverybodyIsTheFirst()
    {
        SingleInstance one({});
        SingleInstance other({});
        QVERIFY(one.claim());
        QVERIFY(other.claim());
    }

private:
    [[nodiscard]] QString socket() const { return m_directory.filePath(u"signalbox/a.socket"_s); }

    QTemporaryDir m_directory;
};

SIGNALBOX_TEST(SingleInstanceTest)
#include "single_instance_test.moc"
