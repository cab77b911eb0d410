// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

#include <optional>

namespace signalbox::services {

/// Of a message between the broker and a script host.
inline constexpr qsizetype maxFramedBytes = qsizetype{80} * 1024 * 1024;

/// A message behind its length: four bytes, little-endian.
[[nodiscard]] QByteArray framed(const QByteArray& message);

/// Cuts a stream of bytes into messages again.
///
/// A value; one thread.
class MessageFraming final {
public:
    void append(const QByteArray& bytes) { m_bytes.append(bytes); }
    /// The next whole message, if it is there.
    [[nodiscard]] std::optional<QByteArray> take();
    /// Whether take() would give one.
    [[nodiscard]] bool hasMessage() const;
    /// A length above maxFramedBytes: nothing can be read any more.
    [[nodiscard]] bool isBroken() const { return m_isBroken; }

private:
    QByteArray m_bytes;
    qsizetype m_begin = 0; ///< of what is not taken yet
    bool m_isBroken = false;
};

} // namespace signalbox::services
