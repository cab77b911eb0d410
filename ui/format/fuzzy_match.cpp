// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/fuzzy_match.h"

#include <algorithm>

namespace signalbox::ui {

namespace {

constexpr int letterPoints = 1;
constexpr int followerPoints = 4;
constexpr int wordPoints = 8;

bool beginsWord(QStringView text, qsizetype place)
{
    return place == 0 || !text[place - 1].isLetterOrNumber();
}

bool areEqual(QChar one, QChar other)
{
    return one.toCaseFolded() == other.toCaseFolded();
}

/// The best of all ways to find what is typed from `from` on; -1: there is none. Texts are short.
int bestFrom(QStringView typed, QStringView text, qsizetype from, bool follows)
{
    if (typed.isEmpty()) {
        return 0;
    }
    int best = -1;
    for (qsizetype place = from; place + typed.size() <= text.size(); ++place) {
        if (!areEqual(typed[0], text[place])) {
            continue;
        }
        const bool isFollower = follows && place == from;
        const bool isWord = beginsWord(text, place);
        if (best >= 0 && !isFollower && !isWord) {
            continue; // an earlier place was as good
        }
        const int rest = bestFrom(typed.sliced(1), text, place + 1, true);
        if (rest < 0) {
            break; // a later place leaves even less for the rest
        }
        const int points = letterPoints + (isFollower ? followerPoints : 0) + (isWord ? wordPoints : 0);
        best = std::max(best, points + rest);
    }
    return best;
}

} // namespace

int fuzzyMatch(QStringView typed, QStringView text)
{
    constexpr qsizetype mostLetters = 32; // nobody types more, and the time grows with them
    QString letters;
    for (const QChar letter : typed.first(std::min(typed.size(), mostLetters))) {
        if (!letter.isSpace()) {
            letters += letter;
        }
    }
    return bestFrom(letters, text, 0, false) + 1;
}

} // namespace signalbox::ui
