// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filter/operators.h"

#include <array>

namespace signalbox::filter {

using namespace Qt::StringLiterals;

namespace {

struct OperatorWord {
    QLatin1StringView word;
    Operator op;
};
/// The first one of each is how it is printed.
constexpr std::array words{
    OperatorWord{"=="_L1, Operator::Equal},
    OperatorWord{"!="_L1, Operator::NotEqual},
    OperatorWord{"<"_L1, Operator::Less},
    OperatorWord{"<="_L1, Operator::LessOrEqual},
    OperatorWord{">"_L1, Operator::Greater},
    OperatorWord{">="_L1, Operator::GreaterOrEqual},
    OperatorWord{"contains"_L1, Operator::Contains},
    OperatorWord{"matches"_L1, Operator::Matches},
    OperatorWord{"in"_L1, Operator::In},
    OperatorWord{"="_L1, Operator::Equal},
    OperatorWord{"~"_L1, Operator::Matches},
    OperatorWord{"eq"_L1, Operator::Equal},
    OperatorWord{"ne"_L1, Operator::NotEqual},
    OperatorWord{"lt"_L1, Operator::Less},
    OperatorWord{"le"_L1, Operator::LessOrEqual},
    OperatorWord{"gt"_L1, Operator::Greater},
    OperatorWord{"ge"_L1, Operator::GreaterOrEqual},
};

/// PCRE2 counts its steps; a pattern that goes wrong ends after some milliseconds.
constexpr auto stepLimit = "(*LIMIT_MATCH=200000)"_L1;

} // namespace

std::optional<Operator> operatorOf(QStringView written)
{
    for (const OperatorWord& known : words) {
        if (written.compare(known.word, Qt::CaseInsensitive) == 0) {
            return known.op;
        }
    }
    return std::nullopt;
}

QLatin1StringView operatorText(Operator op)
{
    for (const OperatorWord& known : words) {
        if (known.op == op) {
            return known.word;
        }
    }
    return {};
}

bool takesOperator(FieldType type, Operator op)
{
    switch (op) {
    case Operator::Has:
    case Operator::Equal:
    case Operator::NotEqual:
    case Operator::Is:
        return true;
    case Operator::In:
        return type != FieldType::Flag;
    case Operator::Less:
    case Operator::LessOrEqual:
    case Operator::Greater:
    case Operator::GreaterOrEqual:
        return type == FieldType::Number || type == FieldType::Time || type == FieldType::Json;
    case Operator::Contains:
    case Operator::Matches:
        return type == FieldType::Text || type == FieldType::Json;
    }
    Q_UNREACHABLE();
}

QStringList operatorWords(FieldType type)
{
    QStringList taken;
    for (const OperatorWord& known : words) {
        if (takesOperator(type, known.op) && operatorText(known.op) == known.word) {
            taken.append(known.word);
        }
    }
    return taken;
}

QRegularExpression patternOf(const QByteArray& utf8)
{
    const QString pattern = QString::fromUtf8(utf8);
    const auto options =
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption;
    const QRegularExpression plain(pattern, options); // for the position that an error names
    return plain.isValid() ? QRegularExpression(stepLimit + pattern, options) : plain;
}

} // namespace signalbox::filter
