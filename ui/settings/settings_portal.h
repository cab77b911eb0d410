// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusVariant>

#include <optional>

namespace signalbox::ui {

/// Asks the desktop's settings portal whether it is dark, and hears when that changes: for Qt before 6.5,
/// which does not. Nothing waits for the answer, so a bus that is silent costs nothing. Main thread. Owner:
/// Appearance.
class SettingsPortal final : public QObject {
    Q_OBJECT

public:
    /// `bus` need not be connected; then nothing is ever said.
    explicit SettingsPortal(const QDBusConnection& bus, QObject* parent = nullptr);

    /// The bus of the session, where the environment names one; libdbus would start another.
    [[nodiscard]] static QDBusConnection sessionBus();

    /// Not known while nobody has answered.
    [[nodiscard]] std::optional<bool> isDark() const { return m_isDark; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void settingChanged(const QString& nameSpace, const QString& key, const QDBusVariant& value);

private:
    void ask(QDBusConnection bus);
    void take(const QVariant& value);

    std::optional<bool> m_isDark;
};

} // namespace signalbox::ui
