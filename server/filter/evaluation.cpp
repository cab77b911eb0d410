// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filter/evaluation.h"

#include "server/filter/field_json.h"
#include "server/filter/field_numbers.h"
#include "server/filter/field_texts.h"

#include <algorithm>

namespace signalbox::filter {

using message::JsonFinding;

namespace {

bool isIn(long double number, const std::vector<ValueRange>& values)
{
    return std::ranges::any_of(values, [number](const ValueRange& range) {
        return range.high ? range.low.number && number >= *range.low.number && number <= *range.high->number
                          : range.low.number == number;
    });
}

/// Equal stands for NotEqual too: see holdsForAny().
bool compare(long double number, const Node& node)
{
    switch (node.op) {
    case Operator::Has:
        return true;
    case Operator::Equal:
    case Operator::NotEqual:
    case Operator::Is:
    case Operator::In:
        return isIn(number, node.values);
    case Operator::Less:
        return number < *node.values.front().low.number;
    case Operator::LessOrEqual:
        return number <= *node.values.front().low.number;
    case Operator::Greater:
        return number > *node.values.front().low.number;
    case Operator::GreaterOrEqual:
        return number >= *node.values.front().low.number;
    case Operator::Contains:
    case Operator::Matches:
        break; // of texts
    }
    return false;
}

bool compare(QByteArrayView text, const Node& node, Subject& subject)
{
    switch (node.op) {
    case Operator::Has:
        return true;
    case Operator::Equal:
    case Operator::NotEqual:
    case Operator::In:
        return std::ranges::any_of(node.values,
                                   [text](const ValueRange& range) { return range.low.text == text; });
    case Operator::Is:
        return isSameText(text, node.values.front().low.text);
    case Operator::Contains:
        return node.search.isIn(text);
    case Operator::Matches:
        return node.pattern.match(subject.decoded(text)).hasMatch();
    case Operator::Less:
    case Operator::LessOrEqual:
    case Operator::Greater:
    case Operator::GreaterOrEqual:
        break; // of numbers
    }
    return false;
}

/// A string that is a number is compared with one: "12.5" > 10.
std::optional<long double> numberIn(const JsonFinding& found)
{
    if (found.kind == JsonFinding::Kind::Number) {
        return found.number;
    }
    bool isNumber = false;
    const double number = found.kind == JsonFinding::Kind::Text ? found.text.toDouble(&isNumber) : 0;
    return isNumber ? std::optional<long double>(number) : std::nullopt;
}

bool isOrder(Operator op)
{
    return op == Operator::Less || op == Operator::LessOrEqual || op == Operator::Greater ||
           op == Operator::GreaterOrEqual;
}

bool isEqual(const JsonFinding& found, const Literal& literal, bool ignoresCase)
{
    switch (found.kind) {
    case JsonFinding::Kind::Null:
        return literal.isNull;
    case JsonFinding::Kind::Boolean:
        return literal.flag == found.boolean;
    case JsonFinding::Kind::Number:
        return literal.number == found.number;
    case JsonFinding::Kind::Text:
        return ignoresCase ? isSameText(found.text, literal.text) : found.text == literal.text;
    case JsonFinding::Kind::Container:
    case JsonFinding::Kind::None:
        break;
    }
    return false;
}

bool isInRange(const JsonFinding& found, const ValueRange& range, bool ignoresCase)
{
    if (!range.high) {
        return isEqual(found, range.low, ignoresCase) ||
               (range.low.number && range.low.number == numberIn(found));
    }
    const std::optional<long double> number = numberIn(found);
    return number && *number >= *range.low.number && *number <= *range.high->number;
}

bool compareJson(const JsonFinding& found, const Node& node, Subject& subject)
{
    if (node.op == Operator::Has) {
        return true;
    }
    if (isOrder(node.op)) {
        const std::optional<long double> number = numberIn(found);
        return number && node.values.front().low.number && compare(*number, node);
    }
    if (node.op == Operator::Contains || node.op == Operator::Matches) {
        return compare(found.text, node, subject);
    }
    return std::ranges::any_of(node.values, [&](const ValueRange& range) {
        return isInRange(found, range, node.op == Operator::Is);
    });
}

/// Whether one of the field's values compares; with != whether there are some, and none of them is equal.
bool holdsForJson(const Node& node, Subject& subject)
{
    const JsonFinding found = findJson(node.field, node.path, subject);
    const bool isThere = found.kind != JsonFinding::Kind::None;
    return isThere && compareJson(found, node, subject) != (node.op == Operator::NotEqual);
}

bool holdsForTexts(const Node& node, Subject& subject)
{
    bool isThere = false;
    const bool isFound = visitTexts(node.field, subject, [&](QByteArrayView text) {
        isThere = true;
        return compare(text, node, subject);
    });
    return node.op == Operator::NotEqual ? isThere && !isFound : isFound;
}

bool holdsForNumbers(const Node& node, Subject& subject)
{
    const bool isFlag = infoOf(node.field).type == FieldType::Flag && node.op == Operator::Has;
    bool isThere = false;
    const bool isFound = visitNumbers(node.field, subject, [&](long double number) {
        isThere = true;
        return isFlag ? number != 0 : compare(number, node);
    });
    return node.op == Operator::NotEqual ? isThere && !isFound : isFound;
}

bool holdsAt(const Expression& expression, quint32 index, Subject& subject)
{
    const Node& node = expression.nodes[index];
    const auto holdsChild = [&](quint32 child) { return holdsAt(expression, child, subject); };
    switch (node.kind) {
    case Node::Kind::All:
        return std::ranges::all_of(node.children, holdsChild);
    case Node::Kind::Any:
        return std::ranges::any_of(node.children, holdsChild);
    case Node::Kind::Not:
        return !holdsChild(node.children.front());
    case Node::Kind::Condition:
        break;
    }
    switch (infoOf(node.field).type) {
    case FieldType::Json:
        return holdsForJson(node, subject);
    case FieldType::Text:
        return holdsForTexts(node, subject);
    case FieldType::Number:
    case FieldType::Time:
    case FieldType::Flag:
    case FieldType::Word:
    case FieldType::Client:
    case FieldType::MessageId:
        return holdsForNumbers(node, subject);
    }
    Q_UNREACHABLE();
}

} // namespace

bool holds(const Expression& expression, Subject& subject)
{
    return expression.nodes.empty() ||
           holdsAt(expression, static_cast<quint32>(expression.nodes.size() - 1), subject);
}

} // namespace signalbox::filter
