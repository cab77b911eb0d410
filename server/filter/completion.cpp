// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filter/completion.h"

#include "server/filter/condition_reader.h"
#include "server/filter/field_words.h"
#include "server/filter/operators.h"
#include "server/filter/printing.h"
#include "server/filter/token_stream.h"

#include <algorithm>

namespace signalbox::filter {

using namespace Qt::StringLiterals;

namespace {

/// Where the cursor stands: what may come, and what of it is there.
struct Place {
    enum class Expected { Condition, Operator, Value, Joint };

    Expected expected = Expected::Condition;
    const FieldInfo* field = nullptr;
    bool isInBraces = false;

    void passWord(const TokenStream& tokens);
    void pass(const TokenStream& tokens);
};

void Place::passWord(const TokenStream& tokens)
{
    if (tokens.isAnd() || tokens.isOr() || tokens.isWord("not"_L1)) {
        const bool isNotIn = expected == Expected::Operator && tokens.isWord("not"_L1);
        expected = isNotIn ? expected : Expected::Condition;
        return;
    }
    if (expected == Expected::Value) {
        expected = isInBraces ? expected : Expected::Joint;
        return;
    }
    if (expected == Expected::Operator && ConditionReader::isComparisonNext(tokens)) {
        expected = Expected::Value;
        return;
    }
    field = findField(tokens.written(tokens.next()));
    expected = field == nullptr ? Expected::Joint : Expected::Operator;
}

void Place::pass(const TokenStream& tokens)
{
    switch (tokens.next().kind) {
    case Token::Kind::Word:
        passWord(tokens);
        break;
    case Token::Kind::Symbol:
        expected = ConditionReader::isComparisonNext(tokens) ? Expected::Value : Expected::Condition;
        break;
    case Token::Kind::Quoted:
        expected = isInBraces ? expected : Expected::Joint;
        break;
    case Token::Kind::Open:
        expected = Expected::Condition;
        break;
    case Token::Kind::OpenBrace:
        isInBraces = true;
        break;
    case Token::Kind::CloseBrace:
    case Token::Kind::Close:
        isInBraces = false;
        expected = Expected::Joint;
        break;
    case Token::Kind::Comma:
    case Token::Kind::End:
        break;
    }
}

void addFields(QList<Candidate>& candidates, const SeenValues& seen)
{
    for (const FieldInfo& info : fieldTable()) {
        candidates.append({Candidate::Kind::Field, info.name, info.meaning});
        if (info.type == FieldType::Json && seen) {
            for (const QString& path : seen(info.field)) {
                candidates.append({Candidate::Kind::Field, info.name + u'.' + path, {}});
            }
        }
    }
    candidates.append({Candidate::Kind::Operator, u"not"_s, {}});
}

void addWords(QList<Candidate>& candidates, const QStringList& words, Candidate::Kind kind)
{
    for (const QString& word : words) {
        candidates.append({kind, word, {}});
    }
}

QStringList valuesOf(const FieldInfo& field, const SeenValues& seen)
{
    QStringList values;
    for (const FieldWord& word : wordsOf(field.field)) {
        if (wordOfValue(field.field, word.value) == word.word) {
            values.append(word.word);
        }
    }
    if (values.isEmpty() && seen && field.type != FieldType::Json) {
        const bool isText = field.type == FieldType::Text;
        for (const QString& value : seen(field.field)) {
            values.append(isText ? quotedText(value) : value);
        }
    }
    return values;
}

/// The candidate without its quote, to be compared with what is typed.
QStringView comparable(QStringView text)
{
    return text.startsWith(u'"') ? text.sliced(1) : text;
}

void keepFitting(QList<Candidate>& candidates, QStringView typed)
{
    const QStringView wanted = comparable(typed);
    const auto begins = [wanted](const Candidate& candidate) {
        return comparable(candidate.text).startsWith(wanted, Qt::CaseInsensitive);
    };
    candidates.removeIf([wanted](const Candidate& candidate) {
        return !comparable(candidate.text).contains(wanted, Qt::CaseInsensitive);
    });
    std::stable_partition(candidates.begin(), candidates.end(), begins);
}

QList<Candidate> candidatesFor(const Place& place, const SeenValues& seen)
{
    QList<Candidate> candidates;
    switch (place.expected) {
    case Place::Expected::Operator:
        addWords(candidates, operatorWords(place.field->type), Candidate::Kind::Operator);
        [[fallthrough]];
    case Place::Expected::Joint:
        addWords(candidates, {u"and"_s, u"or"_s}, Candidate::Kind::Operator);
        break;
    case Place::Expected::Value:
        if (place.field != nullptr) {
            addWords(candidates, valuesOf(*place.field, seen), Candidate::Kind::Value);
        }
        break;
    case Place::Expected::Condition:
        addFields(candidates, seen);
        break;
    }
    return candidates;
}

/// Behind the colon of `from:an`; nothing for any other word.
std::optional<qsizetype> shorthandValue(QStringView word, Place& place)
{
    const qsizetype start = word.startsWith(u'-') ? 1 : 0;
    const qsizetype colon = word.indexOf(u':');
    const FieldInfo* field = colon > start ? findField(word.sliced(start, colon - start)) : nullptr;
    if (field == nullptr || place.expected == Place::Expected::Value) {
        return std::nullopt;
    }
    place.field = field->field == Field::Opcode ? &infoOf(Field::Type) : field;
    place.expected = Place::Expected::Value;
    return colon + 1;
}

} // namespace

Completion complete(QStringView text, qsizetype cursor, const SeenValues& seen)
{
    const QStringView before = text.first(std::clamp<qsizetype>(cursor, 0, text.size()));
    TokenStream tokens(before);
    Place place;
    while (tokens.next().kind != Token::Kind::End) {
        const Token& token = tokens.next();
        const bool isOpen =
            token.kind == Token::Kind::Word || (token.kind == Token::Kind::Quoted && !token.isClosed);
        if (isOpen && token.end() == before.size()) {
            break; // it is being typed
        }
        place.pass(tokens);
        tokens.take();
    }
    Completion completion{before.size(), 0, {}};
    if (tokens.next().kind != Token::Kind::End) {
        completion.position = tokens.next().position;
        completion.position += shorthandValue(tokens.written(tokens.next()), place).value_or(0);
        completion.length = before.size() - completion.position;
    }
    completion.candidates = candidatesFor(place, seen);
    keepFitting(completion.candidates, before.sliced(completion.position));
    return completion;
}

} // namespace signalbox::filter
