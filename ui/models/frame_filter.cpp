// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/frame_filter.h"

#include <utility>

namespace signalbox::ui {

using link::FrameRow;
using link::RowKind;

namespace {

constexpr quint64 previewedBytes = 120; // of a payload, see link::FrameRow

bool hasWholePayload(const FrameRow& row)
{
    const bool hasPayload = row.kind == RowKind::Frame || row.kind == RowKind::Push;
    const bool isLastOfMany = row.fragment > 1 && !row.message.isNull(); // the message is more than the frame
    return !hasPayload || (!isLastOfMany && row.header.payloadBytes <= previewedBytes);
}

} // namespace

FrameFilter::FrameFilter(const QString& text)
{
    auto read = filter::read(text);
    if (auto* filter = std::get_if<filter::Filter>(&read); filter != nullptr && !filter->isEmpty()) {
        m_filter = std::move(*filter);
        m_subject = std::make_shared<LoggedSubject>();
    }
}

bool FrameFilter::isInRange(const FrameRow& row) const
{
    return !m_range || (row.time >= m_range->from && row.time <= m_range->to);
}

bool FrameFilter::matches(const FrameRow& row, const RowRecipients& recipients) const
{
    if (row.kind == RowKind::Gap) {
        return true;
    }
    if (!isInRange(row)) {
        return false;
    }
    if (m_subject == nullptr) {
        return true;
    }
    if (m_filter.needsPayload() && !hasWholePayload(row)) {
        return false;
    }
    if (m_filter.needsDeliveries() && std::cmp_less(recipients.clients.size(), row.deliveries.recipients)) {
        return false; // who else got it is not known here
    }
    m_subject->set(row, recipients);
    return m_filter.matches(*m_subject);
}

} // namespace signalbox::ui
