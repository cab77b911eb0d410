// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/close_code_fields.h"
#include "ui/dialogs/command_dialog.h"

namespace signalbox::ui {

/// Asks for the close code and the reason with which a client is disconnected.
class DisconnectDialog final : public CommandDialog {
    Q_OBJECT

public:
    /// `label` names the client.
    DisconnectDialog(CommandSender& commands, ClientId client, const QString& label,
                     QWidget* parent = nullptr);

    [[nodiscard]] link::Command command() const override;
    [[nodiscard]] CloseCodeFields& fields() { return *m_fields; }

private:
    ClientId m_client;
    CloseCodeFields* m_fields;
};

} // namespace signalbox::ui
