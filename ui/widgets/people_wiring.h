// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ids.h"
#include "ui/widgets/window_parts.h"

#include <QtCore/QObject>

namespace signalbox::ui {

/// Connects the clients and the groups with what the operator does to them. Owner: the main window.
class PeopleWiring final : public QObject {
    Q_OBJECT

public:
    /// The parts must outlive the wiring.
    explicit PeopleWiring(const WindowParts& parts);

private:
    void updateCounts();
    void disconnectClient(ClientId client);

    WindowParts m_parts;
};

} // namespace signalbox::ui
