// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/banner.h"

#include <QtCore/QByteArray>

class QPushButton;

namespace signalbox::ui {

class ServicesModel;

/// "The service chat.js is disabled: it had to be stopped 3 times", across the top of the window, with
/// buttons that show it and that enable it. Goes when the service is enabled again, or gone.
class StrikesBar final : public Banner {
    Q_OBJECT

public:
    /// `services` must outlive the bar.
    explicit StrikesBar(ServicesModel& services, QWidget* parent = nullptr);

    [[nodiscard]] QPushButton& enableButton() { return *m_enable; }
    [[nodiscard]] QPushButton& showButton() { return *m_show; }

Q_SIGNALS:
    void enableWanted(const QByteArray& file);
    void showWanted(const QByteArray& file);

private:
    void tell(const QByteArray& file);
    void check();

    ServicesModel& m_services;
    QPushButton* m_show;
    QPushButton* m_enable;
    QByteArray m_file; ///< empty: there is nothing to say
};

} // namespace signalbox::ui
