// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/control/parameter_reader.h"

#include <QtCore/QByteArray>

#include <compare>
#include <optional>
#include <vector>

namespace signalbox::control {

/// Where something stands in an order: by number, then by text, then by id. Two of one list are never equal.
struct Place {
    qint64 number = 0;
    QByteArray text;
    quint64 id = 0;
    size_t index = 0; ///< of what stands there; says nothing about the order

    friend bool operator<(const Place& left, const Place& right);
};

/// Which part of a list is asked for.
struct PageWish {
    QByteArray sort; ///< "user"
    bool descending = false;
    qsizetype limit = 100;
    qsizetype offset = 0;
    std::optional<Place> after; ///< behind this, which may be gone
};

/// Reads sort, limit, offset and cursor, which the reader must know.
[[nodiscard]] std::variant<PageWish, http::HttpError> readPage(const ParameterReader& reader);

/// The part of a list that was asked for.
struct Page {
    std::vector<size_t> indices; ///< in order
    qsizetype total = 0;         ///< of the whole list
    QByteArray nextCursor;       ///< empty: nothing follows
};

/// Puts only those in order that are on the page: 10,000 places take about a millisecond.
[[nodiscard]] Page choosePage(std::vector<Place> places, const PageWish& wish);

} // namespace signalbox::control
