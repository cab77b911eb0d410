// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/close_code_fields.h"
#include "ui/dialogs/command_dialog.h"

namespace signalbox::ui {

/// Asks for the close code and the reason with which every client of a group is closed, and says how many
/// that are.
class CloseGroupDialog final : public CommandDialog {
    Q_OBJECT

public:
    CloseGroupDialog(CommandSender& commands, const GroupName& group, qint64 members,
                     QWidget* parent = nullptr);

    [[nodiscard]] link::Command command() const override;
    [[nodiscard]] CloseCodeFields& fields() { return *m_fields; }

private:
    GroupName m_group;
    CloseCodeFields* m_fields;
};

} // namespace signalbox::ui
