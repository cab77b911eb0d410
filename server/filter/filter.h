// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/result.h"
#include "server/filter/fault.h"
#include "server/filter/subject.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <memory>
#include <variant>

namespace signalbox::filter {

struct Expression;

/// The filter language (README, "Finding a frame"), read and checked. A value: it may be copied into any
/// thread and used there.
///
///     const Result<Filter> filter = filter::compile(u"from.user == \"ann\" && message.price > 10");
///     if (!filter) {
///         return filter.error(); // filter.unknown_field, "At 1: There is no field …"
///     }
///     filter::RowSubject subject; // one for all rows: it keeps its buffers
///     for (const link::FrameRow& row : batch.rows) {
///         subject.set(row, payload); // without a payload its preview stands for it
///         if (filter->matches(subject)) { … }
///     }
///
/// read() is compile() for somebody who shows where the fault is.
class Filter final {
public:
    /// Lets everything through.
    Filter();
    explicit Filter(std::shared_ptr<const Expression> expression);

    [[nodiscard]] bool isEmpty() const;
    /// A Gap always matches: a loss is never hidden.
    [[nodiscard]] bool matches(Subject& subject) const;
    /// Whether a row that did not match can match later, when more is known of its deliveries.
    [[nodiscard]] bool needsDeliveries() const;

    /// Whether it looks at payloads, so that a preview may not do.
    [[nodiscard]] bool needsPayload() const;

    /// Canonical: reads as the same filter again.
    [[nodiscard]] QString text() const;
    /// How the input was read, in English: "searching payloads for hello", or text().
    [[nodiscard]] QString reading() const;

    /// What is searched for by a filter of nothing but words.
    struct Search {
        QStringList words;           ///< all of them are wanted; empty: it is no such filter
        bool isPayloadAlone = false; ///< texts in quotes; else names and whatever else a row says, too
    };
    [[nodiscard]] Search search() const;

    enum class Joint { None, And, Or };
    /// How its outermost conditions are joined.
    [[nodiscard]] Joint joint() const;

private:
    std::shared_ptr<const Expression> m_expression;
};

/// Reads a filter. An empty text gives one that lets everything through.
[[nodiscard]] std::variant<Filter, Fault> read(QStringView text);
/// The same with the position in the error's sentence.
[[nodiscard]] Result<Filter> compile(QStringView text);

} // namespace signalbox::filter
