// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/parameter_reader.h"

#include "server/control/control_fault.h"

#include <algorithm>

namespace signalbox::control {

namespace {

/// "true or false", "a, b or c".
template <typename Words>
QString listed(const Words& words, const QString& last)
{
    QString list;
    qsizetype left = static_cast<qsizetype>(words.size());
    for (const auto& word : words) {
        list += QString::fromLatin1(word.data(), word.size());
        --left;
        list += left > 1 ? QStringLiteral(", ") : left == 1 ? last : QString();
    }
    return list;
}

QString namesOf(std::span<const Parameter> parameters)
{
    if (parameters.empty()) {
        return QStringLiteral("none");
    }
    std::vector<QByteArrayView> names;
    for (const Parameter& parameter : parameters) {
        names.push_back(parameter.name);
    }
    return listed(names, QStringLiteral(" and "));
}

} // namespace

ParameterReader::ParameterReader(const http::Request& request, std::span<const Parameter> known)
    : m_request(request)
    , m_known(known)
{
    for (const http::QueryParameter& given : request.query) {
        if (find(given.name) == nullptr) {
            m_error = controlError(ControlFault::UnknownParameter, namesOf(known));
            return;
        }
    }
    for (const Parameter& parameter : known) {
        check(parameter);
    }
}

std::optional<QByteArray> ParameterReader::text(QByteArrayView name) const
{
    return find(name) != nullptr ? m_request.value(name) : std::nullopt;
}

std::optional<bool> ParameterReader::boolean(QByteArrayView name) const
{
    const std::optional<QByteArray> given = text(name);
    return given ? std::optional<bool>(*given == "true" || *given == "1") : std::nullopt;
}

qint64 ParameterReader::integer(QByteArrayView name) const
{
    const Parameter* const parameter = find(name);
    Q_ASSERT(parameter != nullptr && parameter->type == ParameterType::Integer);
    const std::optional<QByteArray> given = text(name);
    return given ? given->toLongLong() : parameter->standard;
}

QByteArray ParameterReader::sort() const
{
    const Parameter* const parameter = find("sort");
    Q_ASSERT(parameter != nullptr);
    return text("sort").value_or(parameter->choices.front().toByteArray());
}

const Parameter* ParameterReader::find(QByteArrayView name) const
{
    const auto found = std::ranges::find(m_known, name, &Parameter::name);
    return found == m_known.end() ? nullptr : &*found;
}

void ParameterReader::check(const Parameter& parameter)
{
    const QList<QByteArray> given = m_request.values(parameter.name);
    if (given.isEmpty()) {
        return;
    }
    if (given.size() > 1) {
        fail(parameter, QStringLiteral("given once"));
        return;
    }
    const QByteArray& value = given.front();
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    switch (parameter.type) {
    case ParameterType::Text:
        return;
    case ParameterType::Boolean:
        if (value != "true" && value != "false" && value != "1" && value != "0") {
            fail(parameter, QStringLiteral("true or false"));
        }
        return;
    case ParameterType::Integer:
        if (!isNumber || number < parameter.minimum || number > parameter.maximum) {
            fail(parameter, QStringLiteral("a number from %1 to %2")
                                .arg(QString::number(parameter.minimum), QString::number(parameter.maximum)));
        }
        return;
    case ParameterType::Choice:
        if (std::ranges::find(parameter.choices, QByteArrayView(value)) == parameter.choices.end()) {
            fail(parameter, listed(parameter.choices, QStringLiteral(" or ")));
        }
        return;
    }
}

void ParameterReader::fail(const Parameter& parameter, const QString& expected)
{
    if (!m_error) {
        m_error = controlError(ControlFault::BadParameter, QString::fromLatin1(parameter.name), expected);
    }
}

} // namespace signalbox::control
