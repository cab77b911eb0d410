// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/appearance.h"

#include <QtCore/QList>
#include <QtCore/QString>

#include <utility>

class QHeaderView;
class QMainWindow;
class QSplitter;

namespace signalbox::ui {

/// Keeps the place and the layout of the window, and the columns of its lists, in an INI file. Main thread.
class WindowState final {
public:
    /// What has a state of its own beside the window, by the name that it is saved under.
    struct Parts {
        QList<std::pair<QString, QHeaderView*>> headers;
        QList<std::pair<QString, QSplitter*>> splitters;
    };

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
