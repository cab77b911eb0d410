// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/filter/subject.h"

namespace signalbox::filter {

/// A row that came over the link. Where its whole payload is not at hand the preview stands for it, so that
/// what lies behind 120 bytes is not found: capture decides about those (link::FrameBatch::passing).
class RowSubject final : public Subject {
public:
    /// The values are borrowed until the next row.
    void set(const link::FrameRow& row);
    void set(const link::FrameRow& row, QByteArrayView payload, std::span<const ClientId> recipients = {});

    [[nodiscard]] const link::FrameRow& row() override { return *m_row; }
    [[nodiscard]] const link::FrameRow& wholeRow() override { return *m_row; }
    [[nodiscard]] QByteArrayView payload() override { return m_payload; }
    [[nodiscard]] std::span<const ClientId> recipients() override { return m_recipients; }

private:
    const link::FrameRow* m_row = nullptr;
    QByteArrayView m_payload;
    std::span<const ClientId> m_recipients;
};

} // namespace signalbox::filter
