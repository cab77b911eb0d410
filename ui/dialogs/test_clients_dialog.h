// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/command_dialog.h"

#include <QtWidgets/QButtonGroup>

class QDoubleSpinBox;
class QLineEdit;
class QSpinBox;

namespace signalbox::ui {

/// Asks for test clients: how many, what they are called, and what they do.
class TestClientsDialog final : public CommandDialog {
    Q_OBJECT

public:
    /// `groups` are offered.
    TestClientsDialog(CommandSender& commands, const QStringList& groups, QWidget* parent = nullptr);

    [[nodiscard]] link::Command command() const override;
    [[nodiscard]] QSpinBox& count() { return *m_count; }
    [[nodiscard]] QLineEdit& name() { return *m_name; }
    [[nodiscard]] QLineEdit& group() { return *m_group; }
    [[nodiscard]] QDoubleSpinBox& interval() { return *m_interval; }
    [[nodiscard]] QButtonGroup& behaviours() { return m_behaviours; }

private:
    void addFields(const QStringList& groups);
    void addBehaviours();
    void check();
    [[nodiscard]] link::TestBehaviour behaviour() const;

    QSpinBox* m_count;
    QLineEdit* m_name;
    QLineEdit* m_group;
    QDoubleSpinBox* m_interval; ///< seconds
    MeaningLabel* m_state;
    QButtonGroup m_behaviours; ///< ids are link::TestBehaviour
};

} // namespace signalbox::ui
