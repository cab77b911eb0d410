// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/settings/settings_table.h"

#include <chrono>

/// What the tables of keys are written with: one expression for each key.
namespace signalbox::key_makers {

using std::chrono::milliseconds;

inline constexpr qint64 kibi = 1024;
inline constexpr qint64 mebi = 1024 * kibi;
inline constexpr qint64 gibi = 1024 * mebi;

/// `access` is a generic lambda, so that one expression serves for reading and for writing.
template <typename T, typename Access>
Member<T> member(Access access)
{
    return {access, access};
}

template <typename Access>
SettingKey duration(QByteArrayView name, Access access, milliseconds minimum, milliseconds maximum,
                    QByteArrayView purpose)
{
    return {name, DurationField{member<milliseconds>(access), minimum, maximum}, purpose};
}

template <typename Access>
SettingKey durationOrNever(QByteArrayView name, Access access, milliseconds minimum, milliseconds maximum,
                           QByteArrayView purpose)
{
    return {name, DurationField{member<milliseconds>(access), minimum, maximum, true}, purpose};
}

template <typename Access>
SettingKey size(QByteArrayView name, Access access, qint64 minimum, qint64 maximum, QByteArrayView purpose)
{
    return {name, SizeField{member<qint64>(access), minimum, maximum}, purpose};
}

template <typename Access>
SettingKey integer(QByteArrayView name, Access access, int minimum, int maximum, QByteArrayView purpose)
{
    return {name, IntegerField{member<int>(access), minimum, maximum}, purpose};
}

template <typename Enum, typename Access>
SettingKey choice(QByteArrayView name, QStringList words, int (*read)(const Settings&), Access,
                  QByteArrayView purpose)
{
    return {name,
            ChoiceField{std::move(words), read,
                        [](Settings& s, int index) { Access()(s) = static_cast<Enum>(index); }},
            purpose};
}

} // namespace signalbox::key_makers
