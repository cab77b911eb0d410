// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ids.h"
#include "server/core/name.h"
#include "server/link/wire_fields.h"

#include <QtCore/QList>

#include <chrono>
#include <optional>
#include <type_traits>
#include <variant>
#include <vector>

namespace signalbox::link {

/// The kinds of values that CborWriter and CborReader tell apart.
template <typename T>
concept WireStruct = requires
{
    WireFields<T>::members;
};

template <typename T>
inline constexpr bool isId = false;
template <char Prefix>
inline constexpr bool isId<Id<Prefix>> = true;

template <typename T>
inline constexpr bool isName = false;
template <typename Kind>
inline constexpr bool isName<Name<Kind>> = true;

template <typename T>
inline constexpr bool isTimePoint = false;
template <typename Clock, typename Duration>
inline constexpr bool isTimePoint<std::chrono::time_point<Clock, Duration>> = true;

template <typename T>
inline constexpr bool isDuration = false;
template <typename Count, typename Period>
inline constexpr bool isDuration<std::chrono::duration<Count, Period>> = true;

template <typename T>
inline constexpr bool isOptional = false;
template <typename T>
inline constexpr bool isOptional<std::optional<T>> = true;

template <typename T>
inline constexpr bool isVariant = false;
template <typename... Types>
inline constexpr bool isVariant<std::variant<Types...>> = true;

/// Of a frame's header: four bytes.
using MaskingKey = decltype(websocket::FrameHeader::maskingKey);

template <typename T>
inline constexpr bool isList = false;
template <typename T>
inline constexpr bool isList<std::vector<T>> = true;
template <typename T>
inline constexpr bool isList<QList<T>> = true;

/// What is left out of a map: a member that is as it was made.
template <typename T>
[[nodiscard]] bool isSame(const T& value, const T& made)
{
    if constexpr (WireStruct<T>) {
        return std::apply([&](auto... members) { return (isSame(value.*members, made.*members) && ...); },
                          WireFields<T>::members);
    } else if constexpr (isList<T>) {
        return value.empty() && made.empty();
    } else if constexpr (isOptional<T>) {
        return !value && !made;
    } else if constexpr (isVariant<T>) {
        return false;
    } else {
        return value == made;
    }
}

} // namespace signalbox::link
