// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filter/printing.h"

#include "server/filter/field_words.h"
#include "server/filter/lexer.h"
#include "server/filter/literal.h"
#include "server/filter/operators.h"

#include <QtCore/QStringList>

#include <QtCore/QLocale>

#include <cmath>

namespace signalbox::filter {

using namespace Qt::StringLiterals;

namespace {

QString numberText(long double number)
{
    constexpr long double largest = 18446744073709551615.0L; // of 64 bits
    constexpr long double smallest = -9223372036854775808.0L;
    const bool isWhole = number >= smallest && number <= largest && number == std::floor(number);
    if (isWhole) {
        return number < 0 ? QString::number(static_cast<qlonglong>(number))
                          : QString::number(static_cast<qulonglong>(number));
    }
    return QString::number(static_cast<double>(number), 'g', QLocale::FloatingPointShortest);
}

QString jsonText(const Literal& literal)
{
    const bool isBare = !literal.isQuoted && (literal.number || literal.flag || literal.isNull);
    const QString text = QString::fromUtf8(literal.text);
    return isBare ? text : quotedText(text);
}

QString literalText(const Node& node, const Literal& literal)
{
    switch (infoOf(node.field).type) {
    case FieldType::Number:
        return numberText(*literal.number);
    case FieldType::Time:
        return quotedText(timeText(*literal.number));
    case FieldType::Flag:
    case FieldType::Word:
        return wordOfValue(node.field, static_cast<int>(*literal.number));
    case FieldType::Client:
        return u'c' + numberText(*literal.number);
    case FieldType::MessageId:
        return u'm' + numberText(*literal.number);
    case FieldType::Text:
        return quotedText(QString::fromUtf8(literal.text));
    case FieldType::Json:
        return jsonText(literal);
    }
    Q_UNREACHABLE();
}

QString nameOf(const Node& node)
{
    QString name = infoOf(node.field).name;
    for (const QByteArray& step : node.path) {
        name += u'.' + QString::fromUtf8(step);
    }
    return name;
}

/// Without the quotes that it can do without behind a colon.
QString bareText(const QString& literal)
{
    const QStringView inside = literal.startsWith(u'"') ? QStringView(literal).sliced(1).chopped(1) : literal;
    bool isBare = !inside.isEmpty() && !inside.contains(u'\\');
    for (qsizetype at = 0; isBare && at < inside.size(); ++at) {
        isBare = Lexer::isWordCharacter(inside, at);
    }
    return isBare ? inside.toString() : literal;
}

QString setText(const Node& node)
{
    QStringList texts;
    for (const ValueRange& range : node.values) {
        QString text = literalText(node, range.low);
        if (range.high) {
            text += u".."_s + literalText(node, *range.high);
        }
        texts.append(text);
    }
    return u'{' + texts.join(u", "_s) + u'}';
}

QString conditionText(const Node& node)
{
    const QString name = nameOf(node);
    if (node.op == Operator::Has) {
        return name;
    }
    if (node.op == Operator::Is) {
        return name + u':' + bareText(literalText(node, node.values.front().low));
    }
    const QString value =
        node.op == Operator::In ? setText(node) : literalText(node, node.values.front().low);
    return name + u' ' + operatorText(node.op) + u' ' + value;
}

QString nodeText(const Expression& expression, quint32 index)
{
    const Node& node = expression.nodes[index];
    if (node.kind == Node::Kind::Condition) {
        return conditionText(node);
    }
    QStringList parts;
    for (const quint32 child : node.children) {
        const Node::Kind kind = expression.nodes[child].kind;
        const QString text = nodeText(expression, child);
        const bool isJoined = kind == Node::Kind::All || kind == Node::Kind::Any;
        parts.append(isJoined ? u'(' + text + u')' : text);
    }
    if (node.kind == Node::Kind::Not) {
        return u"not "_s + parts.front();
    }
    return parts.join(node.kind == Node::Kind::All ? u" and "_s : u" or "_s);
}

} // namespace

QString quotedText(QStringView text)
{
    QString quoted = u"\""_s;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar next = at + 1 < text.size() ? text[at + 1] : QChar(u'"');
        switch (text[at].unicode()) {
        case u'"':
            quoted += u"\\\""_s;
            break;
        case u'\n':
            quoted += u"\\n"_s;
            break;
        case u'\r':
            quoted += u"\\r"_s;
            break;
        case u'\t':
            quoted += u"\\t"_s;
            break;
        case u'\\': // \d stays as it is
            quoted += u"nrt\\\"'\n\r\t"_s.contains(next) ? u"\\\\"_s : u"\\"_s;
            break;
        default:
            quoted += text[at];
        }
    }
    return quoted + u'"';
}

QString printed(const Expression& expression)
{
    return expression.nodes.empty() ? QString()
                                    : nodeText(expression, static_cast<quint32>(expression.nodes.size() - 1));
}

} // namespace signalbox::filter
