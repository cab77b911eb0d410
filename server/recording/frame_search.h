// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/filter/filter.h"
#include "server/link/events.h"
#include "server/recording/kept_subject.h"

#include <functional>

namespace signalbox::recording {

/// What is looked for among the kept rows.
struct SearchRequest {
    link::CommandId command = 0;
    filter::Filter filter;
    quint64 before = 0;                          ///< rows with a smaller number alone; 0: all
    quint64 limit = 0;                           ///< of rows that are found; 0: any number
    bool wantsRows = false;                      ///< else their numbers
    std::function<void(link::FramesFound)> sink; ///< called in the capture thread
};

/// A search through the kept rows, from the newest to the oldest, a slice at a time, so that whatever else
/// capture does is not held up. What was found is told after the first slice, then 30 times a second.
///
/// Thread: capture. Owner: Capture. Borrows the frames.
class FrameSearch final {
public:
    FrameSearch(SearchRequest request, const KeptFrames& kept);

    enum class Progress { Finished, MoreWaits };
    /// Looks at rows until that time, at one at least.
    Progress step(KeptSubject& subject, RowMaker& rows, const Clock& clock, SteadyTime until);
    [[nodiscard]] link::CommandId command() const { return m_request.command; }

private:
    [[nodiscard]] bool isFinished() const;
    void look(KeptSubject& subject, RowMaker& rows);
    void tell(SteadyTime now);

    SearchRequest m_request;
    const KeptFrames* m_kept;
    quint64 m_next;      ///< position plus 1
    quint64 m_count = 0; ///< of rows that were found
    link::FramesFound m_found;
    SteadyTime m_nextTelling{};
};

} // namespace signalbox::recording
