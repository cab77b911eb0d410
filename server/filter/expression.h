// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ids.h"
#include "server/filter/caseless_search.h"
#include "server/filter/field.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QRegularExpression>

#include <optional>
#include <vector>

namespace signalbox::filter {

enum class Operator : quint8 {
    Has, ///< the field alone
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Contains,
    Matches,
    In,
    Is, ///< field:value, equal in any case
};

/// A value as it was written, and all that it can stand for. What its field needs was checked.
struct Literal {
    QByteArray text; ///< UTF-8, without quotes
    bool isQuoted = false;
    /// As a number: a Number; µs since 1970 of a Time; the value of a Word or a Flag; the number of an id.
    std::optional<long double> number{};
    std::optional<bool> flag{}; ///< true and false, not quoted, for JSON
    bool isNull = false;        ///< null, not quoted, for JSON
};

struct ValueRange {
    Literal low;
    std::optional<Literal> high{}; ///< in it; none: `low` alone
};

/// One condition, or what joins some.
struct Node {
    enum class Kind : quint8 { All, Any, Not, Condition };

    Kind kind = Kind::Condition;
    std::vector<quint32> children{}; ///< All, Any: two at least; Not: one. Indexes of nodes
    Field field = Field::Any;
    Operator op = Operator::Has;
    QList<QByteArray> path{};         ///< message.x.y: x, y
    std::vector<ValueRange> values{}; ///< In: one at least; Has: none; else one
    CaselessSearch search{};          ///< Contains
    QRegularExpression pattern{};     ///< Matches
};

/// A filter after it was read and checked: the nodes, the root last. Without nodes it lets everything
/// through.
struct Expression {
    std::vector<Node> nodes;
    bool isWords = false; ///< nothing but plain words and texts in quotes, all of which are wanted
};

} // namespace signalbox::filter
