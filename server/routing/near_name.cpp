// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routing/near_name.h"

#include "server/core/name.h"

#include <QtCore/QString>

#include <algorithm>
#include <array>
#include <vector>

namespace signalbox::routing {

namespace {

constexpr int maxEdits = 2;
constexpr qsizetype maxBytesForEdits = 4 * maxEdits; // a character has up to four bytes
constexpr qsizetype lettersForEachEdit = 3;          // "a" for "b" is no slip of the pen

/// How many letters must be put in, left out, changed or swapped with their neighbour to make one text of the
/// other (optimal string alignment), or maxEdits + 1 when it is more than maxEdits. Only the cells near the
/// diagonal can hold a small number, so that the others are not looked at.
int editDistance(QStringView left, QStringView right)
{
    constexpr int tooMany = maxEdits + 1;
    if (std::abs(left.size() - right.size()) > maxEdits) {
        return tooMany;
    }
    std::array<std::vector<int>, 3> rows; // two rows back, one back, this one
    rows.fill(std::vector<int>(static_cast<size_t>(right.size()) + 1, tooMany));
    for (int column = 0; column <= std::min<qsizetype>(maxEdits, right.size()); ++column) {
        rows[1][static_cast<size_t>(column)] = column;
    }
    for (qsizetype i = 0; i < left.size(); ++i) {
        std::fill(rows[2].begin(), rows[2].end(), tooMany);
        rows[2][0] = static_cast<int>(std::min<qsizetype>(i + 1, tooMany));
        const qsizetype end = std::min(right.size(), i + maxEdits + 1);
        for (qsizetype j = std::max<qsizetype>(0, i - maxEdits); j < end; ++j) {
            const auto at = static_cast<size_t>(j);
            const int changed = rows[1][at] + (left[i] == right[j] ? 0 : 1);
            int best = std::min({changed, rows[1][at + 1] + 1, rows[2][at] + 1});
            if (i > 0 && j > 0 && left[i] == right[j - 1] && left[i - 1] == right[j]) {
                best = std::min(best, rows[0][at - 1] + 1);
            }
            rows[2][at + 1] = std::min(best, tooMany);
        }
        std::rotate(rows.begin(), rows.begin() + 1, rows.end());
    }
    return rows[1].back();
}

/// The name that was sent, in the forms that are compared.
struct Sent {
    explicit Sent(const QByteArray& bytes)
        : text(nameText(bytes))
        , trimmed(text.trimmed())
        , folded(text.toCaseFolded())
        , foldedTrimmed(trimmed.toCaseFolded())
        , trimmedBytes(trimmed.toUtf8().size())
    {
    }

    QString text;
    QString trimmed;
    QString folded;
    QString foldedTrimmed;
    qsizetype trimmedBytes;
};

struct Distance {
    Nearness nearness;
    int edits = 0;

    friend auto operator<=>(const Distance&, const Distance&) = default;
};

std::optional<Distance> distance(const Sent& sent, const QByteArray& existing)
{
    if (std::abs(existing.trimmed().size() - sent.trimmedBytes) > maxBytesForEdits) {
        return std::nullopt;
    }
    const QString name = nameText(existing);
    const QString trimmed = name.trimmed();
    if (trimmed == sent.trimmed) {
        return Distance{Nearness::Blanks};
    }
    if (name.toCaseFolded() == sent.folded) {
        return Distance{Nearness::Case};
    }
    const QString foldedTrimmed = trimmed.toCaseFolded();
    if (foldedTrimmed == sent.foldedTrimmed) {
        return Distance{Nearness::BlanksAndCase};
    }
    const int edits = editDistance(foldedTrimmed, sent.foldedTrimmed);
    const qsizetype longer = std::max(foldedTrimmed.size(), sent.foldedTrimmed.size());
    if (edits > maxEdits || edits * lettersForEachEdit > longer) {
        return std::nullopt;
    }
    return Distance{Nearness::Spelling, edits};
}

} // namespace

std::optional<NearName> nearestName(const QByteArray& sent, std::span<const QByteArray> existing)
{
    const Sent forms(sent);
    if (forms.trimmed.isEmpty()) {
        return std::nullopt;
    }
    std::optional<Distance> nearest;
    QByteArray name;
    for (const QByteArray& candidate : existing.first(std::min(existing.size(), maxNamesCompared))) {
        const auto found = distance(forms, candidate);
        // Of two that are equally near, the first in the alphabet: the same question has the same answer.
        if (found && (!nearest || *found < *nearest || (*found == *nearest && candidate < name))) {
            nearest = found;
            name = candidate;
        }
    }
    return nearest ? std::optional<NearName>({name, nearest->nearness}) : std::nullopt;
}

} // namespace signalbox::routing
