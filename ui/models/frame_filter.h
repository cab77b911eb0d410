// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/frame_row.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QString>

#include <optional>

namespace signalbox::ui {

inline namespace filter_enums {
Q_NAMESPACE
/// What a term of the filter is about, by the word that stands for it in the text.
enum class FilterField {
    From,   ///< from:ann: a user, a client's id, an origin, "http", "operator", "broker"
    To,     ///< to:"group red": a target, a user, a client's id, "broker"
    Action, ///< action:say
    Opcode, ///< opcode:ping; push, opened, ended, joined, left, refused, act, too
    Client, ///< client:c3: everything that went over one connection
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

/// A span of time, both ends in it.
struct TimeRange {
    WallTime from{};
    WallTime to{};

    friend bool operator==(const TimeRange&, const TimeRange&) = default;
};

/// Which rows the frames list shows: those that hold every word of a text in whatever the row shows, fulfil
/// every term and lie in the range of time. Case does not matter (ASCII). Works on bytes, so that it can be
/// asked for each row while a batch is appended. A value.
///
/// As text: `price from:ann -opcode:ping to:"group red"`; the range is not in it.
class FrameFilter final {
public:
    FrameFilter() = default;
    explicit FrameFilter(const QString& text);

    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty() && m_terms.isEmpty() && !m_range; }
    /// Gaps always match: a loss is never hidden.
    [[nodiscard]] bool matches(const link::FrameRow& row) const;

    /// With one more term; nothing is added twice, and a term takes the place of its opposite.
    [[nodiscard]] FrameFilter with(const FilterTerm& term) const;
    /// Reads as the same filter again, without the range.
    [[nodiscard]] QString text() const;
    [[nodiscard]] const QList<FilterTerm>& terms() const { return m_terms; }

    void setRange(const std::optional<TimeRange>& range) { m_range = range; }
    [[nodiscard]] const std::optional<TimeRange>& range() const { return m_range; }

private:
    void add(const QString& token, qsizetype quoteStart);

    QList<QByteArray> m_words; ///< ASCII letters in lower case
    QList<FilterTerm> m_terms;
    std::optional<TimeRange> m_range;
};

/// The term that holds for a row: who it is from, whom it is to, …. Empty value: the row has none.
[[nodiscard]] FilterTerm termOf(const link::FrameRow& row, FilterField field);

} // namespace signalbox::ui
