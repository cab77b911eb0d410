// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/frame_search.h"

#include <algorithm>
#include <utility>

namespace signalbox::recording {

namespace {

constexpr std::chrono::milliseconds tellingPeriod{33};
constexpr int rowsBetweenLooksAtTheClock = 64;
constexpr quint64 maxPayloadBetweenLooks = 1024 * 1024;

} // namespace

FrameSearch::FrameSearch(SearchRequest request, const KeptFrames& kept)
    : m_request(std::move(request))
    , m_kept(&kept)
    , m_next(m_request.before == 0 ? kept.rows().end() : kept.positionOf(m_request.before))
{
    m_found.search = m_request.command;
    m_found.toSearch = m_next > kept.rows().begin() ? m_next - kept.rows().begin() : 0;
}

bool FrameSearch::isFinished() const
{
    return m_next <= m_kept->rows().begin() || (m_request.limit > 0 && m_count >= m_request.limit);
}

FrameSearch::Progress FrameSearch::step(KeptSubject& subject, RowMaker& rows, const Clock& clock,
                                        SteadyTime until)
{
    do {
        quint64 bytes = 0;
        for (int row = 0; row < rowsBetweenLooksAtTheClock && !isFinished() && bytes < maxPayloadBetweenLooks;
             ++row) {
            bytes += m_kept->rows().at(m_next - 1).body.payload.bytes;
            look(subject, rows);
        }
    } while (!isFinished() && clock.steadyNow() < until);
    tell(clock.steadyNow());
    return isFinished() ? Progress::Finished : Progress::MoreWaits;
}

void FrameSearch::look(KeptSubject& subject, RowMaker& rows)
{
    const quint64 position = --m_next;
    ++m_found.searched;
    subject.set(position);
    if (!m_request.filter.matches(subject)) {
        return;
    }
    ++m_count;
    if (m_request.wantsRows) {
        m_found.rows.push_back(rows.row(position, m_kept->deliveries().end()));
    } else {
        m_found.numbers.push_back(subject.row().number);
    }
}

void FrameSearch::tell(SteadyTime now)
{
    if (!isFinished() && now < m_nextTelling) {
        return;
    }
    m_nextTelling = now + tellingPeriod;
    m_found.finished = isFinished();
    link::FramesFound next;
    next.search = m_found.search;
    next.searched = m_found.searched;
    next.toSearch = m_found.toSearch;
    m_request.sink(std::exchange(m_found, std::move(next)));
}

} // namespace signalbox::recording
