// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_portal.h"

#include <QtCore/QFileInfo>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtDBus/QDBusPendingReply>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int answerTimeoutMilliseconds = 3'000;
constexpr uint preferDark = 1; // 2: prefers light; 0: no preference, which is what a light desktop answers

const QString service = u"org.freedesktop.portal.Desktop"_s;
const QString path = u"/org/freedesktop/portal/desktop"_s;
const QString interface = u"org.freedesktop.portal.Settings"_s;
const QString appearance = u"org.freedesktop.appearance"_s;
const QString colorScheme = u"color-scheme"_s;

} // namespace

SettingsPortal::SettingsPortal(const QDBusConnection& bus, QObject* parent)
    : QObject(parent)
{
    if (bus.isConnected()) {
        ask(bus);
    }
}

QDBusConnection SettingsPortal::sessionBus()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const bool isNamed = qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
                         (!runtime.isEmpty() && QFileInfo::exists(runtime + u"/bus"_s));
    return isNamed ? QDBusConnection::sessionBus() : QDBusConnection(QString());
}

void SettingsPortal::ask(QDBusConnection bus)
{
    bus.connect(service, path, interface, u"SettingChanged"_s, this,
                SLOT(settingChanged(QString, QString, QDBusVariant)));
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, interface, u"Read"_s);
    question.setArguments({appearance, colorScheme});
    auto* answer = new QDBusPendingCallWatcher(bus.asyncCall(question, answerTimeoutMilliseconds), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        if (reply.isValid() && !m_isDark) { // a change may have been faster
            take(reply.value().variant());
        }
        answer->deleteLater();
    });
}

void SettingsPortal::settingChanged(const QString& nameSpace, const QString& key, const QDBusVariant& value)
{
    if (nameSpace == appearance && key == colorScheme) {
        take(value.variant());
    }
}

void SettingsPortal::take(const QVariant& value)
{
    // Read wraps the value once more than SettingChanged does.
    const QVariant inner = value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    const bool isDark = inner.toUInt() == preferDark;
    if (m_isDark != isDark) {
        m_isDark = isDark;
        Q_EMIT changed();
    }
}

} // namespace signalbox::ui
