// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/byte_stream.h"

#include <QtCore/QByteArray>

#include <limits>

namespace signalbox::tests {

/// A ByteStream whose far end is played by a test: nothing here waits, and nothing happens by itself. One
/// thread.
class MemoryStream final : public transport::ByteStream {
public:
    void setOwner(transport::StreamOwner& owner) override { m_owner = &owner; }
    [[nodiscard]] qsizetype read(std::span<char> buffer) override;
    [[nodiscard]] qsizetype write(std::span<const QByteArrayView> pieces) override;
    [[nodiscard]] qsizetype unsentBytes() const override { return m_unsentBytes; }
    void finishWriting() override { m_writingFinished = true; }
    void abort() override { m_aborted = true; }

    /// The peer sends; before it has an owner, the bytes only wait.
    void receive(const QByteArray& bytes);
    /// The peer ends the connection, perhaps with last bytes.
    void endByPeer(const QByteArray& lastBytes = {});

    /// From now on the system takes this many bytes and then none; what it does not take, up to
    /// `bufferBytes`, is accepted and stays unsent.
    void setRoom(qsizetype systemBytes, qsizetype bufferBytes = 0);
    /// The system takes that many more bytes, those that are unsent first.
    void takeMore(qsizetype bytes);

    /// Everything accepted since the last call.
    [[nodiscard]] QByteArray takeAccepted() { return std::exchange(m_accepted, {}); }
    [[nodiscard]] bool writingFinished() const { return m_writingFinished; }
    [[nodiscard]] bool aborted() const { return m_aborted; }

private:
    transport::StreamOwner* m_owner = nullptr;
    QByteArray m_incoming;
    QByteArray m_accepted;
    qsizetype m_systemRoom = std::numeric_limits<qsizetype>::max() / 2;
    qsizetype m_bufferBytes = 0;
    qsizetype m_unsentBytes = 0;
    bool m_writingFinished = false;
    bool m_aborted = false;
};

} // namespace signalbox::tests
