// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/appearance.h"

#include <QtCore/QString>
#include <QtCore/QVariant>

#include <utility>

class QMainWindow;

namespace signalbox::ui {

/// Keeps the place of the window and what else it remembers in an INI file. Main thread.
class WindowState final {
public:
    /// Of what is not named here: by its name in the file.
    [[nodiscard]] QVariant value(const QString& name) const;
    void setValue(const QString& name, const QVariant& value);

    /// An empty `file` saves and restores nothing.
    explicit WindowState(QString file)
        : m_file(std::move(file))
    {
    }

    void save(const QMainWindow& window, ThemeChoice theme) const;
    void restore(QMainWindow& window) const;
    [[nodiscard]] ThemeChoice theme() const;

private:
    QString m_file;
};

} // namespace signalbox::ui
