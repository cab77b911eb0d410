// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filter/composition.h"

#include "server/filter/filter.h"
#include "server/filter/printing.h"

namespace signalbox::filter {

using namespace Qt::StringLiterals;

namespace {

QString inBrackets(const QString& text, Filter::Joint of, Filter::Joint within)
{
    return of == Filter::Joint::None || of == within ? text : u'(' + text + u')';
}

QString joined(const QString& left, Filter::Joint joint, const QString& right)
{
    const auto read = filter::read(left);
    const auto* filter = std::get_if<Filter>(&read);
    if (filter == nullptr || filter->isEmpty()) {
        return right;
    }
    const QString word = joint == Filter::Joint::And ? u" and "_s : u" or "_s;
    const QStringList known =
        filter->joint() == joint ? filter->text().split(word) : QStringList(filter->text());
    return known.contains(right) ? left : inBrackets(left, filter->joint(), joint) + word + right;
}

} // namespace

QString equalTo(Field field, const QByteArray& value)
{
    const FieldInfo& info = infoOf(field);
    const bool isText =
        info.type == FieldType::Text || info.type == FieldType::Json || info.type == FieldType::Time;
    const QString text = QString::fromUtf8(value);
    return info.name + u" == "_s + (isText ? quotedText(text) : text);
}

QString composed(const QString& filter, Composition composition, const QString& condition)
{
    const auto read = filter::read(condition);
    const auto* added = std::get_if<Filter>(&read);
    const bool isJoined = added != nullptr && added->joint() != Filter::Joint::None;
    const QString wanted = isJoined ? u'(' + condition + u')' : condition;
    const QString unwanted = u"not "_s + wanted;
    switch (composition) {
    case Composition::Selected:
        return condition;
    case Composition::NotSelected:
        return unwanted;
    case Composition::AndSelected:
        return joined(filter, Filter::Joint::And, wanted);
    case Composition::OrSelected:
        return joined(filter, Filter::Joint::Or, wanted);
    case Composition::AndNotSelected:
        return joined(filter, Filter::Joint::And, unwanted);
    case Composition::OrNotSelected:
        return joined(filter, Filter::Joint::Or, unwanted);
    }
    Q_UNREACHABLE();
}

} // namespace signalbox::filter
