// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/header_list.h"

#include "server/http/token.h"

#include <algorithm>

namespace signalbox::http {

void HeaderList::add(QByteArray name, QByteArray value)
{
    m_fields.append({std::move(name), std::move(value)});
}

void HeaderList::add(const HeaderList& others)
{
    m_fields.append(others.m_fields);
}

QByteArray HeaderList::value(QByteArrayView name) const
{
    for (const HeaderField& field : m_fields) {
        if (equalIgnoringCase(field.name, name)) {
            return field.value;
        }
    }
    return {};
}

QList<QByteArray> HeaderList::values(QByteArrayView name) const
{
    QList<QByteArray> found;
    for (const HeaderField& field : m_fields) {
        if (equalIgnoringCase(field.name, name)) {
            found.append(field.value);
        }
    }
    return found;
}

qsizetype HeaderList::count(QByteArrayView name) const
{
    return std::count_if(m_fields.cbegin(), m_fields.cend(),
                         [name](const HeaderField& field) { return equalIgnoringCase(field.name, name); });
}

bool HeaderList::listContains(QByteArrayView name, QByteArrayView token) const
{
    return std::any_of(m_fields.cbegin(), m_fields.cend(), [name, token](const HeaderField& field) {
        return equalIgnoringCase(field.name, name) && listHas(field.value, token);
    });
}

} // namespace signalbox::http
