// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/send_schedule.h"

#include <QtWidgets/QWidget>

class QCheckBox;
class QDateTimeEdit;
class QSpinBox;

namespace signalbox::ui {

/// How often a message is sent, with what pause, and when first.
class RepeatForm final : public QWidget {
    Q_OBJECT

public:
    explicit RepeatForm(QWidget* parent = nullptr);

    [[nodiscard]] SendSchedule::Plan plan() const;
    /// Back to once, at once.
    void clear();

Q_SIGNALS:
    void changed();

private:
    QSpinBox* m_count;
    QSpinBox* m_interval;
    QCheckBox* m_isLater;
    QDateTimeEdit* m_time;
};

} // namespace signalbox::ui
