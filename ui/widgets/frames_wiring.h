// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/frame_steps.h"
#include "ui/widgets/window_parts.h"

#include <QtCore/QObject>

namespace signalbox::ui {

/// Connects the list of frames, its filter and the detail of the frame that is selected. Owner: the main
/// window.
class FramesWiring final : public QObject {
    Q_OBJECT

public:
    /// The parts must outlive the wiring.
    explicit FramesWiring(const WindowParts& parts);

private:
    void connectFilter();
    void connectFilterLine();
    void connectList();
    void selectFrame(quint64 number);
    void fetchDeliveries(quint64 number);
    void stepMatch(StepDirection direction);
    void askForFrame();
    void updateEmptyState();

    WindowParts m_parts;
    quint64 m_selected = 0; ///< the number of the frame whose detail was asked for last
};

} // namespace signalbox::ui
