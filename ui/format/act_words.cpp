// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/act_words.h"

#include "server/link/act_notes.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <vector>

namespace signalbox::ui {

namespace {

// The translators' list: lupdate reads it here.
constexpr std::array translated{
    QT_TRANSLATE_NOOP("ActWords", "disconnect all clients without a group with %1, \"%2\""),
    QT_TRANSLATE_NOOP("ActWords", "disconnect all clients without a group with %1"),
    QT_TRANSLATE_NOOP("ActWords", "disconnect all clients of group %1 with %2, \"%3\""),
    QT_TRANSLATE_NOOP("ActWords", "disconnect all clients of group %1 with %2"),
    QT_TRANSLATE_NOOP("ActWords", "disconnect %1 with %2, \"%3\""),
    QT_TRANSLATE_NOOP("ActWords", "disconnect %1 with %2"),
    QT_TRANSLATE_NOOP("ActWords", "put %1 into group %2"),
    QT_TRANSLATE_NOOP("ActWords", "take %1 out of group %2"),
    QT_TRANSLATE_NOOP("ActWords", "remove group %1"),
    QT_TRANSLATE_NOOP("ActWords", "mute %1 until %2"),
    QT_TRANSLATE_NOOP("ActWords", "mute %1"),
    QT_TRANSLATE_NOOP("ActWords", "unmute %1"),
    QT_TRANSLATE_NOOP("ActWords", "allow %1 always"),
    QT_TRANSLATE_NOOP("ActWords", "allow %1 until the broker stops"),
    QT_TRANSLATE_NOOP("ActWords", "connect %1 test clients \"%2\" in group %3"),
    QT_TRANSLATE_NOOP("ActWords", "connect %1 test clients \"%2\""),
    QT_TRANSLATE_NOOP("ActWords", "disconnect the test clients"),
    QT_TRANSLATE_NOOP("ActWords", "start listening"),
    QT_TRANSLATE_NOOP("ActWords", "stop listening"),
};

constexpr bool isSameAsTheBrokers()
{
    return std::equal(translated.begin(), translated.end(), link::actTemplates.begin(),
                      link::actTemplates.end(), [](const char* ours, const char* brokers) {
                          return std::string_view(ours) == std::string_view(brokers);
                      });
}
static_assert(isSameAsTheBrokers(), "a text of link/act_notes.h has no translation here");

QRegularExpression patternOf(const char* actTemplate)
{
    QString pattern = QRegularExpression::escape(QString::fromLatin1(actTemplate));
    for (int place = 1; place <= 3; ++place) {
        pattern.replace(QRegularExpression::escape(u'%' + QString::number(place)), QStringLiteral("(.*)"));
    }
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                              QRegularExpression::DotMatchesEverythingOption);
}

const std::vector<QRegularExpression>& patterns()
{
    static const std::vector<QRegularExpression> all = [] {
        std::vector<QRegularExpression> made;
        std::transform(translated.begin(), translated.end(), std::back_inserter(made), &patternOf);
        return made;
    }();
    return all;
}

/// All places at once: a name may hold "%2".
QString filled(const QString& sentence, const QStringList& values)
{
    QString text;
    for (qsizetype at = 0; at < sentence.size(); ++at) {
        if (sentence[at] == u'%' && at + 1 < sentence.size()) {
            text += values.value(sentence[++at].digitValue());
        } else {
            text += sentence[at];
        }
    }
    return text;
}

} // namespace

QString actText(const QString& note)
{
    for (size_t i = 0; i < translated.size(); ++i) {
        const QRegularExpressionMatch match = patterns()[i].match(note);
        if (match.hasMatch()) {
            return filled(QCoreApplication::translate("ActWords", translated[i]), match.capturedTexts());
        }
    }
    return note;
}

} // namespace signalbox::ui
