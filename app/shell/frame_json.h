// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/frame_row.h"

#include <QtCore/QByteArray>

#include <memory>

namespace signalbox::message {
class EnvelopeParser;
}

namespace signalbox::app {

/// One row as one line of JSON, for jq and its like: the members that the control API gives, the whole
/// payload, and `message`: what was said, opened where a string holds JSON, as the filter language opens it.
/// Numbers are written as they came.
///
/// Thread: one. Keeps its buffers from one row to the next.
class FrameJson final {
public:
    FrameJson();
    ~FrameJson();
    Q_DISABLE_COPY_MOVE(FrameJson)

    /// Without the newline. The row has its whole payload (FrameWishes::payloads).
    [[nodiscard]] QByteArray line(const link::FrameRow& row);

private:
    [[nodiscard]] QByteArray messageOf(const QByteArray& payload);

    std::unique_ptr<message::EnvelopeParser> m_envelopes;
};

} // namespace signalbox::app
