// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filter/parser.h"

#include "server/core/nearest_word.h"
#include "server/filter/condition_reader.h"

namespace signalbox::filter {

using namespace Qt::StringLiterals;

namespace {

/// The field in front of a colon. `opcode:push` was always one of them: there it is the type.
const FieldInfo* shorthandField(QStringView name)
{
    return name.compare("opcode"_L1, Qt::CaseInsensitive) == 0 ? &infoOf(Field::Type) : findField(name);
}

} // namespace

std::variant<Expression, Fault> Parser::parse()
{
    if (m_tokens.text().size() > maxCharacters) {
        fail(tooLong, {}, {QString::number(maxCharacters)}, "filter.too_long");
        return *m_fault;
    }
    if (m_tokens.next().kind == Token::Kind::End) {
        return m_expression;
    }
    if (parseAny() && m_tokens.next().kind == Token::Kind::Close) {
        fail(strayBracket, m_tokens.next());
    }
    if (m_fault) {
        return *m_fault;
    }
    m_expression.isWords = m_isWords;
    return std::move(m_expression);
}

Parser::Index Parser::parseAny()
{
    std::vector<quint32> children;
    Index child = parseAll();
    while (child) {
        children.push_back(*child);
        if (!m_tokens.isOr()) {
            return addJoined(Node::Kind::Any, children);
        }
        m_tokens.take();
        m_isWords = false;
        child = parseAll();
    }
    return {};
}

Parser::Index Parser::parseAll()
{
    std::vector<quint32> children;
    Index child = parseNot();
    while (child) {
        children.push_back(*child);
        const Token::Kind next = m_tokens.next().kind;
        if (next == Token::Kind::End || next == Token::Kind::Close || m_tokens.isOr()) {
            return addJoined(Node::Kind::All, children);
        }
        if (m_tokens.isAnd()) {
            m_tokens.take();
        }
        child = parseNot();
    }
    return {};
}

Parser::Index Parser::parseNot()
{
    bool isNegated = false;
    while (m_tokens.isSymbol("!"_L1) || m_tokens.isWord("not"_L1)) {
        m_tokens.take();
        isNegated = !isNegated;
        m_isWords = false;
    }
    const Index one = parseOne();
    return isNegated ? addNegated(one) : one;
}

Parser::Index Parser::parseOne()
{
    const Token next = m_tokens.next();
    switch (next.kind) {
    case Token::Kind::Open:
        return parseBracket();
    case Token::Kind::Quoted:
        return parseQuoted();
    case Token::Kind::Word:
        return m_tokens.isAnd() || m_tokens.isOr() ? fail(missingCondition, next) : parseWord();
    case Token::Kind::End:
    case Token::Kind::Close:
        return fail(missingCondition, Token{.position = next.position});
    case Token::Kind::Symbol:
        if (!m_tokens.isSymbol("<"_L1)) { // <img
            return fail(missingCondition, next);
        }
        break;
    case Token::Kind::OpenBrace:
    case Token::Kind::CloseBrace:
    case Token::Kind::Comma:
        break;
    }
    return searchFor(Field::Any, m_tokens.written(m_tokens.takeRaw(next.position)).toUtf8()); // {"price":12}
}

Parser::Index Parser::parseBracket()
{
    if (++m_depth > maxDepth) {
        return fail(tooDeep, m_tokens.next(), {QString::number(maxDepth)}, "filter.too_long");
    }
    m_tokens.take();
    const Index inside = parseAny();
    if (inside && m_tokens.next().kind != Token::Kind::Close) {
        return fail(openBracket, m_tokens.next());
    }
    if (inside) {
        m_tokens.take();
    }
    --m_depth;
    return inside;
}

Parser::Index Parser::parseQuoted()
{
    const Token text = m_tokens.take();
    return text.isClosed ? searchFor(Field::Payload, text.text.toUtf8()) : fail(openQuote, text);
}

Parser::Index Parser::parseWord()
{
    const Token word = m_tokens.take();
    const QStringView text = m_tokens.written(word);
    const qsizetype start = text.startsWith(u'-') ? 1 : 0;
    const qsizetype colon = text.indexOf(u':');
    if (const FieldInfo* field =
            colon > start ? shorthandField(text.sliced(start, colon - start)) : nullptr) {
        return parseShorthand(word, colon, *field);
    }
    if (const FieldInfo* field = findField(text)) {
        return parseField(word, *field);
    }
    return parsePlainWord(word);
}

Parser::Index Parser::parsePlainWord(const Token& word)
{
    const bool isComparison = ConditionReader::isComparisonNext(m_tokens);
    if (isComparison && !m_tokens.isWord("in"_L1)) {
        return failUnknownField(word);
    }
    if (isComparison) { // "hello in the room" is four words; a brace is no room
        const Token in = m_tokens.take();
        if (m_tokens.next().kind == Token::Kind::OpenBrace) {
            return failUnknownField(word);
        }
        m_tokens.goBackTo(in);
    }
    const bool goesOn = m_tokens.next().isAdjacent && !m_tokens.isBoundary();
    const Token whole = goesOn ? m_tokens.takeRaw(word.position) : word;
    return searchFor(Field::Any, m_tokens.written(whole).toUtf8());
}

Parser::Index Parser::parseShorthand(const Token& word, qsizetype colon, const FieldInfo& field)
{
    m_isWords = false;
    ConditionReader reader(m_tokens, field);
    if (!reader.readShorthand(word, colon)) {
        m_fault = reader.fault();
        return {};
    }
    const Index index = add(reader.takeNode());
    return m_tokens.written(word).startsWith(u'-') ? addNegated(index) : index;
}

Parser::Index Parser::parseField(const Token& word, const FieldInfo& field)
{
    m_isWords = false;
    ConditionReader reader(m_tokens, field);
    if (!reader.read(word)) {
        m_fault = reader.fault();
        return {};
    }
    const Index index = add(reader.takeNode());
    return reader.isNegated() ? addNegated(index) : index;
}

Parser::Index Parser::searchFor(Field field, const QByteArray& text)
{
    Node node{.field = field, .op = Operator::Contains};
    node.values.push_back({Literal{.text = text, .isQuoted = true}});
    node.search = CaselessSearch(text);
    return add(std::move(node));
}

Parser::Index Parser::add(Node node)
{
    m_expression.nodes.push_back(std::move(node));
    return static_cast<quint32>(m_expression.nodes.size() - 1);
}

Parser::Index Parser::addJoined(Node::Kind kind, const std::vector<quint32>& children)
{
    return children.size() == 1 ? Index(children.front()) : add(Node{.kind = kind, .children = children});
}

Parser::Index Parser::addNegated(Index index)
{
    return index ? add(Node{.kind = Node::Kind::Not, .children = {*index}}) : index;
}

Parser::Index Parser::fail(const char* sentence, const Token& at, const QStringList& values, const char* code)
{
    m_fault = Fault{code, faultSentence(sentence, values), at.position, at.length};
    return {};
}

Parser::Index Parser::failUnknownField(const Token& word)
{
    const QString name = m_tokens.written(word).toString();
    const QString near = nearestWord(name, fieldNames());
    return near.isEmpty() ? fail(sentences::unknownField, word, {name}, "filter.unknown_field")
                          : fail(unknownFieldNear, word, {name, near}, "filter.unknown_field");
}

} // namespace signalbox::filter
