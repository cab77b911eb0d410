// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/mdoc_text.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QStringList>

#include <utility>

namespace signalbox::app {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxLine = 80; // of a source line; longer words stand alone

} // namespace

QByteArray mdocEscaped(const QString& text)
{
    QByteArray escaped;
    for (const char32_t character : text.toUcs4()) {
        if (character == U'\\') {
            escaped += "\\e";
        } else if (character == U'-') {
            escaped += "\\-"; // a minus that can be copied, and no place to break the line
        } else if (character < 128) {
            escaped += static_cast<char>(character);
        } else {
            escaped +=
                "\\[u" + QByteArray::number(uint(character), 16).toUpper().rightJustified(4, '0') + ']';
        }
    }
    const bool looksLikeMacro = escaped.startsWith('.') || escaped.startsWith('\'');
    return looksLikeMacro ? "\\&" + escaped : escaped;
}

QByteArray mdocParagraph(const QString& text)
{
    static const QRegularExpression betweenSentences(u"(?<=[.?!]) +(?=[A-Z0-9\"/])"_s);
    QByteArray paragraph;
    for (const QString& sentence : text.simplified().split(betweenSentences)) {
        QByteArray line;
        for (const QString& word : sentence.split(u' ')) {
            const QByteArray escaped = mdocEscaped(word);
            if (!line.isEmpty() && line.size() + 1 + escaped.size() > maxLine) {
                paragraph += std::exchange(line, {}) + '\n';
            }
            line += (line.isEmpty() ? "" : " ") + escaped;
        }
        paragraph += line + '\n';
    }
    return paragraph;
}

QByteArray mdocArgument(const QString& text)
{
    QByteArray escaped = mdocEscaped(text);
    escaped.replace('"', "\\(dq");
    const bool isShort = escaped.size() < 4; // a mark alone would be punctuation, a short name a macro
    const bool needsQuotes = isShort || escaped.contains(' ');
    escaped.prepend(isShort ? "\\&" : "");
    return needsQuotes ? QByteArray('"' + escaped + '"') : escaped;
}

QString asSentence(const QString& phrase)
{
    QString sentence = phrase.simplified();
    if (!sentence.isEmpty() && !sentence.startsWith(u'-')) {
        sentence[0] = sentence[0].toUpper();
    }
    return sentence.endsWith(u'.') || sentence.endsWith(u'?') ? sentence : sentence + u'.';
}

} // namespace signalbox::app
