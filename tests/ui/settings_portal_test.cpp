// SPDX-License-Identifier: GPL-3.0-or-later
// A real bus with a portal of our own on it: what is asked and heard goes over D-Bus as on a desktop.
#include "ui/settings/settings_portal.h"

#include "tests/support/test_registry.h"
#include "ui/widgets/appearance.h"

#include <QtCore/QProcess>
#include <QtDBus/QDBusContext>
#include <QtDBus/QDBusMessage>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>

using namespace signalbox::ui;
using namespace Qt::StringLiterals;

namespace {

const QString portalPath = u"/org/freedesktop/portal/desktop"_s;

} // namespace

/// What a desktop has in its place.
class StandInPortal final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    explicit StandInPortal(const QDBusConnection& bus)
        : m_bus(bus)
    {
    }

    void change(uint scheme)
    {
        m_scheme = scheme;
        QDBusMessage signal =
            QDBusMessage::createSignal(portalPath, u"org.freedesktop.portal.Settings"_s, u"SettingChanged"_s);
        signal.setArguments(
            {u"org.freedesktop.appearance"_s, u"color-scheme"_s, QVariant::fromValue(QDBusVariant(scheme))});
        m_bus.send(signal);
    }
    void setScheme(uint scheme) { m_scheme = scheme; }

public Q_SLOTS:
    QDBusVariant Read(const QString& nameSpace, const QString& key) // NOLINT: the portal's name
    {
        Q_ASSERT(nameSpace == u"org.freedesktop.appearance"_s && key == u"color-scheme"_s);
        return QDBusVariant(QVariant::fromValue(QDBusVariant(m_scheme)));
    }

private:
    QDBusConnection m_bus;
    uint m_scheme = 0;
};

class SettingsPortalTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        if (!m_daemon.waitForStarted()) {
            QSKIP("dbus-daemon is not installed");
        }
        QVERIFY(m_daemon.waitForReadyRead());
        m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
        QDBusConnection desktop = QDBusConnection::connectToBus(m_address, u"desktop"_s);
        QVERIFY(desktop.isConnected());
        m_portal = std::make_unique<StandInPortal>(desktop);
        QVERIFY(desktop.registerObject(portalPath, m_portal.get(), QDBusConnection::ExportAllSlots));
        QVERIFY(desktop.registerService(u"org.freedesktop.portal.Desktop"_s));
    }

    void cleanupTestCase()
    {
        m_portal.reset();
        QDBusConnection::disconnectFromBus(u"window"_s);
        QDBusConnection::disconnectFromBus(u"desktop"_s);
        m_daemon.terminate();
        QVERIFY(m_daemon.state() == QProcess::NotRunning || m_daemon.waitForFinished());
    }

    void asksAtTheStart_data()
    {
        QTest::addColumn<uint>("scheme");
        QTest::addColumn<bool>("isDark");
        QTest::newRow("no preference") << 0U << false;
        QTest::newRow("dark") << 1U << true;
        QTest::newRow("light") << 2U << false;
    }

    void asksAtTheStart()
    {
        QFETCH(const uint, scheme);
        m_portal->setScheme(scheme);
        const SettingsPortal portal(windowBus());
        QTRY_VERIFY(portal.isDark().has_value());
        QTEST(*portal.isDark(), "isDark");
    }

    void theWindowFollowsLive()
    {
        m_portal->setScheme(0);
        Appearance appearance(windowBus());
        m_portal->change(1);
        QTRY_COMPARE(themeOf(QApplication::palette()), Theme::Dark);
        m_portal->change(0);
        QTRY_COMPARE(themeOf(QApplication::palette()), Theme::Light);
        appearance.choose(ThemeChoice::Light);
        m_portal->change(1);
        QTest::qWait(0);
        QCOMPARE(themeOf(QApplication::palette()), Theme::Light); // what the user chose is stronger
        appearance.choose(ThemeChoice::System);
        QTRY_COMPARE(themeOf(QApplication::palette()), Theme::Dark);
    }

    void saysNothingWithoutABus()
    {
        const SettingsPortal portal{QDBusConnection(QString())};
        QVERIFY(!portal.isDark().has_value());
    }

    void saysNothingWhenThereIsNoPortal()
    {
        QDBusConnection::connectToBus(m_address, u"desktop"_s)
            .unregisterService(u"org.freedesktop.portal.Desktop"_s);
        const SettingsPortal portal(windowBus());
        QTest::qWait(50);
        QVERIFY(!portal.isDark().has_value());
    }

private:
    [[nodiscard]] QDBusConnection windowBus() const
    {
        return QDBusConnection::connectToBus(m_address, u"window"_s);
    }

    QProcess m_daemon;
    QString m_address;
    std::unique_ptr<StandInPortal> m_portal;
};

SIGNALBOX_TEST(SettingsPortalTest)
#include "settings_portal_test.moc"
