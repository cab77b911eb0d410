// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QList>

#include <initializer_list>

namespace signalbox::http {

/// One header field; in a request the name is as it was sent, the value without the white space around it.
struct HeaderField {
    QByteArray name;
    QByteArray value;

    friend bool operator==(const HeaderField&, const HeaderField&) = default;
};

/// Header fields in their order. Names are compared without regard to case (RFC 9110 §5.1), a name may
/// repeat. A value; any thread.
class HeaderList final {
public:
    HeaderList() = default;
    HeaderList(std::initializer_list<HeaderField> fields)
        : m_fields(fields)
    {
    }

    void reserve(qsizetype fields) { m_fields.reserve(fields); }
    void add(QByteArray name, QByteArray value);
    void add(const HeaderList& others);

    /// The value of the first field of that name; empty when there is none.
    [[nodiscard]] QByteArray value(QByteArrayView name) const;
    /// The values of all fields of that name, in order.
    [[nodiscard]] QList<QByteArray> values(QByteArrayView name) const;
    [[nodiscard]] qsizetype count(QByteArrayView name) const;
    [[nodiscard]] bool contains(QByteArrayView name) const { return count(name) > 0; }
    /// Whether `token` is an element of the comma-separated lists in the fields of that name, in any case.
    [[nodiscard]] bool listContains(QByteArrayView name, QByteArrayView token) const;

    [[nodiscard]] qsizetype size() const { return m_fields.size(); }
    [[nodiscard]] bool isEmpty() const { return m_fields.isEmpty(); }
    [[nodiscard]] auto begin() const { return m_fields.cbegin(); }
    [[nodiscard]] auto end() const { return m_fields.cend(); }

    friend bool operator==(const HeaderList&, const HeaderList&) = default;

private:
    QList<HeaderField> m_fields;
};

} // namespace signalbox::http
