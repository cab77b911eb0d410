// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace signalbox::link {

/// Names one command, so that its answer can be told from others. Given by the near end, from 1.
using CommandId = quint64;

/// The whole of one row of the frames list.
struct FetchFrame {
    quint64 number = 0;
};

/// From now on each batch of frames says which rows pass (FrameBatch::passing), and the kept rows that were
/// handed on before are searched, the newest first: FramesFound. Answered by Done, or by what is wrong with
/// the filter (README, "Finding a frame"). Takes the place of the one before; an empty text ends it.
struct FilterFrames {
    QString filter;
};
/// The kept rows that pass, whole, the newest first: Done, then FramesFound until that is finished.
struct SearchFrames {
    QString filter;
    quint64 before = 0;    ///< rows with a smaller number alone; 0: all
    quint64 limit = 1'000; ///< of rows that are found; 10,000 at most
};
/// Ends one search, or that of one FilterFrames. What is on its way still arrives.
struct CancelSearch {
    CommandId search = 0;
};

} // namespace signalbox::link
