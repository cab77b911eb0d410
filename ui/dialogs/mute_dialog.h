// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/command_dialog.h"

#include <QtWidgets/QButtonGroup>

namespace signalbox::ui {

/// Asks for how long a client is muted.
class MuteDialog final : public CommandDialog {
    Q_OBJECT

public:
    /// `label` names the client; the time begins by `clock`, which must outlive the dialog.
    MuteDialog(CommandSender& commands, ClientId client, const QString& label, const Clock& clock,
               QWidget* parent = nullptr);

    [[nodiscard]] link::Command command() const override;
    [[nodiscard]] QButtonGroup& choices() { return m_choices; }

private:
    ClientId m_client;
    const Clock& m_clock;
    QButtonGroup m_choices; ///< ids are minutes; 0: until it is unmuted
};

} // namespace signalbox::ui
