// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/events.h"

#include <QtCore/QObject>
#include <QtCore/QString>

namespace signalbox::ui {

class CommandSender;
class FramesModel;

/// Fetches the rows that pass the filter and are older than what the list has, as capture keeps more: once it
/// has looked through all of them, in pages, the newest first, until the list is as long as it may be. Main
/// thread. Owner: BrokerState.
class OlderSearch final : public QObject {
    Q_OBJECT

public:
    /// Both must outlive it.
    OlderSearch(CommandSender& commands, FramesModel& frames, QObject* parent = nullptr);

    /// Capture was asked to decide by this command (link::FilterFrames); 0: there is no filter any more.
    void begin(const QString& filter, link::CommandId command);
    void take(const link::FramesFound& found);

private:
    void ask(quint64 before);
    void takePage(const link::FramesFound& found);

    CommandSender& m_commands;
    FramesModel& m_frames;
    QString m_filter;
    link::CommandId m_decision = 0; ///< while capture looks through what it keeps
    link::CommandId m_search = 0;   ///< that brings a page
    quint64 m_pageRows = 0;         ///< that have come of it
    quint64 m_pageLimit = 0;
    quint64 m_oldest = 0; ///< number of the oldest row that came
};

} // namespace signalbox::ui
