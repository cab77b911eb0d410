// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exit_status.h"
#include "app/shell/frame_json.h"
#include "app/shell/shell_options.h"
#include "server/remote/remote_link.h"

namespace signalbox::app {

/// `signalbox tail`: prints frames as they pass, one line each, to stdout, until it is interrupted or nobody
/// reads it any more. A broker that goes away is waited for. What could not be printed, because it passed
/// faster than stdout was read, is counted and said on stderr.
///
/// Thread: main. Memory: four batches of frames at most; a reader that is slow holds back the broker's
/// batches, never the broker.
class TailCommand final : public QObject {
    Q_OBJECT

public:
    /// The filter of the options has no fault.
    TailCommand(TailOptions options, remote::RemoteLink& link);

    void start();
    /// Ends, with what was lost.
    void interrupt();

Q_SIGNALS:
    void finished(signalbox::app::ExitStatus status);

private:
    void take(const link::Event& event);
    void take(const link::LinkOpened& opened);
    void take(const link::LinkLost& lost);
    void print(const link::FrameBatch& batch);
    [[nodiscard]] QByteArray lineOf(const link::FrameRow& row);
    void noteMissed(quint64 rows);
    void finish(ExitStatus status);
    [[nodiscard]] link::console::Attach wishes(bool keptRows) const;

    const TailOptions m_options;
    remote::RemoteLink& m_link;
    FrameJson m_json;
    QByteArray m_run;         ///< of the broker that is there
    quint64 m_lastNumber = 0; ///< of that run
    quint64 m_missed = 0;
    bool m_wasOpen = false;
    bool m_finished = false;
};

} // namespace signalbox::app
