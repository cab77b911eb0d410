// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/quantity.h"

#include <algorithm>
#include <array>
#include <limits>
#include <span>

namespace signalbox {

namespace {

struct Unit {
    QStringView name;
    qint64 factor;
};

// The largest first, so that the first one that divides is the one to write.
constexpr std::array<Unit, 4> durationUnits{{{u"h", 3'600'000}, {u"m", 60'000}, {u"s", 1'000}, {u"ms", 1}}};
constexpr std::array<Unit, 4> sizeUnits{
    {{u"GiB", 1'073'741'824}, {u"MiB", 1'048'576}, {u"KiB", 1'024}, {u"B", 1}}};

struct Quantity {
    qint64 number = 0;
    QStringView unit;
};

std::optional<Quantity> split(QStringView text)
{
    text = text.trimmed();
    const auto* end = std::find_if(text.begin(), text.end(), [](QChar c) { return c < u'0' || c > u'9'; });
    const QStringView digits(text.begin(), end);
    bool fits = false;
    const qint64 number = digits.toLongLong(&fits);
    if (!fits) {
        return std::nullopt;
    }
    return Quantity{number, text.sliced(digits.size()).trimmed()};
}

std::optional<qint64> multiplied(Quantity quantity, std::span<const Unit> units)
{
    const auto unit = std::find_if(units.begin(), units.end(),
                                   [&](const Unit& known) { return known.name == quantity.unit; });
    if (unit == units.end() || quantity.number > std::numeric_limits<qint64>::max() / unit->factor) {
        return std::nullopt;
    }
    return quantity.number * unit->factor;
}

const Unit& largestWholeUnit(qint64 value, std::span<const Unit> units)
{
    return *std::find_if(units.begin(), units.end(),
                         [&](const Unit& unit) { return value % unit.factor == 0; });
}

} // namespace

std::optional<std::chrono::milliseconds> readDuration(QStringView text)
{
    const std::optional<Quantity> quantity = split(text);
    if (!quantity) {
        return std::nullopt;
    }
    if (quantity->number == 0 && quantity->unit.isEmpty()) {
        return std::chrono::milliseconds(0);
    }
    const std::optional<qint64> milliseconds = multiplied(*quantity, durationUnits);
    return milliseconds ? std::optional(std::chrono::milliseconds(*milliseconds)) : std::nullopt;
}

QString durationText(std::chrono::milliseconds duration)
{
    const qint64 value = duration.count();
    const Unit& unit = value == 0 ? durationUnits[2] : largestWholeUnit(value, durationUnits);
    return QString::number(value / unit.factor) + unit.name.toString();
}

std::optional<qint64> readSize(QStringView text)
{
    std::optional<Quantity> quantity = split(text);
    if (!quantity) {
        return std::nullopt;
    }
    if (quantity->unit.isEmpty()) {
        quantity->unit = u"B";
    }
    return multiplied(*quantity, sizeUnits);
}

QString sizeText(qint64 bytes)
{
    const Unit& unit = bytes == 0 ? sizeUnits.back() : largestWholeUnit(bytes, sizeUnits);
    return QString::number(bytes / unit.factor) + u' ' + unit.name.toString();
}

} // namespace signalbox
