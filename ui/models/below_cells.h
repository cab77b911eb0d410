// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/events.h"
#include "ui/models/frame_log.h"
#include "ui/models/frames_model.h"

#include <QtCore/QVariant>

namespace signalbox::ui {

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

} // namespace signalbox::ui
