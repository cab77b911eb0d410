// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArrayView>
#include <QtCore/QString>

namespace signalbox::ui {

enum class HandshakePart { Request, Answer };

/// What a header field of a handshake is for; empty for one that we do not know. The name in any case.
[[nodiscard]] QString headerSentence(QByteArrayView name, QByteArrayView value, HandshakePart part);

/// Whether the Accept value answers the key (RFC 6455 §4.2.2), in a sentence; `key` empty: none was sent.
[[nodiscard]] QString acceptSentence(QByteArrayView key, QByteArrayView accept);
/// The Sec-WebSocket-Accept that answers `key`: SHA-1 of the key and a fixed text, in base64.
[[nodiscard]] QByteArray acceptFor(QByteArrayView key);

/// Why a handshake or request was refused and what to do about it, for an error code of the manual. Empty for
/// a code that we have no advice for: the answer's own text says why.
[[nodiscard]] QString refusalAdvice(QByteArrayView code);

} // namespace signalbox::ui
