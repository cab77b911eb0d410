// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/frame_row.h"

#include <QtCore/QByteArray>
#include <QtCore/QObject>

#include <span>

namespace signalbox::ui {

class ClientNames;

inline namespace filter_enums {
Q_NAMESPACE
/// What a term of the filter is about, by the word that stands for it in the text.
enum class FilterField {
    From,   ///< from:ann: a user, a client's id, an origin, "http", "operator", "broker"
    To,     ///< to:"group red": a target, a user, a client's id, "broker"
    Action, ///< action:say
    Opcode, ///< opcode:ping; push, opened, ended, joined, left, refused, act, too
    Client, ///< client:c3: everything that went over one connection
    With,   ///< with:c3, with:ann: the same, and what others sent to it
};
Q_ENUM_NS(FilterField)
} // namespace filter_enums

/// One thing that a row must be, or, negated, must not be.
struct FilterTerm {
    FilterField field = FilterField::From;
    QByteArray value;
    bool negated = false;

    friend bool operator==(const FilterTerm&, const FilterTerm&) = default;
};

/// Who got the message of a row, and what they are called.
struct RowRecipients {
    std::span<const ClientId> clients;
    const ClientNames* names = nullptr;
};

[[nodiscard]] bool fulfils(const link::FrameRow& row, const RowRecipients& recipients,
                           const FilterTerm& term);
/// The word of "opcode:" that finds the row.
[[nodiscard]] QByteArrayView rowKindWord(const link::FrameRow& row);
/// The term that holds for a row: who it is from, whom it is to, …. Empty value: the row has none.
[[nodiscard]] FilterTerm termOf(const link::FrameRow& row, FilterField field);

} // namespace signalbox::ui
