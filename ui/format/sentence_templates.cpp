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

/// %2 may stand before %1.
QStringList inOrderOfPlaces(const char* text, const QStringList& captured)
{
    QStringList values(captured.size());
    qsizetype next = 0;
    for (const char* at = text; *at != '\0' && next < captured.size(); ++at) {
        const int place = *at == '%' ? at[1] - '0' : 0;
        if (place >= 1 && place <= captured.size()) {
            values[place - 1] = captured[next++];
        }
    }
    return values;
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
                         inOrderOfPlaces(m_texts[i], match.capturedTexts().sliced(1))};
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
