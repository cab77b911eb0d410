// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filter/row_subject.h"

namespace signalbox::filter {

void RowSubject::set(const link::FrameRow& row)
{
    set(row, row.preview);
}

void RowSubject::set(const link::FrameRow& row, QByteArrayView payload, std::span<const ClientId> recipients)
{
    begin();
    m_row = &row;
    m_payload = payload;
    m_recipients = recipients;
}

} // namespace signalbox::filter
