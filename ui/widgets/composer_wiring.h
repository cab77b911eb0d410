// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/window_parts.h"

#include <QtCore/QObject>

namespace signalbox::ui {

/// Connects the composer with the actions about the message. Owner: the main window.
class ComposerWiring final : public QObject {
    Q_OBJECT

public:
    /// The parts must outlive the wiring.
    explicit ComposerWiring(const WindowParts& parts);

private:
    void startNew();

    WindowParts m_parts;
};

} // namespace signalbox::ui
