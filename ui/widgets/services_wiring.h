// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/service_acts.h"
#include "ui/widgets/window_parts.h"

#include <QtCore/QObject>

namespace signalbox::ui {

/// Connects the services with what the operator does to them. Owner: the main window.
class ServicesWiring final : public QObject {
    Q_OBJECT

public:
    /// The parts must outlive the wiring. `isLocal`: the broker's files are on this machine.
    ServicesWiring(const WindowParts& parts, bool isLocal);

private:
    void show(const QByteArray& file);
    void updateCount();
    void open(const QString& path);

    WindowParts m_parts;
    ServiceActs m_acts;
};

} // namespace signalbox::ui
