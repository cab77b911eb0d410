// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/limits.h"
#include "server/core/result.h"
#include "server/message/envelope.h"

#include <QtCore/QByteArrayView>

#include <memory>

namespace signalbox::message {

class JsonReader;

/// What an envelope may hold (PRODUCT section 3). Numbers of things, not bytes.
struct EnvelopeLimits {
    int maxDepth = 64;   ///< containers within containers; the envelope itself is the first
    int maxKeys = 1'000; ///< in the whole document, save type and value of recipients
    int maxRecipients = Limits{}.maxRecipients;
};

/// Turns the text of a message into an Envelope, or into the Error to answer with (code `envelope.…`). The
/// same rules for the text of a WebSocket message and for the body of an HTTP request.
///
/// Keys that are equal but for the case of ASCII letters are refused among all keys of the envelope object
/// and among all keys of one recipient; what lies deeper, `message` above all, is the sender's own. A key is
/// what its escapes stand for. `null` for groupId, userId, recipients, or a recipient's type or value, counts
/// as absent.
///
/// One for each thread: it keeps its buffers from one text to the next. The caller has bounded the size of
/// the text.
class EnvelopeParser final {
public:
    explicit EnvelopeParser(const EnvelopeLimits& limits = {});
    ~EnvelopeParser();
    Q_DISABLE_COPY_MOVE(EnvelopeParser)

    [[nodiscard]] Result<Envelope> parse(QByteArrayView utf8);

private:
    EnvelopeLimits m_limits;
    std::unique_ptr<JsonReader> m_reader;
};

} // namespace signalbox::message
