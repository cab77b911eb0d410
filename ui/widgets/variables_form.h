// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/draft.h"

#include <QtWidgets/QWidget>

class QFormLayout;
class QLineEdit;

namespace signalbox::ui {

class MeaningLabel;

/// A line for each variable of the message that only the sender knows the value
/// of, and below them the message with all filled in. Hidden while there is no
/// variable. Values stay while a variable is gone and comes back. Limit: 12
/// lines.
class VariablesForm final : public QWidget {
    Q_OBJECT

public:
    explicit VariablesForm(QWidget* parent = nullptr);

    /// The variables of the draft; its own values are taken as they are.
    void setDraft(const Draft& draft);
    void setValues(const QMap<QString, QString>& values);
    [[nodiscard]] const QMap<QString, QString>& values() const { return m_values; }

Q_SIGNALS:
    void changed();

private:
    void rebuild(const QStringList& names);

    QMap<QString, QString> m_values;
    QStringList m_names; ///< those that have a line
    QFormLayout* m_rows;
    MeaningLabel* m_filled;
};

} // namespace signalbox::ui
