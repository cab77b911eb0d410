// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/frame_row.h"
#include "server/message/json_lookup.h"

#include <QtCore/QByteArrayView>
#include <QtCore/QString>

#include <span>

namespace signalbox::filter {

/// What a filter is asked about: one row after another, of which only that is fetched that the filter looks
/// at. Make one and use it for many rows, it keeps its buffers. One thread.
class Subject {
public:
    Subject() = default;
    virtual ~Subject() = default;
    Q_DISABLE_COPY_MOVE(Subject)

    /// All but what stands in an envelope and the preview.
    [[nodiscard]] virtual const link::FrameRow& row() = 0;
    /// With action, target and claimedUser.
    [[nodiscard]] virtual const link::FrameRow& wholeRow() = 0;
    /// Of a frame or a push, unmasked and whole.
    [[nodiscard]] virtual QByteArrayView payload() = 0;
    /// The same; on the last frame of a fragmented message the payload of all its frames.
    [[nodiscard]] virtual QByteArrayView message() { return payload(); }
    /// The clients that the message of a row was sent to, as far as is known.
    [[nodiscard]] virtual std::span<const ClientId> recipients() { return {}; }
    [[nodiscard]] virtual QByteArrayView userOf(ClientId) { return {}; }

    /// Values inside message().
    [[nodiscard]] message::JsonLookup& json();
    /// `utf8` as text, for a regular expression. Valid until the next call.
    [[nodiscard]] QStringView decoded(QByteArrayView utf8);

protected:
    /// Another row follows.
    void begin() { m_hasJson = false; }

private:
    message::JsonLookup m_json;
    QString m_decoded;
    bool m_hasJson = false; ///< of this row
};

} // namespace signalbox::filter
