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

/// What the cells of a delivery below a message say.
class DeliveryCells final {
public:
    /// `label`: what the client is called, with its id. `progress`: null while none is known.
    DeliveryCells(const Delivery& delivery, QString label, const link::DeliveryProgress* progress = nullptr)
        : m_delivery(delivery)
        , m_label(std::move(label))
        , m_progress(progress)
    {
    }

    [[nodiscard]] QVariant data(FramesModel::Column column, int role) const;

private:
    [[nodiscard]] QString text(FramesModel::Column column) const;
    [[nodiscard]] QString state() const;
    [[nodiscard]] QString summary() const;

    const Delivery& m_delivery;
    QString m_label;
    const link::DeliveryProgress* m_progress;
};

/// What the cells of one line of a handshake, below its row, say.
class HandshakeCells final {
public:
    HandshakeCells(const std::vector<HandshakeLine>& lines, size_t line)
        : m_line(lines[line])
        , m_isFirst(line == 0 || lines[line - 1].direction != m_line.direction)
    {
    }

    [[nodiscard]] QVariant data(FramesModel::Column column, int role) const;

private:
    const HandshakeLine& m_line;
    bool m_isFirst; ///< of the request or of the response
};

[[nodiscard]] QVariant frameHeaderData(FramesModel::Column column, int role);

} // namespace signalbox::ui
