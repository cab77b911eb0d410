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
/// between its parts. An empty queue holds no memory: the list of its frames is lent to the next one.
///
/// Thread: the worker of its connection.
class OutgoingQueue final {
public:
    /// What all queues of one worker share; most are empty at any time.
    struct Room {
        std::vector<QByteArray> spareList;       ///< of a queue that is empty now
        std::array<QByteArrayView, 64> pieces{}; ///< of one write
    };

    /// `room` outlives the queue.
    explicit OutgoingQueue(Room& room)
        : m_room(room)
    {
    }

    void append(QByteArray frame);

    /// The pieces for the next write: at most 64 KiB, or one frame if that is larger. Valid until the next
    /// change, and until another queue of the same room is asked.
    [[nodiscard]] std::span<const QByteArrayView> nextPieces() const;
    /// Takes `bytes` from the front: they were accepted.
    void consume(qsizetype bytes);
    /// Throws away every frame of which no byte was accepted yet, and returns how many messages those were.
    qsizetype dropUnstarted();

    [[nodiscard]] bool isEmpty() const { return m_first == m_frames.size(); }
    [[nodiscard]] qsizetype frames() const { return static_cast<qsizetype>(m_frames.size() - m_first); }
    /// The frames that are no control frames.
    [[nodiscard]] qsizetype messages() const;
    [[nodiscard]] qsizetype bytes() const { return m_bytes; }

private:
    void removeFront();
    void lendList();

    Room& m_room;
    std::vector<QByteArray> m_frames; ///< those before m_first have left, and are empty
    size_t m_first = 0;
    qsizetype m_frontOffset = 0; ///< bytes of the first frame that were accepted
    qsizetype m_bytes = 0;
};

} // namespace signalbox::transport
