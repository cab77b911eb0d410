// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/filter/expression.h"
#include "server/filter/fault.h"
#include "server/filter/token_stream.h"

#include <optional>

namespace signalbox::filter {

/// Reads one condition about a field that is known, and checks that field, operator and values go together.
/// One for each condition.
class ConditionReader final {
public:
    ConditionReader(TokenStream& tokens, const FieldInfo& field)
        : m_tokens(tokens)
        , m_field(field)
    {
    }

    /// What follows the name `word` of the field: nothing, or an operator and what it is compared with.
    /// False: see fault().
    [[nodiscard]] bool read(const Token& word);
    /// What follows the colon in `word`.
    [[nodiscard]] bool readShorthand(const Token& word, qsizetype colon);

    [[nodiscard]] Node takeNode() { return std::move(m_node); }
    [[nodiscard]] bool isNegated() const { return m_isNegated; } ///< not in
    [[nodiscard]] const Fault& fault() const { return *m_fault; }

    /// Whether the next token compares what stands before it with what follows.
    [[nodiscard]] static bool isComparisonNext(const TokenStream& tokens);

private:
    bool readPath(const Token& word);
    bool readOperator();
    bool checkOperator(const Token& op);
    bool readSingle(const Token& op);
    bool readSet(const Token& op);
    bool readRange(const Token& op);
    bool addRange(const Token& low, const Token& high);
    bool readValue(const Token& token, Literal& literal);
    bool compile(const Token& value);
    [[nodiscard]] bool isValueNext() const;
    Token takeValue();
    bool fail(const char* sentence, const Token& at, const QStringList& values = {});
    bool failWrongType(const char* sentence, const Token& at, const QStringList& values);

    TokenStream& m_tokens;
    const FieldInfo& m_field;
    Node m_node;
    bool m_isNegated = false;
    std::optional<Fault> m_fault;
};

} // namespace signalbox::filter
