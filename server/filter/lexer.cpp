// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filter/lexer.h"

#include <array>
#include <optional>

namespace signalbox::filter {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array symbols{"=="_L1, "!="_L1, "<="_L1, ">="_L1, "&&"_L1, "||"_L1,
                             "<"_L1,  ">"_L1,  "="_L1,  "~"_L1,  "!"_L1};

std::optional<QLatin1StringView> symbolAt(QStringView text)
{
    for (const QLatin1StringView symbol : symbols) {
        if (text.startsWith(symbol)) {
            return symbol;
        }
    }
    return std::nullopt;
}

std::optional<Token::Kind> bracketKind(QChar character)
{
    switch (character.unicode()) {
    case u'(':
        return Token::Kind::Open;
    case u')':
        return Token::Kind::Close;
    case u'{':
        return Token::Kind::OpenBrace;
    case u'}':
        return Token::Kind::CloseBrace;
    case u',':
        return Token::Kind::Comma;
    default:
        return std::nullopt;
    }
}

bool isQuote(QChar character)
{
    return character == u'"' || character == u'\'';
}

/// What \ and this character stand for; nothing where both stand for themselves, as in a regular expression.
std::optional<QChar> escaped(QChar character)
{
    switch (character.unicode()) {
    case u'n':
        return u'\n';
    case u'r':
        return u'\r';
    case u't':
        return u'\t';
    case u'\\':
    case u'"':
    case u'\'':
        return character;
    default:
        return std::nullopt;
    }
}

} // namespace

bool Lexer::isWordCharacter(QStringView text, qsizetype at)
{
    return !text[at].isSpace() && !isQuote(text[at]) && !bracketKind(text[at]) && !symbolAt(text.sliced(at));
}

Token Lexer::next()
{
    const qsizetype before = m_at;
    while (m_at < m_text.size() && m_text[m_at].isSpace()) {
        ++m_at;
    }
    Token token{.position = m_at, .isAdjacent = m_at == before};
    if (m_at >= m_text.size()) {
        return token;
    }
    if (isQuote(m_text[m_at])) {
        Token text = quoted();
        text.isAdjacent = token.isAdjacent;
        return text;
    }
    if (const auto bracket = bracketKind(m_text[m_at])) {
        token.kind = *bracket;
        token.length = 1;
    } else if (const auto symbol = symbolAt(m_text.sliced(m_at))) {
        token.kind = Token::Kind::Symbol;
        token.length = symbol->size();
    } else {
        token.kind = Token::Kind::Word;
        while (token.end() < m_text.size() && isWordCharacter(m_text, token.end())) {
            ++token.length;
        }
    }
    m_at = token.end();
    return token;
}

Token Lexer::quoted()
{
    Token token{.kind = Token::Kind::Quoted, .position = m_at};
    const QChar quote = m_text[m_at++];
    while (m_at < m_text.size() && m_text[m_at] != quote) {
        const bool isEscape = m_text[m_at] == u'\\' && m_at + 1 < m_text.size();
        const std::optional<QChar> character = isEscape ? escaped(m_text[m_at + 1]) : std::nullopt;
        token.text += character.value_or(m_text[m_at]);
        m_at += character ? 2 : 1;
    }
    token.isClosed = m_at < m_text.size();
    m_at += token.isClosed ? 1 : 0;
    token.length = m_at - token.position;
    return token;
}

Token Lexer::raw(qsizetype position)
{
    Token token{.kind = Token::Kind::Word, .position = position};
    int depth = 0;
    while (token.end() < m_text.size() && !m_text[token.end()].isSpace()) {
        const QChar character = m_text[token.end()];
        depth += character == u'(' ? 1 : character == u')' ? -1 : 0;
        if (depth < 0) {
            break;
        }
        ++token.length;
    }
    m_at = token.end();
    return token;
}

} // namespace signalbox::filter
