// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/result.h"
#include "ui/models/draft.h"

#include <vector>

namespace signalbox::ui {

/// One message that was sent from here.
struct SentMessage {
    WallTime time{};
    Draft draft;
};

/// What was sent, in files: a line of JSON for each message in sent.jsonl, and the one before it in
/// sent.1.jsonl. Lines that cannot be read are skipped and counted. Main thread. Limits: a file is put aside
/// at `maxFileBytes`, a message of over 256 KiB is kept without its text.
class SentLog final {
public:
    struct Found {
        std::vector<SentMessage> messages; ///< newest first
        int damagedLines = 0;
        bool isAll = true; ///< false: there are more than the limit
    };

    /// An empty `folder` keeps nothing.
    explicit SentLog(QString folder, qint64 maxFileBytes = 4 << 20)
        : m_folder(std::move(folder))
        , m_maxFileBytes(maxFileBytes)
    {
    }

    [[nodiscard]] bool isKept() const { return !m_folder.isEmpty(); }
    Result<void> append(const SentMessage& message);
    /// Those that hold `text`, in any case; all for an empty one.
    [[nodiscard]] Found find(const QString& text, size_t limit) const;

private:
    [[nodiscard]] QString path() const;
    [[nodiscard]] QString olderPath() const;

    QString m_folder;
    qint64 m_maxFileBytes;
};

} // namespace signalbox::ui
