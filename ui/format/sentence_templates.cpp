// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/sentence_templates.h"

#include <QtCore/QCoreApplication>

namespace signalbox::ui {

namespace {

constexpr int maxPlaces = 4;

QRegularExpression patternOf(const char* text)
{
    QString pattern = QRegularExpression::escape(QString::fromLatin1(text));
    for (int place = 1; place <= maxPlaces; ++place) {
        pattern.replace(QRegularExpression::escape(u'%' + QString::number(place)), QStringLiteral("(.*)"));
    }
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                              QRegularExpression::DotMatchesEverythingOption);
}

} // namespace

SentenceTemplates::SentenceTemplates(const char* context, std::span<const char* const> texts)
    : m_context(context)
    , m_texts(texts)
{
    for (const char* const text : texts) {
        m_patterns.push_back(patternOf(text));
    }
}

std::optional<SentenceTemplates::Found> SentenceTemplates::find(const QString& sentence) const
{
    for (size_t i = 0; i < m_texts.size(); ++i) {
        const QRegularExpressionMatch match = m_patterns[i].match(sentence);
        if (match.hasMatch()) {
            return Found{i, QCoreApplication::translate(m_context, m_texts[i]),
                         match.capturedTexts().sliced(1)};
        }
    }
    return std::nullopt;
}

QString filled(const QString& sentence, const QStringList& values)
{
    QString text;
    for (qsizetype at = 0; at < sentence.size(); ++at) {
        if (sentence[at] == u'%' && at + 1 < sentence.size() && sentence[at + 1].isDigit()) {
            text += values.value(sentence[++at].digitValue() - 1);
        } else {
            text += sentence[at];
        }
    }
    return text;
}

} // namespace signalbox::ui
