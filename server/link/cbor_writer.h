// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/cbor_kinds.h"

#include <QtCore/QCborStreamWriter>

namespace signalbox::link {

/// Writes values of the link as CBOR. Any thread.
class CborWriter final {
public:
    explicit CborWriter(QByteArray* bytes)
        : m_stream(bytes)
    {
    }

    template <typename T>
    void write(const T& value)
    {
        if constexpr (std::is_same_v<T, bool>) {
            m_stream.append(value);
        } else if constexpr (std::is_enum_v<T>) {
            write(static_cast<std::underlying_type_t<T>>(value));
        } else if constexpr (std::is_unsigned_v<T>) {
            m_stream.append(quint64(value));
        } else if constexpr (std::is_signed_v<T>) {
            m_stream.append(qint64(value));
        } else if constexpr (std::is_same_v<T, QByteArray>) {
            m_stream.append(value);
        } else if constexpr (std::is_same_v<T, QString>) {
            m_stream.append(QStringView(value));
        } else {
            writeComposed(value);
        }
    }

private:
    template <typename T>
    void writeComposed(const T& value)
    {
        if constexpr (isId<T>) {
            write(value.number());
        } else if constexpr (isName<T>) {
            write(value.bytes());
        } else if constexpr (isTimePoint<T>) {
            write(value.time_since_epoch());
        } else if constexpr (isDuration<T>) {
            write(qint64(value.count()));
        } else if constexpr (std::is_same_v<T, MaskingKey>) {
            m_stream.append(QByteArray(reinterpret_cast<const char*>(value.data()), value.size()));
        } else if constexpr (isOptional<T>) {
            writeOptional(value);
        } else if constexpr (isVariant<T>) {
            writeVariant(value);
        } else if constexpr (isList<T>) {
            writeList(value);
        } else {
            writeStruct(value);
        }
    }

    template <typename T>
    void writeOptional(const T& value)
    {
        if (value) {
            write(*value);
        } else {
            m_stream.appendNull();
        }
    }

    template <typename T>
    void writeVariant(const T& value)
    {
        m_stream.startArray(2);
        m_stream.append(quint64(value.index()));
        std::visit([this](const auto& alternative) { write(alternative); }, value);
        m_stream.endArray();
    }

    template <typename T>
    void writeList(const T& list)
    {
        m_stream.startArray(quint64(list.size()));
        for (const auto& element : list) {
            write(element);
        }
        m_stream.endArray();
    }

    template <WireStruct T>
    void writeStruct(const T& value)
    {
        [[maybe_unused]] static const T made{};
        m_stream.startMap();
        quint64 key = 0;
        const auto writeMember = [&](auto member) {
            if (!isSame(value.*member, made.*member)) {
                m_stream.append(key);
                write(value.*member);
            }
            ++key;
        };
        std::apply([&](auto... members) { (writeMember(members), ...); }, WireFields<T>::members);
        m_stream.endMap();
    }

    QCborStreamWriter m_stream;
};

} // namespace signalbox::link
