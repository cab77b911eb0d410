// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/page.h"

#include "server/control/control_fault.h"

#include <QtCore/QList>

#include <algorithm>

namespace signalbox::control {

namespace {

/// The sort stands in front, so that a cursor of another one is told.
QByteArray cursorOf(const Place& place, const PageWish& wish)
{
    const QByteArray text = (wish.descending ? "-" : "") + wish.sort + ' ' +
                            QByteArray::number(place.number) + ' ' + QByteArray::number(place.id) + ' ' +
                            place.text;
    return text.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

std::optional<Place> readCursor(const QByteArray& cursor, const QByteArray& sort)
{
    const auto decoded = QByteArray::fromBase64Encoding(cursor, QByteArray::Base64UrlEncoding |
                                                                    QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray& text = *decoded;
    const qsizetype number = text.indexOf(' ') + 1;
    const qsizetype id = text.indexOf(' ', number) + 1;
    const qsizetype rest = text.indexOf(' ', id) + 1;
    if (!decoded || number < 1 || id <= number || rest <= id || text.first(number - 1) != sort) {
        return std::nullopt;
    }
    bool isNumber = false;
    bool isId = false;
    const Place place{text.sliced(number, id - number - 1).toLongLong(&isNumber), text.sliced(rest),
                      text.sliced(id, rest - id - 1).toULongLong(&isId)};
    return isNumber && isId ? std::optional<Place>(place) : std::nullopt;
}

} // namespace

bool operator<(const Place& left, const Place& right)
{
    if (left.number != right.number) {
        return left.number < right.number;
    }
    const int texts = left.text.compare(right.text);
    return texts != 0 ? texts < 0 : left.id < right.id;
}

std::variant<PageWish, http::HttpError> readPage(const ParameterReader& reader)
{
    const QByteArray sort = reader.sort();
    PageWish wish;
    wish.descending = sort.startsWith('-');
    wish.sort = wish.descending ? sort.sliced(1) : sort;
    wish.limit = static_cast<qsizetype>(reader.integer("limit"));
    wish.offset = static_cast<qsizetype>(reader.integer("offset"));
    if (const auto cursor = reader.text("cursor")) {
        wish.after = readCursor(*cursor, sort);
        if (!wish.after) {
            return controlError(ControlFault::BadCursor);
        }
        if (reader.text("offset")) {
            return controlError(ControlFault::BadParameter, QStringLiteral("offset"),
                                QStringLiteral("left out where there is a cursor"));
        }
    }
    return wish;
}

Page choosePage(std::vector<Place> places, const PageWish& wish)
{
    Page page;
    page.total = static_cast<qsizetype>(places.size());
    const auto before = [&wish](const Place& left, const Place& right) {
        return wish.descending ? right < left : left < right;
    };
    auto end = places.end();
    if (wish.after) {
        end = std::remove_if(places.begin(), end,
                             [&](const Place& place) { return !before(*wish.after, place); });
    }
    const auto left = static_cast<qsizetype>(end - places.begin());
    const auto first = places.begin() + std::min(wish.offset, left);
    const auto last = places.begin() + std::min(wish.offset + wish.limit, left);
    if (first != places.begin() && first != end) {
        std::nth_element(places.begin(), first, end, before);
    }
    std::partial_sort(first, last, end, before);
    for (auto place = first; place != last; ++place) {
        page.indices.push_back(place->index);
    }
    if (last != end && last != first) {
        page.nextCursor = cursorOf(*std::prev(last), wish);
    }
    return page;
}

} // namespace signalbox::control
