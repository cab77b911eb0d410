// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <memory>

namespace signalbox::message {

class JsonReader;

/// What a row of the frames list says of an envelope. The peer's own bytes, unescaped, each cut to
/// `maxSummaryBytes` at a character's end; not safe for a label yet. All empty: no envelope.
struct EnvelopeSummary {
    QByteArray action;
    QByteArray target; ///< "group red", "user ann", "all but ann", "everyone", "3 recipients"; empty: the
                       ///< default group
    QByteArray userId; ///< whom the sender claims to be

    friend bool operator==(const EnvelopeSummary&, const EnvelopeSummary&) = default;
};

inline constexpr qsizetype maxSummaryBytes = 160;

/// Reads summaries out of any payload: envelopes, refused ones, the broker's own, or none at all. It judges
/// nothing: that is EnvelopeParser's. One for each thread, it keeps its buffers.
class EnvelopeSummarizer final {
public:
    EnvelopeSummarizer();
    ~EnvelopeSummarizer();
    Q_DISABLE_COPY_MOVE(EnvelopeSummarizer)

    [[nodiscard]] EnvelopeSummary summarise(QByteArrayView payload);

private:
    std::unique_ptr<JsonReader> m_reader;
};

} // namespace signalbox::message
