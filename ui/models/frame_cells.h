// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/frame_row.h"
#include "ui/models/frames_model.h"

#include <QtCore/QVariant>

namespace signalbox::ui {

/// What the cells of one top row of the frames list say. Made for visible rows only, and not kept.
class FrameCells final {
public:
    /// `name`: what the client is called when it gave no user.
    FrameCells(const link::FrameRow& row, QString name)
        : m_row(row)
        , m_name(std::move(name))
    {
    }

    [[nodiscard]] QVariant data(FramesModel::Column column, int role) const;

private:
    [[nodiscard]] QString text(FramesModel::Column column) const;

    const link::FrameRow& m_row;
    QString m_name;
};

/// What the cells of a delivery below a message say.
class DeliveryCells final {
public:
    /// `label`: what the client is called, with its id.
    DeliveryCells(const Delivery& delivery, QString label)
        : m_delivery(delivery)
        , m_label(std::move(label))
    {
    }

    [[nodiscard]] QVariant data(FramesModel::Column column, int role) const;

private:
    [[nodiscard]] QString text(FramesModel::Column column) const;

    const Delivery& m_delivery;
    QString m_label;
};

[[nodiscard]] QVariant frameHeaderData(FramesModel::Column column, int role);

} // namespace signalbox::ui
