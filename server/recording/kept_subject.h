// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/filter/subject.h"
#include "server/recording/row_maker.h"

#include <vector>

namespace signalbox::recording {

/// A row that is kept, as a filter looks at it: its whole payload, and everybody who got its message.
///
/// Thread: capture. Borrows the frames and the maker.
class KeptSubject final : public filter::Subject {
public:
    KeptSubject(const KeptFrames& kept, RowMaker& rows)
        : m_kept(kept)
        , m_rows(rows)
    {
    }

    /// The row at a position that is kept; until the next change of what is kept.
    void set(quint64 position);

    [[nodiscard]] const link::FrameRow& row() override { return m_row; }
    [[nodiscard]] const link::FrameRow& wholeRow() override;
    [[nodiscard]] QByteArrayView payload() override;
    [[nodiscard]] QByteArrayView message() override;
    [[nodiscard]] std::span<const ClientId> recipients() override;
    [[nodiscard]] QByteArrayView userOf(ClientId client) override;

private:
    const KeptFrames& m_kept;
    RowMaker& m_rows;
    quint64 m_position = 0;
    link::FrameRow m_row;
    bool m_isWhole = false;
    bool m_hasRecipients = false;
    QByteArray m_message; ///< of several frames
    std::vector<ClientId> m_recipients;
};

} // namespace signalbox::recording
