// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArrayView>
#include <QtCore/QtGlobal>

#include <span>

namespace signalbox::transport {

/// What the owner of a stream hears. Called from the event loop, never from inside a call of the owner's.
class StreamOwner {
public:
    virtual ~StreamOwner() = default;
    /// Bytes can be read now.
    virtual void streamReadable() = 0;
    /// Bytes that waited were taken; room for more.
    virtual void streamWritable() = 0;
    /// The peer closed, or the connection broke; nothing follows.
    virtual void streamEnded() = 0;
};

/// The two-way byte stream under one WebSocket connection, after the upgrade. Shaped for a socket of Qt and
/// for a bare descriptor alike: reads go into the caller's buffer, writes take what they can, nothing here is
/// a QIODevice.
///
/// Thread: the worker that owns the connection. A stream is never destroyed from inside one of its own
/// calls of its owner.
class ByteStream {
public:
    virtual ~ByteStream() = default;

    /// Begins to tell `owner`, which outlives the stream.
    virtual void setOwner(StreamOwner& owner) = 0;

    /// Reads at most `buffer.size()` bytes and returns how many; 0: none now.
    [[nodiscard]] virtual qsizetype read(std::span<char> buffer) = 0;

    /// Hands the pieces over, in order, as one write where that can be. Returns how many bytes were accepted;
    /// the rest stays the caller's, to be offered again after streamWritable().
    [[nodiscard]] virtual qsizetype write(std::span<const QByteArrayView> pieces) = 0;
    /// Bytes that were accepted but that the system has not taken yet.
    [[nodiscard]] virtual qsizetype unsentBytes() const = 0;

    /// Sends the end of our side (FIN) once everything accepted has left; reading goes on.
    virtual void finishWriting() = 0;
    /// Ends at once; unsent bytes are lost. The owner hears nothing more.
    virtual void abort() = 0;
};

} // namespace signalbox::transport
