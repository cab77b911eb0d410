// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/frame_goal.h"

#include <QtWidgets/QDialog>

class QLineEdit;

namespace signalbox::ui {

class FramesModel;
class MeaningLabel;

/// Asks for the number of a frame or a time. It stays open while there is no such row, and says why.
class GoToDialog final : public QDialog {
    Q_OBJECT

public:
    /// `frames` must outlive the dialog.
    explicit GoToDialog(const FramesModel& frames, QWidget* parent = nullptr);

    [[nodiscard]] QLineEdit& field() { return *m_field; }
    /// Why it does not go there; empty when nothing is wrong.
    [[nodiscard]] QString faultText() const;

    void accept() override;

Q_SIGNALS:
    void chosen(const QModelIndex& index);

private:
    [[nodiscard]] QString words(FrameGoal::Fault fault) const;

    const FramesModel& m_frames;
    QLineEdit* m_field;
    MeaningLabel* m_fault;
};

} // namespace signalbox::ui
