// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <deque>
#include <vector>

namespace signalbox::transport {

/// What waits to leave for one client: whole frames, shared with other clients' queues, gathered into one
/// write for each turn. Counts bytes. Knows where a frame that was begun ends, because nothing may come
/// between its parts.
///
/// Thread: the worker of its connection.
class OutgoingQueue final {
public:
    void append(QByteArray frame);

    /// The pieces for the next write: at most 64 KiB, or one frame if that is larger. Valid until the next
    /// change.
    [[nodiscard]] const std::vector<QByteArrayView>& nextPieces();
    /// Takes `bytes` from the front: they were accepted.
    void consume(qsizetype bytes);
    /// Throws away every frame of which no byte was accepted yet, and returns how many messages those were.
    qsizetype dropUnstarted();

    [[nodiscard]] bool isEmpty() const { return m_frames.empty(); }
    [[nodiscard]] qsizetype frames() const { return static_cast<qsizetype>(m_frames.size()); }
    /// The frames that are no control frames.
    [[nodiscard]] qsizetype messages() const;
    [[nodiscard]] qsizetype bytes() const { return m_bytes; }

private:
    std::deque<QByteArray> m_frames;
    qsizetype m_frontOffset = 0; ///< bytes of the first frame that were accepted
    qsizetype m_bytes = 0;
    std::vector<QByteArrayView> m_pieces;
};

} // namespace signalbox::transport
