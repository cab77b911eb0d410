// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/window_parts.h"

#include <QtCore/QObject>

namespace signalbox::ui {

/// Connects the detail of a frame with its actions and with the list. Owner: the main window.
class DetailWiring final : public QObject {
    Q_OBJECT

public:
    /// The parts must outlive the wiring.
    explicit DetailWiring(const WindowParts& parts);

private:
    void goToFrame(quint64 number);

    WindowParts m_parts;
};

} // namespace signalbox::ui
