// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/filter/subject.h"

#include <span>

namespace signalbox::ui {

class ClientNames;

/// Who got the message of a row, and what they are called.
struct RowRecipients {
    std::span<const ClientId> clients;
    const ClientNames* names = nullptr;
};

/// A row of the list, as a filter looks at it. Of its payload there is the preview. Main thread.
class LoggedSubject final : public filter::Subject {
public:
    /// All is borrowed until the next row.
    void set(const link::FrameRow& row, const RowRecipients& recipients);

    [[nodiscard]] const link::FrameRow& row() override { return *m_row; }
    [[nodiscard]] const link::FrameRow& wholeRow() override { return *m_row; }
    [[nodiscard]] QByteArrayView payload() override { return m_row->preview; }
    [[nodiscard]] std::span<const ClientId> recipients() override { return m_recipients.clients; }
    [[nodiscard]] QByteArrayView userOf(ClientId client) override;

private:
    const link::FrameRow* m_row = nullptr;
    RowRecipients m_recipients;
    QByteArray m_user; ///< the one that was asked for last
};

} // namespace signalbox::ui
