// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/frame_row.h"

#include <deque>

namespace signalbox::ui {

/// What came while the frames list was paused. Main thread. Limit: the frames
/// that the list can show; what is dropped would fall off the front of the list
/// when the pause ends. Owner: FramesModel.
class HeldBatches final {
public:
    explicit HeldBatches(qsizetype maxFrames)
        : m_maxFrames(static_cast<quint64>(maxFrames))
    {
    }

    void hold(const link::FrameBatch& batch);
    /// As one batch, so that the views hear of one insertion. Nothing is held
    /// afterwards.
    [[nodiscard]] link::FrameBatch take();
    [[nodiscard]] quint64 frames() const { return m_frames; } ///< gaps not counted

private:
    quint64 m_maxFrames;
    std::deque<link::FrameBatch> m_batches; ///< oldest first
    quint64 m_frames = 0;
};

} // namespace signalbox::ui
