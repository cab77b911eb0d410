// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dispatch/descriptor_table.h"
#include "server/transport/byte_stream.h"

#include <QtCore/QByteArray>

namespace signalbox::transport {

/// A ByteStream over a bare descriptor: nothing of Qt lies between it and the system, nothing is buffered.
/// What the system does not take stays in the OutgoingQueue, where it is counted.
///
/// Thread: one worker, whose dispatcher watches the descriptor. Limits: 64 KiB are read in one turn, so that
/// a client that floods leaves time for the others. Whoever is told streamReadable() has to read, or is told
/// again.
class DescriptorStream final : public ByteStream, private dispatch::DescriptorHandler {
public:
    /// Owns `descriptor`, a connected TCP socket. `early`: what was read from it before.
    DescriptorStream(int descriptor, QByteArray early, dispatch::DescriptorTable& table);
    ~DescriptorStream() override;
    Q_DISABLE_COPY_MOVE(DescriptorStream)

    void setOwner(StreamOwner& owner) override;
    [[nodiscard]] qsizetype read(std::span<char> buffer) override;
    [[nodiscard]] qsizetype write(std::span<const QByteArrayView> pieces) override;
    [[nodiscard]] qsizetype unsentBytes() const override { return 0; }
    void finishWriting() override;
    void abort() override;

private:
    void descriptorReady(const dispatch::Readiness& readiness) override;
    [[nodiscard]] qsizetype readEarly(std::span<char> buffer);
    void wantToWrite(bool wanted);
    void endReached();
    void stopWatching();

    int m_descriptor;      ///< -1 after abort()
    qint32 m_readable = 0; ///< how many bytes may still be read in this turn
    bool m_isWatched = false;
    bool m_wantsToWrite = false;
    bool m_finished = false;   ///< our side has ended
    bool m_endReached = false; ///< theirs has, or the connection is broken
    QByteArray m_early;
    dispatch::DescriptorTable& m_table;
    StreamOwner* m_owner = nullptr;
};

} // namespace signalbox::transport
