// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/frame_filter.h"

#include <algorithm>
#include <array>

namespace signalbox::ui {

using namespace Qt::StringLiterals;
using link::FrameRow;
using link::RowKind;

namespace {

struct FieldWord {
    FilterField field;
    QLatin1StringView word; ///< in front of the value
};
constexpr std::array fieldWords{
    FieldWord{FilterField::From, "from:"_L1},     FieldWord{FilterField::To, "to:"_L1},
    FieldWord{FilterField::Action, "action:"_L1}, FieldWord{FilterField::Opcode, "opcode:"_L1},
    FieldWord{FilterField::Client, "client:"_L1}, FieldWord{FilterField::With, "with:"_L1},
};

char lowered(char character)
{
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character + ('a' - 'A')) : character;
}

bool holds(QByteArrayView text, QByteArrayView word)
{
    return std::search(text.begin(), text.end(), word.begin(), word.end(),
                       [](char left, char right) { return lowered(left) == right; }) != text.end();
}

/// The field that a token begins with, "-" in front or not; nothing for a plain word.
const FieldWord* fieldOf(QStringView token)
{
    const QStringView rest = token.startsWith(u'-') ? token.sliced(1) : token;
    const auto* known = std::find_if(fieldWords.begin(), fieldWords.end(), [rest](const FieldWord& field) {
        return rest.startsWith(field.word, Qt::CaseInsensitive);
    });
    return known == fieldWords.end() ? nullptr : known;
}

bool isWholeField(QStringView token)
{
    const FieldWord* field = fieldOf(token);
    return field != nullptr && token.size() - (token.startsWith(u'-') ? 1 : 0) == field->word.size();
}

QString quoted(QString text)
{
    text.replace(u"\\"_s, u"\\\\"_s).replace(u"\""_s, u"\\\""_s);
    return u'"' + text + u'"';
}

bool hasBlank(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar character) { return character.isSpace(); });
}

QString termText(const FilterTerm& term)
{
    QString text = term.negated ? u"-"_s : QString();
    for (const FieldWord& known : fieldWords) {
        text += known.field == term.field ? QString(known.word) : QString();
    }
    const QString value = QString::fromUtf8(term.value);
    const bool isPlain = !value.isEmpty() && !hasBlank(value) && !value.startsWith(u'"');
    return text + (isPlain ? value : quoted(value));
}

QString wordText(const QByteArray& word)
{
    const QString text = QString::fromUtf8(word);
    const bool isPlain = !hasBlank(text) && !text.startsWith(u'"') && fieldOf(text) == nullptr;
    return isPlain ? text : quoted(text);
}

} // namespace

// Words are separated by blanks; between quotes a blank is one of the value, and \ takes the next as it is.
FrameFilter::FrameFilter(const QString& text)
{
    QString token;
    qsizetype quoteStart = -1;
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar character = text[i];
        if (isQuoted && character == u'\\' && i + 1 < text.size()) {
            token += text[++i];
        } else if (character == u'"' && (isQuoted || token.isEmpty() || isWholeField(token))) {
            quoteStart = isQuoted ? quoteStart : token.size();
            isQuoted = !isQuoted;
        } else if (character.isSpace() && !isQuoted) {
            add(token, quoteStart);
            token.clear();
            quoteStart = -1;
        } else {
            token += character;
        }
    }
    add(token, quoteStart);
}

void FrameFilter::add(const QString& token, qsizetype quoteStart)
{
    if (const FieldWord* field = fieldOf(token); field != nullptr && quoteStart != 0) {
        const bool negated = token.startsWith(u'-');
        const QByteArray value = token.sliced(field->word.size() + (negated ? 1 : 0)).toUtf8();
        if (!value.isEmpty() || quoteStart > 0) { // "from:" alone is being typed
            m_terms.append({field->field, value, negated});
        }
        return;
    }
    QByteArray word = token.toUtf8();
    if (!word.isEmpty()) {
        std::transform(word.begin(), word.end(), word.begin(), lowered);
        m_words.append(word);
    }
}

FrameFilter FrameFilter::with(const FilterTerm& term) const
{
    FrameFilter filter = *this;
    FilterTerm opposite = term;
    opposite.negated = !term.negated;
    filter.m_terms.removeAll(opposite);
    if (!filter.m_terms.contains(term)) {
        filter.m_terms.append(term);
    }
    return filter;
}

QString FrameFilter::text() const
{
    QStringList tokens;
    for (const QByteArray& word : m_words) {
        tokens += wordText(word);
    }
    for (const FilterTerm& term : m_terms) {
        tokens += termText(term);
    }
    return tokens.join(u' ');
}

bool FrameFilter::needsRecipients() const
{
    return std::any_of(m_terms.begin(), m_terms.end(),
                       [](const FilterTerm& term) { return term.field == FilterField::With; });
}

bool FrameFilter::matches(const FrameRow& row, const RowRecipients& recipients) const
{
    if (row.kind == RowKind::Gap || isEmpty()) {
        return true;
    }
    if (m_range && (row.time < m_range->from || row.time > m_range->to)) {
        return false;
    }
    for (const FilterTerm& term : m_terms) {
        if (fulfils(row, recipients, term) == term.negated) {
            return false;
        }
    }
    if (m_words.isEmpty()) {
        return true;
    }
    const QByteArray client = row.client.isNull() ? QByteArray() : row.client.text();
    const std::array<QByteArrayView, 9> fields{row.user,        row.action, row.preview,
                                               row.target,      row.text,   row.origin,
                                               row.claimedUser, client,     rowKindWord(row)};
    return std::all_of(m_words.begin(), m_words.end(), [&fields](const QByteArray& word) {
        return std::any_of(fields.begin(), fields.end(),
                           [&word](QByteArrayView field) { return holds(field, word); });
    });
}

} // namespace signalbox::ui
