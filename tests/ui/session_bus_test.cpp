// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/session_bus.h"

#include "tests/support/test_registry.h"

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QLocalServer>
#include <QtTest/QtTest>

using namespace signalbox::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class SessionBusTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneThatTakesConnectionsAndSaysNothingIsSilent()
    {
        const QTemporaryDir folder;
        QLocalServer bus; // nobody reads what comes
        QVERIFY(bus.listen(folder.filePath(u"a bus"_s)));
        const QByteArray address = "unix:path=" + folder.path().toUtf8() + "/a%20bus,guid=12";
        QElapsedTimer clock;
        clock.start();
        QVERIFY(isBusSilent(address, 50ms));
        QVERIFY(clock.elapsed() >= 50);
    }

    void oneThatTakesNoMoreConnectionsIsSilent()
    {
        const QTemporaryDir folder;
        QLocalServer bus;
        bus.setListenBacklogSize(0);
        QVERIFY(bus.listen(folder.filePath(u"bus"_s)));
        const QByteArray address = "unix:path=" + folder.path().toUtf8() + "/bus";
        for (int start = 0; start < 3; ++start) { // and the next program as well
            QVERIFY(isBusSilent(address, 1ms));
        }
    }

    void oneThatIsNotThereIsNotSilent_data()
    {
        QTest::addColumn<QByteArray>("address");
        for (const char* address : {"", "disabled:", "unix:", "unix:path=", "unix:path=/nowhere/bus",
                                    "unix:abstract=signalbox-test-nobody", "tcp:host=127.0.0.1,port=1"}) {
            QTest::addRow("%s.", address) << QByteArray(address);
        }
        QTest::newRow("too long") << "unix:path=/" + QByteArray(200, 'x');
    }

    void oneThatIsNotThereIsNotSilent()
    {
        QFETCH(const QByteArray, address);
        QVERIFY(!isBusSilent(address, 1min));
    }

    void aRealOneAnswers()
    {
        QProcess daemon;
        daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        if (!daemon.waitForStarted()) {
            QSKIP("dbus-daemon is not installed");
        }
        QVERIFY(daemon.waitForReadyRead());
        QVERIFY(!isBusSilent(daemon.readLine().trimmed(), 1min));
        daemon.terminate();
        QVERIFY(daemon.waitForFinished());
    }

    void itIsWhereTheEnvironmentSays()
    {
        const QByteArray before = qgetenv("DBUS_SESSION_BUS_ADDRESS");
        const bool wasSet = qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS");
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/some/bus");
        QCOMPARE(sessionBusAddress(), "unix:path=/some/bus");
        leaveSilentSessionBus(); // it is not there, so nothing has to be left
        QCOMPARE(sessionBusAddress(), "unix:path=/some/bus");
        if (wasSet) {
            qputenv("DBUS_SESSION_BUS_ADDRESS", before);
        } else {
            qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        }
    }
};

SIGNALBOX_TEST(SessionBusTest)
#include "session_bus_test.moc"
