// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/filter/expression.h"
#include "server/filter/fault.h"
#include "server/filter/token_stream.h"

#include <optional>
#include <variant>

namespace signalbox::filter {

/// Reads the text of a filter, and checks that fields, operators and values go together.
///
///     or        = and { ("or" | "||") and }
///     and       = not { ["and" | "&&"] not }          side by side is "and"
///     not       = ["not" | "!"] not | one
///     one       = "(" or ")" | text in quotes | ["-"] field ":" value | field [condition] | plain word
///     condition = operator value | ["not"] "in" "{" range { "," range } "}"
///     range     = value [".." value]
///
/// One for each text.
class Parser final {
public:
    static constexpr qsizetype maxCharacters = 8'192;
    static constexpr int maxDepth = 48;

    explicit Parser(QStringView text)
        : m_tokens(text)
    {
    }

    [[nodiscard]] std::variant<Expression, Fault> parse();

private:
    using Index = std::optional<quint32>; ///< of a node; nothing: there is a fault

    Index parseAny();
    Index parseAll();
    Index parseNot();
    Index parseOne();
    Index parseBracket();
    Index parseQuoted();
    Index parseWord();
    Index parsePlainWord(const Token& word);
    Index parseShorthand(const Token& word, qsizetype colon, const FieldInfo& field);
    Index parseField(const Token& word, const FieldInfo& field);
    Index searchFor(Field field, const QByteArray& text);
    Index add(Node node);
    Index addJoined(Node::Kind kind, const std::vector<quint32>& children);
    Index addNegated(Index index);
    Index fail(const char* sentence, const Token& at, const QStringList& values = {},
               const char* code = "filter.syntax");
    Index failUnknownField(const Token& word);

    TokenStream m_tokens;
    Expression m_expression;
    std::optional<Fault> m_fault;
    int m_depth = 0;
    bool m_isWords = true;
};

} // namespace signalbox::filter
