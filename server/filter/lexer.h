// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringView>

namespace signalbox::filter {

/// A piece of a filter's text.
struct Token {
    enum class Kind : quint8 {
        End,
        Word,   ///< a run of anything that is none of the others: a field, an unquoted value, `and`
        Quoted, ///< a text in quotes, single or double
        Symbol, ///< == != < <= > >= = ~ && || !
        Open,
        Close,
        OpenBrace,
        CloseBrace,
        Comma,
    };

    Kind kind = Kind::End;
    qsizetype position = 0;
    qsizetype length = 0;
    QString text{};          ///< Quoted: without quotes, the escapes resolved
    bool isClosed = true;    ///< Quoted
    bool isAdjacent = false; ///< nothing stands between the token before and this one

    [[nodiscard]] qsizetype end() const { return position + length; }
};

/// Cuts a filter into tokens, one at a time, because what a run of letters is depends on where it stands. In
/// quotes \ stands before a quote or another \, and \n, \r and \t are what they are elsewhere; before
/// anything else it stands for itself, so that regular expressions are written once.
class Lexer final {
public:
    explicit Lexer(QStringView text)
        : m_text(text)
    {
    }

    [[nodiscard]] Token next();
    /// Everything from `position` to the next blank, or to a ) that closes a bracket outside of it.
    [[nodiscard]] Token raw(qsizetype position);
    /// Goes back, or on, to `position`.
    void moveTo(qsizetype position) { m_at = position; }

    /// Whether a run of letters goes on over this character.
    [[nodiscard]] static bool isWordCharacter(QStringView text, qsizetype at);

private:
    Token quoted();
    Token symbol();

    QStringView m_text;
    qsizetype m_at = 0;
};

} // namespace signalbox::filter
