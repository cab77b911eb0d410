// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/held_batches.h"

#include <algorithm>
#include <iterator>

namespace signalbox::ui {

namespace {

quint64 framesIn(const link::FrameBatch& batch)
{
    return static_cast<quint64>(
        std::count_if(batch.rows.begin(), batch.rows.end(),
                      [](const link::FrameRow& row) { return row.kind != link::RowKind::Gap; }));
}

} // namespace

void HeldBatches::hold(const link::FrameBatch& batch)
{
    m_batches.push_back(batch);
    m_frames += framesIn(batch);
    while (m_batches.size() > 1 && m_frames - framesIn(m_batches.front()) >= m_maxFrames) {
        m_frames -= framesIn(m_batches.front());
        m_batches.pop_front();
    }
}

link::FrameBatch HeldBatches::take()
{
    link::FrameBatch all;
    for (link::FrameBatch& batch : m_batches) {
        std::move(batch.rows.begin(), batch.rows.end(), std::back_inserter(all.rows));
        std::move(batch.deliveries.begin(), batch.deliveries.end(), std::back_inserter(all.deliveries));
        all.firstKept = std::max(all.firstKept, batch.firstKept);
    }
    m_batches.clear();
    m_frames = 0;
    return all;
}

} // namespace signalbox::ui
