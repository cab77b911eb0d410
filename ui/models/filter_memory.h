// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QStringList>

namespace signalbox::ui {

/// The filters to come back to: those that were kept under a name, and the last ones. Main thread.
class FilterMemory final : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype maxRecent = 12;
    static constexpr qsizetype maxKept = 40;

    struct Kept {
        QString name;
        QString text;

        friend bool operator==(const Kept&, const Kept&) = default;
    };

    using QObject::QObject;

    [[nodiscard]] const QList<Kept>& kept() const { return m_kept; }
    [[nodiscard]] const QStringList& recent() const { return m_recent; } ///< the last one first
    /// A name that is there already gets the new text.
    void keep(const QString& name, const QString& text);
    void forget(const QString& name);
    void remember(const QString& text);

    /// Names and texts in turn, for a file of settings.
    [[nodiscard]] QStringList keptAsTexts() const;
    void restore(const QStringList& kept, const QStringList& recent);

Q_SIGNALS:
    void changed();

private:
    QList<Kept> m_kept;
    QStringList m_recent;
};

} // namespace signalbox::ui
