// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <optional>
#include <span>

namespace signalbox::routing {

/// In what a name that exists differs from the one that was sent. The nearest comes first.
enum class Nearness {
    Blanks, ///< only in blanks at the ends
    Case,   ///< only in upper and lower case
    BlanksAndCase,
    Spelling, ///< by one letter, or by two in names of six characters and more
};

struct NearName {
    QByteArray name;
    Nearness nearness = Nearness::Spelling;

    friend bool operator==(const NearName&, const NearName&) = default;
};

/// How many names are looked at, so that a sender of wrong names cannot keep the broker busy.
inline constexpr size_t maxNamesCompared = 5'000;

/// The one of `existing` that is nearest to `sent`, which is not among them; nothing when none is near.
[[nodiscard]] std::optional<NearName> nearestName(const QByteArray& sent,
                                                  std::span<const QByteArray> existing);

} // namespace signalbox::routing
