// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <array>
#include <span>
#include <vector>

namespace signalbox::transport {

/// What waits to leave for one client: whole frames, shared with other clients' queues, gathered into one
/// write for each turn. Counts bytes. Knows where a frame that was begun ends, because nothing may come
/// between its parts.
///
/// Thread: the worker of its connection.
class OutgoingQueue final {
public:
    /// Room for the pieces of one write.
    using Pieces = std::array<QByteArrayView, 64>;

    void append(QByteArray frame);

    /// The pieces for the next write, in `room`: at most 64 KiB, or one frame if that is larger. Valid until
    /// the next change.
    [[nodiscard]] std::span<const QByteArrayView> nextPieces(Pieces& room) const;
    /// Takes `bytes` from the front: they were accepted.
    void consume(qsizetype bytes);
    /// Throws away every frame of which no byte was accepted yet, and returns how many messages those were.
    qsizetype dropUnstarted();

    /// Gives memory back that was not needed since the last call.
    void giveBack();

    [[nodiscard]] bool holdsMemory() const { return m_frames.capacity() > 0; }
    [[nodiscard]] bool isEmpty() const { return m_first == m_frames.size(); }
    [[nodiscard]] qsizetype frames() const { return static_cast<qsizetype>(m_frames.size() - m_first); }
    /// The frames that are no control frames.
    [[nodiscard]] qsizetype messages() const;
    [[nodiscard]] qsizetype bytes() const { return m_bytes; }

private:
    void removeFront();

    std::vector<QByteArray> m_frames; ///< those before m_first have left, and are empty
    size_t m_first = 0;
    qsizetype m_frontOffset = 0; ///< bytes of the first frame that were accepted
    qsizetype m_bytes = 0;
    bool m_wasUsed = false; ///< since the last giveBack()
};

} // namespace signalbox::transport
