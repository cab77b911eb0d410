// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/command_dialog.h"

namespace signalbox::ui {

/// Asks once before every client is taken out of a group, and says what that does.
class RemoveGroupDialog final : public CommandDialog {
    Q_OBJECT

public:
    RemoveGroupDialog(CommandSender& commands, const GroupName& group, qint64 members,
                      QWidget* parent = nullptr);

    [[nodiscard]] link::Command command() const override;

private:
    GroupName m_group;
};

} // namespace signalbox::ui
