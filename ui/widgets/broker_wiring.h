// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/events.h"
#include "ui/widgets/window_parts.h"

#include <QtCore/QObject>
#include <QtCore/QString>

namespace signalbox::ui {

/// Connects the actions about the broker as a whole, and says in the banner what is wrong with it. Owner: the
/// main window.
class BrokerWiring final : public QObject {
    Q_OBJECT

public:
    /// The parts must outlive the wiring.
    explicit BrokerWiring(const WindowParts& parts);

    /// What the banner says beside what the broker says: given with the options of the window.
    void setNotice(const QString& notice);
    /// Where the broker is; empty: in this process.
    void setPlace(const QString& place, bool readOnly);

private:
    void connectActions();
    void openDemo();
    void showListenerErrors();
    void brokerStopped();
    void linkLost(const link::LinkLost& lost);

    WindowParts m_parts;
    QString m_notice;
    QString m_place;
};

} // namespace signalbox::ui
