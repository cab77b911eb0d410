// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/older_search.h"

#include "ui/models/command_sender.h"
#include "ui/models/frames_model.h"

#include <algorithm>

namespace signalbox::ui {

namespace {

/// A page is taken in at one go: a few milliseconds of the window's thread.
constexpr quint64 maxPageRows = 5'000;

} // namespace

OlderSearch::OlderSearch(CommandSender& commands, FramesModel& frames, QObject* parent)
    : QObject(parent)
    , m_commands(commands)
    , m_frames(frames)
{
}

void OlderSearch::begin(const QString& filter, link::CommandId command)
{
    if (m_search != 0) {
        m_commands.send(link::CancelSearch{m_search}, this, {});
        m_search = 0; // what is on its way is of the past
    }
    m_filter = filter;
    m_decision = command;
}

void OlderSearch::take(const link::FramesFound& found)
{
    if (found.search == 0) {
        return;
    }
    if (found.search == m_search) {
        takePage(found);
    } else if (found.search == m_decision && found.finished) {
        m_decision = 0;
        const quint64 before = m_frames.keepOlder();
        if (m_frames.ledger().unlisted > 0) {
            ask(before);
        }
    }
}

void OlderSearch::takePage(const link::FramesFound& found)
{
    m_pageRows += found.rows.size();
    m_oldest = found.rows.empty() ? m_oldest : found.rows.back().number;
    m_frames.addOlder(found.rows);
    if (!found.finished) {
        return;
    }
    m_search = 0;
    if (m_pageRows >= m_pageLimit) { // else there are no more
        ask(m_oldest);
    }
}

void OlderSearch::ask(quint64 before)
{
    m_pageLimit = std::min(static_cast<quint64>(std::max<qsizetype>(m_frames.room(), 0)), maxPageRows);
    if (m_pageLimit > 0) {
        m_pageRows = 0;
        m_search = m_commands.send(link::SearchFrames{m_filter, before, m_pageLimit}, this, {});
    }
}

} // namespace signalbox::ui
