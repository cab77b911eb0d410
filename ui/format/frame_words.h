// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/frame_row.h"

#include <QtCore/QString>

namespace signalbox::ui {

/// The words for one row of the frames list. A client is called by its user and id; `name` is what it is
/// called when it gave no user ("Chrome, /chat.html"), and may be empty. `fragments` is how many frames the
/// whole message has, 0 while it is not known.
class FrameWords final {
public:
    explicit FrameWords(const link::FrameRow& row, QString name = {}, quint32 fragments = 0);

    [[nodiscard]] QString direction() const; ///< "↓ in", "↑ out"; empty for rows that are no frames
    [[nodiscard]] QString from() const;
    [[nodiscard]] QString to() const;
    [[nodiscard]] QString type() const;   ///< a glyph and a word: "≡ text", "≡ text ⋯1/3", "✓ opened"
    [[nodiscard]] QString length() const; ///< of the payload; empty for rows without one
    /// Of an envelope; of an XSockets message the topic, or what it asks for: "subscribe".
    [[nodiscard]] QString action() const;
    [[nodiscard]] QString
    summary() const; ///< payload, close code and reason, refusal, target of the handshake
    [[nodiscard]] QString sentence() const; ///< for screen readers: "frame 812, from ann c3, …"
    [[nodiscard]] QString gap() const;      ///< "312 frames not kept, 10:12:02.100 – 10:12:02.900, 1.8 MB"

private:
    [[nodiscard]] QString client() const;
    [[nodiscard]] QString frameType() const;
    [[nodiscard]] QString claimed() const;

    const link::FrameRow& m_row;
    QString m_name;
    quint32 m_fragments;
};

/// What of a refused handshake or request was wrong: "Origin", "Host", "handshake", …
[[nodiscard]] QString refusedPartText(const QByteArray& errorCode);
/// "text", "binary", …
[[nodiscard]] QString opcodeText(websocket::Opcode opcode);

} // namespace signalbox::ui
