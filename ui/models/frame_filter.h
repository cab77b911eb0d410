// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/filter_term.h"

#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

namespace signalbox::ui {

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
    [[nodiscard]] bool matches(const link::FrameRow& row, const RowRecipients& recipients = {}) const;
    /// Whether a row can match later, when it is known who gets it.
    [[nodiscard]] bool needsRecipients() const;

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

} // namespace signalbox::ui
