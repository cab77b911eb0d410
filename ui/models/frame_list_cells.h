// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/client_names.h"
#include "ui/models/frame_log.h"
#include "ui/models/frame_marks.h"
#include "ui/models/frames_model.h"

namespace signalbox::ui {

/// What a cell of the frames list says: gathers what is known around a row (names, marks, the row above, how
/// far a delivery came) and has FrameCells, DeliveryCells or HandshakeCells put it into words.
///
/// Main thread. Made for one cell; borrows everything.
class FrameListCells final {
public:
    FrameListCells(const FrameLog& log, const FrameMarks& marks, const ClientNames& names);

    [[nodiscard]] QVariant top(qsizetype row, FramesModel::Column column, int role) const;
    /// `child`: which of the rows below it.
    [[nodiscard]] QVariant below(qsizetype row, size_t child, FramesModel::Column column, int role) const;

private:
    [[nodiscard]] QString delta(qsizetype row) const;

    const FrameLog& m_log;
    const FrameMarks& m_marks;
    const ClientNames& m_names;
};

} // namespace signalbox::ui
