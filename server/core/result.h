// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/error.h"

#include <optional>
#include <utility>
#include <variant>

namespace signalbox {

/// A value, or the Error that stands in its place. Used for faults of the set-up and of parsed input;
/// bugs of ours are Q_ASSERTs, limits reached are outcome enums.
template <typename T>
class [[nodiscard]] Result final {
public:
    Result(T value)
        : m_content(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_content(std::in_place_index<1>, std::move(error))
    {
    }

    [[nodiscard]] bool ok() const { return m_content.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const T& value() const& { return std::get<0>(m_content); }
    [[nodiscard]] T& value() & { return std::get<0>(m_content); }
    [[nodiscard]] T&& value() && { return std::get<0>(std::move(m_content)); }
    [[nodiscard]] const Error& error() const { return std::get<1>(m_content); }

    const T* operator->() const { return &value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::get<0>(std::move(m_content)); }

private:
    std::variant<T, Error> m_content;
};

/// An action that yields nothing but may fail.
template <>
class [[nodiscard]] Result<void> final {
public:
    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
    {
    }

    [[nodiscard]] bool ok() const { return !m_error.has_value(); }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const Error& error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace signalbox
