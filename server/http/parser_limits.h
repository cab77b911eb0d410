// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/limits.h"

namespace signalbox::http {

/// How much of a request is read. Sizes are in bytes; exactly the limit passes.
struct ParserLimits {
    qint64 maxHeaderBytes = Limits().maxHeaderBytes; ///< request line, header fields and the empty line; 431
    qint64 maxTargetBytes = Limits().maxTargetBytes; ///< 414
    qint64 maxBodyBytes = Limits().maxBodyBytes;     ///< without chunking; 413
    qint64 maxHeaderFields = 100;                    ///< 431; QWebSocketServer takes no more in a handshake
    qint64 maxChunkOverheadBytes = 16 * 1024; ///< one chunk's line, or the last chunk with its trailers; 413
    qint64 maxChunkExtensionBytes = 4 * 1024; ///< all chunk extensions of a body together; 413

    [[nodiscard]] static ParserLimits from(const Limits& limits)
    {
        ParserLimits parserLimits;
        parserLimits.maxHeaderBytes = limits.maxHeaderBytes;
        parserLimits.maxTargetBytes = limits.maxTargetBytes;
        parserLimits.maxBodyBytes = limits.maxBodyBytes;
        return parserLimits;
    }
};

} // namespace signalbox::http
