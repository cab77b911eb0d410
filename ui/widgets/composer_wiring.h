// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/composer_settings.h"
#include "ui/widgets/window_parts.h"

#include <QtCore/QObject>

namespace signalbox::ui {

/// Connects the composer with the actions about the message, and remembers what
/// was chosen. Owner: the main window.
class ComposerWiring final : public QObject {
    Q_OBJECT

public:
    /// The parts must outlive the wiring. `stateFile`: where choices are
    /// remembered; empty: nowhere.
    ComposerWiring(const WindowParts& parts, const QString& stateFile);

private:
    void connectWriting();
    void connectChoices();
    void startNew();
    void show();

    WindowParts m_parts;
    ComposerSettings m_settings;
};

} // namespace signalbox::ui
