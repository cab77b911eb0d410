// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/appearance.h"

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QVariant>

#include <utility>

class QHeaderView;
class QMainWindow;
class QSplitter;

namespace signalbox::ui {

/// Keeps the place of the window, the columns of its lists and what else it remembers in an INI file. Main
/// thread.
class WindowState final {
public:
    /// What has a state of its own beside the window, by the name that it is saved under.
    struct Parts {
        QList<std::pair<QString, QHeaderView*>> headers;
        QList<std::pair<QString, QSplitter*>> splitters;
    };

    /// Of what is not named here: by its name in the file.
    [[nodiscard]] QVariant value(const QString& name) const;
    void setValue(const QString& name, const QVariant& value);

    /// An empty `file` saves and restores nothing.
    explicit WindowState(QString file)
        : m_file(std::move(file))
    {
    }

    void save(const QMainWindow& window, const Parts& parts, ThemeChoice theme) const;
    void restore(QMainWindow& window, const Parts& parts) const;
    [[nodiscard]] ThemeChoice theme() const;

private:
    QString m_file;
};

} // namespace signalbox::ui
