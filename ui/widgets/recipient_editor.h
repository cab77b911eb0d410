// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/recipient.h"

#include <QtCore/QStringListModel>
#include <QtWidgets/QWidget>

class QComboBox;
class QLineEdit;
class QToolButton;

namespace signalbox::ui {

class ClientsModel;
class FlowLayout;

/// The *To* of the composer: chips for the recipients, and a line that adds one, with completion over the
/// groups, users, tags and clients that are there now. What is typed but not yet added counts as a recipient,
/// too.
class RecipientEditor final : public QWidget {
    Q_OBJECT

public:
    /// `clients` must outlive the editor.
    explicit RecipientEditor(const ClientsModel& clients, QWidget* parent = nullptr);

    [[nodiscard]] Recipients recipients() const;
    void setRecipients(const Recipients& recipients);

    [[nodiscard]] QLineEdit& valueEdit() { return *m_value; }
    [[nodiscard]] QComboBox& typeBox() { return *m_type; }

Q_SIGNALS:
    void changed();

private:
    void addTyped();
    void remove(size_t index);
    void rebuildChips();
    void typeChanged();
    void refreshCompletions();
    [[nodiscard]] RecipientType type() const;
    [[nodiscard]] QStringList names(RecipientType type) const;

    const ClientsModel& m_clients;
    Recipients m_recipients; ///< the chips
    QStringListModel m_completions;
    QWidget* m_chips;
    FlowLayout* m_chipLayout;
    QComboBox* m_type;
    QLineEdit* m_value;
    QToolButton* m_add;
};

} // namespace signalbox::ui
