// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/command_dialog.h"

class QLineEdit;

namespace signalbox::ui {

/// Asks for the group that a client joins; completes those that there are.
class JoinGroupDialog final : public CommandDialog {
    Q_OBJECT

public:
    /// `label` names the client, `groups` are offered.
    JoinGroupDialog(CommandSender& commands, ClientId client, const QString& label, const QStringList& groups,
                    QWidget* parent = nullptr);

    [[nodiscard]] link::Command command() const override;
    [[nodiscard]] QLineEdit& group() { return *m_group; }

private:
    void check();

    ClientId m_client;
    QLineEdit* m_group;
    MeaningLabel* m_state;
};

} // namespace signalbox::ui
