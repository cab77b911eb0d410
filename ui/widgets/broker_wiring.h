// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

private:
    void connectActions();
    void openDemo();
    void showListenerErrors();
    void brokerStopped();

    WindowParts m_parts;
    QString m_notice;
};

} // namespace signalbox::ui
