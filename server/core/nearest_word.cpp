// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/nearest_word.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace signalbox {

namespace {

/// A longer word is nobody's slip, and would cost its square to compare.
constexpr qsizetype maxComparedLength = 100;

/// Optimal string alignment: how many letters to add, leave out, change or swap with the next.
qsizetype distance(QStringView left, QStringView right)
{
    const auto width = static_cast<size_t>(right.size()) + 1;
    std::vector<qsizetype> beforeLast(width);
    std::vector<qsizetype> last(width);
    std::vector<qsizetype> current(width);
    for (size_t column = 0; column < width; ++column) {
        last[column] = static_cast<qsizetype>(column);
    }
    for (qsizetype row = 1; row <= left.size(); ++row) {
        current[0] = row;
        for (qsizetype column = 1; column <= right.size(); ++column) {
            const auto at = static_cast<size_t>(column);
            const bool same = left[row - 1] == right[column - 1];
            current[at] = std::min({last[at] + 1, current[at - 1] + 1, last[at - 1] + (same ? 0 : 1)});
            if (row > 1 && column > 1 && left[row - 1] == right[column - 2] &&
                left[row - 2] == right[column - 1]) {
                current[at] = std::min(current[at], beforeLast[at - 2] + 1);
            }
        }
        std::swap(beforeLast, last);
        std::swap(last, current);
    }
    return last.back();
}

} // namespace

QString nearestWord(QStringView word, const QStringList& known)
{
    if (word.size() > maxComparedLength) {
        return {};
    }
    QString nearest;
    qsizetype best = std::max<qsizetype>(1, word.size() / 3) + 1;
    for (const QString& candidate : known) {
        const qsizetype steps = distance(word, candidate);
        if (steps < best) {
            best = steps;
            nearest = candidate;
        }
    }
    return nearest;
}

} // namespace signalbox
