// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/error.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <span>

namespace signalbox::filter {

/// What is wrong with a filter, and where: for a person who is typing.
struct Fault {
    QByteArray code;        ///< filter.syntax, filter.unknown_field, filter.wrong_type, filter.bad_pattern,
                            ///< filter.too_long
    QString sentence;       ///< one English sentence; what it quotes of the filter is plain
    qsizetype position = 0; ///< in UTF-16 units from the start of the text
    qsizetype length = 0;   ///< 0: something is missing here

    friend bool operator==(const Fault&, const Fault&) = default;
};

/// The same for a program: "At 12: There is no field …" (counted from 1).
[[nodiscard]] Error errorOf(const Fault& fault);

inline namespace sentences {
inline constexpr char missingCondition[] = "A condition is missing here, for example opcode == text.";
inline constexpr char missingValue[] = "A value is missing after %1.";
inline constexpr char missingBrace[] = "The values after in stand in braces: in {1, 5..9}.";
inline constexpr char openBrace[] = "The brace is not closed: } is missing.";
inline constexpr char openBracket[] = "The bracket is not closed: ) is missing.";
inline constexpr char strayBracket[] = "There is no ( for this ).";
inline constexpr char openQuote[] = "The text is not closed: a quote is missing.";
inline constexpr char unknownFieldNear[] =
    "There is no field %1; did you mean %2? To search for it, put it in quotes.";
inline constexpr char unknownField[] = "There is no field %1. To search for it, put it in quotes.";
inline constexpr char unknownWordNear[] = "%1 is none of the values of %2; did you mean %3?";
inline constexpr char unknownWord[] = "%1 is none of the values of %2, which are %3.";
inline constexpr char notANumber[] = "%2 is a number, and %1 is none.";
inline constexpr char notATime[] = "%2 is a time, such as 10:12:01 or 2026-11-26T10:12:01, and %1 is none.";
inline constexpr char notAClient[] = "%2 is a client's id, such as c3, and %1 is none.";
inline constexpr char notAMessage[] = "%2 is a message's id, such as m18, and %1 is none.";
inline constexpr char wrongOperator[] = "%1 cannot be used with %2, which is %3; use %4.";
inline constexpr char wrongOrder[] = "The range is empty: %1 comes after %2.";
inline constexpr char badPattern[] = "The regular expression is not complete: %1.";
inline constexpr char emptyStep[] = "The name of a member is missing in %1.";
inline constexpr char tooLong[] = "The filter is too long: %1 characters are allowed.";
inline constexpr char tooDeep[] = "The filter is nested too deep: %1 levels are allowed.";
} // namespace sentences

/// All sentences above, for who says them in another language.
[[nodiscard]] std::span<const char* const> faultSentences();

/// The sentence with its places filled; what is put in is made plain and cut to a sensible length.
[[nodiscard]] QString faultSentence(const char* sentence, const QStringList& values = {});

} // namespace signalbox::filter
