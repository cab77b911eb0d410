// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

namespace signalbox::app {

inline constexpr int standardOutput = 1;
inline constexpr int standardError = 2;

/// Writes `bytes` in as few writes as the system allows, without a buffer of its own. What cannot be written
/// is lost; false says so. Any thread.
bool writeAll(int descriptor, QByteArrayView bytes);

/// Whether `descriptor` is the stream to systemd's journal that `journalStream` (JOURNAL_STREAM,
/// systemd.exec(5)) names.
[[nodiscard]] bool isJournalStream(int descriptor, const QByteArray& journalStream);

} // namespace signalbox::app
