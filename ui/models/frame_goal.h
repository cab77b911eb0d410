// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QModelIndex>
#include <QtCore/QString>

#include <optional>

namespace signalbox::ui {

class FramesModel;

/// Where "go to" leads: a row that is shown, or why there is none.
struct FrameGoal {
    enum class Fault {
        NoNumberAndNoTime,
        NotThereYet, ///< a number above the newest
        NotShown,    ///< hidden by the filter, or no longer kept
        NothingLater,
    };

    QModelIndex index;
    std::optional<Fault> fault;
};

/// `text`: the number of a frame ("812"), or a time of the day ("10:12", "10:12:01", "10:12:01.204"): the
/// first row from then on, on the day of the newest one.
[[nodiscard]] FrameGoal frameGoal(const FramesModel& model, const QString& text);

} // namespace signalbox::ui
