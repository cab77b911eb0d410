// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRegularExpression>
#include <QtCore/QString>

#include <optional>
#include <span>
#include <vector>

namespace signalbox::ui {

/// Sentences that the broker wrote in English, with %1, %2, … for names and numbers: found again, and said in
/// the window's language. The first template that fits decides. Main thread.
class SentenceTemplates final {
public:
    /// The texts are borrowed; `context` is the translators'.
    SentenceTemplates(const char* context, std::span<const char* const> texts);

    struct Found {
        size_t index = 0;     ///< of the template
        QString sentence;     ///< translated, its places still open
        QStringList values{}; ///< the first one stands for %1
    };
    [[nodiscard]] std::optional<Found> find(const QString& sentence) const;

private:
    const char* m_context;
    std::span<const char* const> m_texts;
    std::vector<QRegularExpression> m_patterns; ///< of each text
};

/// All places at once: a value may hold "%2".
[[nodiscard]] QString filled(const QString& sentence, const QStringList& values);

} // namespace signalbox::ui
