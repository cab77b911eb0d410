// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace signalbox::ui {

/// What the composer remembers from one run to the next, in the window's INI
/// file. Main thread.
class ComposerSettings final {
public:
    /// An empty `file` remembers nothing.
    explicit ComposerSettings(QString file)
        : m_file(std::move(file))
    {
    }

    /// Messages to many wait for a moment; they do unless it was switched off.
    [[nodiscard]] bool holdsMany() const;
    void setHoldsMany(bool holds) const;
    [[nodiscard]] bool isFolded() const;
    void setFolded(bool isFolded) const;

private:
    QString m_file;
};

} // namespace signalbox::ui
