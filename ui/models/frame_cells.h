// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/frame_row.h"
#include "ui/models/frames_model.h"

#include <QtCore/QVariant>

namespace signalbox::ui {

/// What a row's cells say beside the row.
struct FrameContext {
    QString name;          ///< what the client is called when it gave no user
    QString delta;         ///< in words; asked for in its column only
    quint32 fragments = 0; ///< of the whole message; 0: not known yet
    bool isMarked = false;
    bool isIgnored = false;
};

/// What the cells of one top row of the frames list say. Made for visible rows only, and not kept.
class FrameCells final {
public:
    FrameCells(const link::FrameRow& row, FrameContext context)
        : m_row(row)
        , m_context(std::move(context))
    {
    }

    [[nodiscard]] QVariant data(FramesModel::Column column, int role) const;

private:
    [[nodiscard]] QString text(FramesModel::Column column) const;
    [[nodiscard]] QString number() const;
    [[nodiscard]] QString sentence() const;

    const link::FrameRow& m_row;
    FrameContext m_context;
};

[[nodiscard]] QVariant columnAlignment(FramesModel::Column column);
[[nodiscard]] QVariant frameHeaderData(FramesModel::Column column, int role);

} // namespace signalbox::ui
