// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QLocale>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtCore/QTranslator>

#include <memory>
#include <vector>

namespace signalbox::app {

/// The languages that the window speaks, as --lang takes them.
[[nodiscard]] const QStringList& languages();

/// Gives the application the words of one language, Qt's own among them, and its way to write numbers.
/// Thread: main. Made after the application object and before the window.
class Translations final {
public:
    /// Of `languages()`; empty: the first of the system's that is one of them, else English.
    explicit Translations(const QString& language);
    ~Translations();
    Translations(const Translations&) = delete;
    Translations& operator=(const Translations&) = delete;

    [[nodiscard]] const QString& language() const { return m_language; }

private:
    void install(const QString& file, const QString& folder);

    QString m_language;
    QLocale m_localeBefore;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace signalbox::app
