// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/frame_row.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

namespace signalbox::ui {

/// Which rows the frames list shows: those that hold every word of a plain text, in any case (ASCII), in
/// whatever the row shows. Works on bytes, so that it can be asked for each row while a batch is appended. A
/// value.
class FrameFilter final {
public:
    FrameFilter() = default;
    explicit FrameFilter(const QString& text);

    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    /// Gaps always match: a loss is never hidden.
    [[nodiscard]] bool matches(const link::FrameRow& row) const;

private:
    QList<QByteArray> m_words; ///< ASCII letters in lower case
};

} // namespace signalbox::ui
