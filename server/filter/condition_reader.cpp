// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filter/condition_reader.h"

#include "server/filter/literal.h"
#include "server/filter/operators.h"

namespace signalbox::filter {

using namespace Qt::StringLiterals;

namespace {

constexpr auto dots = ".."_L1;

Token part(const Token& token, qsizetype from, qsizetype length)
{
    return {.kind = Token::Kind::Word, .position = token.position + from, .length = length};
}

} // namespace

bool ConditionReader::isComparisonNext(const TokenStream& tokens)
{
    const Token& next = tokens.next();
    if (next.kind != Token::Kind::Symbol && next.kind != Token::Kind::Word) {
        return false;
    }
    return operatorOf(tokens.written(next)).has_value();
}

bool ConditionReader::read(const Token& word)
{
    m_node.field = m_field.field;
    if (!readPath(word)) {
        return false;
    }
    const Token op = m_tokens.next();
    if (!readOperator()) {
        return !m_fault;
    }
    return checkOperator(op) && (m_node.op == Operator::In ? readSet(op) : readSingle(op));
}

bool ConditionReader::readShorthand(const Token& word, qsizetype colon)
{
    m_node.field = m_field.field;
    m_node.op = Operator::Is;
    if (!readPath(part(word, 0, colon))) {
        return false;
    }
    Token value = part(word, colon + 1, word.length - colon - 1);
    const bool isQuoted =
        value.length == 0 && m_tokens.next().isAdjacent && m_tokens.next().kind == Token::Kind::Quoted;
    if (isQuoted) {
        value = m_tokens.take();
    } else if (value.length == 0) {
        return fail(missingValue, value, {m_tokens.written(word).toString()});
    } else if (m_tokens.next().isAdjacent && !m_tokens.isBoundary()) {
        value = m_tokens.takeRaw(value.position);
    }
    Literal literal;
    if (!readValue(value, literal)) {
        return false;
    }
    m_node.values.push_back({std::move(literal)});
    return true;
}

// message.items[0].price
bool ConditionReader::readPath(const Token& word)
{
    if (m_field.type != FieldType::Json) {
        return true;
    }
    const QStringView name = m_tokens.written(word);
    const qsizetype start = name.indexOf(m_field.name, 0, Qt::CaseInsensitive) + m_field.name.size();
    const QString rest = name.sliced(start).toString().replace(u'[', u'.').remove(u']');
    if (rest.isEmpty()) {
        return true;
    }
    for (const QString& step : rest.sliced(1).split(u'.')) {
        if (step.isEmpty()) {
            return fail(emptyStep, word, {name.toString()});
        }
        m_node.path.append(step.toUtf8());
    }
    return true;
}

/// Leaves Has where none follows, and says false.
bool ConditionReader::readOperator()
{
    if (m_tokens.isWord("not"_L1)) {
        const Token negation = m_tokens.take();
        if (!m_tokens.isWord("in"_L1)) {
            m_tokens.goBackTo(negation);
            return false;
        }
        m_isNegated = true;
    }
    if (!isComparisonNext(m_tokens)) {
        return false;
    }
    m_node.op = *operatorOf(m_tokens.written(m_tokens.take()));
    return true;
}

bool ConditionReader::checkOperator(const Token& op)
{
    if (takesOperator(m_field.type, m_node.op)) {
        return true;
    }
    return failWrongType(wrongOperator, op,
                         {m_tokens.written(op).toString(), m_field.name, typeName(m_field.type),
                          operatorWords(m_field.type).join(u", "_s)});
}

bool ConditionReader::isValueNext() const
{
    const bool isWord = m_tokens.next().kind == Token::Kind::Word && !m_tokens.isAnd() && !m_tokens.isOr();
    return isWord || m_tokens.next().kind == Token::Kind::Quoted;
}

Token ConditionReader::takeValue()
{
    const Token value = m_tokens.take();
    if (value.kind == Token::Kind::Word && m_tokens.next().isAdjacent && !m_tokens.isBoundary() &&
        m_node.op != Operator::In) {
        return m_tokens.takeRaw(value.position); // a=b
    }
    return value;
}

bool ConditionReader::readSingle(const Token& op)
{
    if (!isValueNext()) {
        const Token here{.position = op.end()};
        return fail(missingValue, here, {m_tokens.written(op).toString()});
    }
    const Token value = takeValue();
    Literal literal;
    if (!readValue(value, literal)) {
        return false;
    }
    m_node.values.push_back({std::move(literal)});
    return compile(value);
}

bool ConditionReader::readSet(const Token& op)
{
    if (m_tokens.next().kind != Token::Kind::OpenBrace) {
        return fail(missingBrace, m_tokens.next());
    }
    Token before = m_tokens.take();
    do {
        if (!readRange(before)) {
            return false;
        }
        if (m_tokens.next().kind == Token::Kind::Comma) {
            before = m_tokens.take();
            continue;
        }
        if (m_tokens.next().kind == Token::Kind::End) {
            return fail(openBrace, m_tokens.next(), {m_tokens.written(op).toString()});
        }
    } while (m_tokens.next().kind != Token::Kind::CloseBrace);
    m_tokens.take();
    return true;
}

// 1..5 is one word; "10:12".."10:20" and 10:12 .. 10:20 are three tokens.
bool ConditionReader::readRange(const Token& op)
{
    if (!isValueNext()) {
        const Token here{.position = op.end()};
        return fail(missingValue, here, {m_tokens.written(op).toString()});
    }
    const Token value = takeValue();
    const QStringView text = m_tokens.written(value);
    const bool isOrdered = takesOperator(m_field.type, Operator::Less);
    const qsizetype at = text.indexOf(dots);
    if (isOrdered && value.kind == Token::Kind::Word && at > 0 && at + dots.size() < text.size()) {
        return addRange(part(value, 0, at), part(value, at + dots.size(), value.length - at - dots.size()));
    }
    if (isOrdered && m_tokens.isWord(dots)) {
        const Token between = m_tokens.take();
        if (!isValueNext()) {
            return fail(missingValue, Token{.position = between.end()}, {dots});
        }
        return addRange(value, takeValue());
    }
    Literal literal;
    if (!readValue(value, literal)) {
        return false;
    }
    m_node.values.push_back({std::move(literal)});
    return true;
}

bool ConditionReader::addRange(const Token& low, const Token& high)
{
    ValueRange range;
    Literal end;
    if (!readValue(low, range.low) || !readValue(high, end)) {
        return false;
    }
    for (const auto& [literal, token] : {std::pair(&range.low, &low), std::pair(&end, &high)}) {
        if (!literal->number) { // JSON: only numbers have an order
            return failWrongType(notANumber, *token, {m_tokens.written(*token).toString(), m_field.name});
        }
    }
    if (*range.low.number > *end.number) {
        return failWrongType(wrongOrder, low,
                             {m_tokens.written(low).toString(), m_tokens.written(high).toString()});
    }
    range.high = std::move(end);
    m_node.values.push_back(std::move(range));
    return true;
}

bool ConditionReader::readValue(const Token& token, Literal& literal)
{
    if (!token.isClosed) {
        return fail(openQuote, token);
    }
    auto read = readLiteral(m_field, token, m_tokens.written(token));
    if (auto* fault = std::get_if<Fault>(&read)) {
        m_fault = std::move(*fault);
        return false;
    }
    literal = std::get<Literal>(std::move(read));
    return true;
}

bool ConditionReader::compile(const Token& value)
{
    const QByteArray& text = m_node.values.front().low.text;
    if (m_node.op == Operator::Contains) {
        m_node.search = CaselessSearch(text);
    } else if (m_node.op == Operator::Matches) {
        m_node.pattern = patternOf(text);
        if (!m_node.pattern.isValid()) {
            m_fault = Fault{"filter.bad_pattern", faultSentence(badPattern, {m_node.pattern.errorString()}),
                            value.position, value.length};
        }
    }
    return !m_fault;
}

bool ConditionReader::fail(const char* sentence, const Token& at, const QStringList& values)
{
    m_fault = Fault{"filter.syntax", faultSentence(sentence, values), at.position, at.length};
    return false;
}

bool ConditionReader::failWrongType(const char* sentence, const Token& at, const QStringList& values)
{
    fail(sentence, at, values);
    m_fault->code = "filter.wrong_type";
    return false;
}

} // namespace signalbox::filter
