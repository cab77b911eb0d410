// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filter/filter.h"

#include "server/core/plain_text.h"
#include "server/filter/evaluation.h"
#include "server/filter/parser.h"
#include "server/filter/printing.h"

#include <algorithm>

namespace signalbox::filter {

using namespace Qt::StringLiterals;

Filter::Filter()
    : m_expression(std::make_shared<const Expression>())
{
}

Filter::Filter(std::shared_ptr<const Expression> expression)
    : m_expression(std::move(expression))
{
}

bool Filter::isEmpty() const
{
    return m_expression->nodes.empty();
}

bool Filter::matches(Subject& subject) const
{
    return isEmpty() || subject.row().kind == link::RowKind::Gap || holds(*m_expression, subject);
}

bool Filter::needsDeliveries() const
{
    return std::ranges::any_of(m_expression->nodes, [](const Node& node) {
        return node.kind == Node::Kind::Condition && infoOf(node.field).needsDeliveries;
    });
}

bool Filter::needsPayload() const
{
    return std::ranges::any_of(m_expression->nodes, [](const Node& node) {
        return node.kind == Node::Kind::Condition && infoOf(node.field).needsPayload;
    });
}

QString Filter::text() const
{
    return printed(*m_expression);
}

QString Filter::reading() const
{
    const Search searched = search();
    if (searched.words.isEmpty()) {
        return text();
    }
    const QString what = searched.isPayloadAlone ? u"payloads"_s : u"payloads and names"_s;
    return u"searching %1 for %2"_s.arg(what, printable(searched.words.join(u" and "_s)));
}

Filter::Search Filter::search() const
{
    Search searched;
    if (!m_expression->isWords) {
        return searched;
    }
    qsizetype payloads = 0;
    for (const Node& node : m_expression->nodes) {
        if (node.kind == Node::Kind::Condition) {
            searched.words.append(QString::fromUtf8(node.values.front().low.text));
            payloads += node.field == Field::Payload ? 1 : 0;
        }
    }
    searched.isPayloadAlone = payloads == searched.words.size();
    return payloads == 0 || searched.isPayloadAlone ? searched : Search();
}

Filter::Joint Filter::joint() const
{
    if (isEmpty()) {
        return Joint::None;
    }
    const Node::Kind root = m_expression->nodes.back().kind;
    return root == Node::Kind::All ? Joint::And : root == Node::Kind::Any ? Joint::Or : Joint::None;
}

std::variant<Filter, Fault> read(QStringView text)
{
    auto parsed = Parser(text).parse();
    if (auto* fault = std::get_if<Fault>(&parsed)) {
        return std::move(*fault);
    }
    return Filter(std::make_shared<const Expression>(std::get<Expression>(std::move(parsed))));
}

Result<Filter> compile(QStringView text)
{
    auto result = read(text);
    if (const auto* fault = std::get_if<Fault>(&result)) {
        return errorOf(*fault);
    }
    return std::get<Filter>(std::move(result));
}

} // namespace signalbox::filter
