// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/filter/lexer.h"

namespace signalbox::filter {

/// The tokens of a filter with the next one in sight.
class TokenStream final {
public:
    explicit TokenStream(QStringView text)
        : m_text(text)
        , m_lexer(text)
        , m_next(m_lexer.next())
    {
    }

    [[nodiscard]] QStringView text() const { return m_text; }
    [[nodiscard]] const Token& next() const { return m_next; }
    /// Goes on behind the next token, which is returned.
    Token take();
    /// The same with a whole run up to a blank, which begins at `position`.
    Token takeRaw(qsizetype position);
    /// Goes back to a token that was taken.
    void goBackTo(const Token& token);

    /// The token as it stands in the text.
    [[nodiscard]] QStringView written(const Token& token) const
    {
        return m_text.sliced(token.position, token.length);
    }
    /// Whether the next token is this word, in any case, or this symbol.
    [[nodiscard]] bool isWord(QLatin1StringView word) const;
    [[nodiscard]] bool isSymbol(QLatin1StringView symbol) const;
    [[nodiscard]] bool isOr() const;
    [[nodiscard]] bool isAnd() const;
    /// Whether a condition can end before the next token.
    [[nodiscard]] bool isBoundary() const;

private:
    QStringView m_text;
    Lexer m_lexer;
    Token m_next;
};

} // namespace signalbox::filter
