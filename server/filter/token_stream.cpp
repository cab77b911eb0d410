// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filter/token_stream.h"

#include <utility>

namespace signalbox::filter {

using namespace Qt::StringLiterals;

Token TokenStream::take()
{
    return std::exchange(m_next, m_lexer.next());
}

Token TokenStream::takeRaw(qsizetype position)
{
    const Token raw = m_lexer.raw(position);
    m_next = m_lexer.next();
    return raw;
}

void TokenStream::goBackTo(const Token& token)
{
    m_next = token;
    m_lexer.moveTo(token.end());
}

bool TokenStream::isWord(QLatin1StringView word) const
{
    return m_next.kind == Token::Kind::Word && written(m_next).compare(word, Qt::CaseInsensitive) == 0;
}

bool TokenStream::isSymbol(QLatin1StringView symbol) const
{
    return m_next.kind == Token::Kind::Symbol && written(m_next) == symbol;
}

bool TokenStream::isOr() const
{
    return isSymbol("||"_L1) || isWord("or"_L1);
}

bool TokenStream::isAnd() const
{
    return isSymbol("&&"_L1) || isWord("and"_L1);
}

bool TokenStream::isBoundary() const
{
    const bool isEnd = m_next.kind == Token::Kind::End || m_next.kind == Token::Kind::Close;
    return isEnd || isSymbol("||"_L1) || isSymbol("&&"_L1);
}

} // namespace signalbox::filter
