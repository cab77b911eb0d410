// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/recipient.h"
#include "server/core/result.h"
#include "ui/models/recipient_completer.h"

#include <QtCore/QElapsedTimer>
#include <QtWidgets/QWidget>

class QLineEdit;
class QToolButton;

namespace signalbox::ui {

class ClientsModel;
class FlowLayout;
class MeaningLabel;
class RecipientPopup;

/// The *To* of the composer: chips for the recipients, and a line that adds
/// one, with completion over the groups, users, tags and clients that are there
/// now. What is typed but not yet a chip counts as a recipient, too. Keys:
/// Enter, Tab and comma make a chip, Backspace in an empty line goes to the
/// last one, the arrows go from chip to chip, Delete takes it out.
class RecipientEditor final : public QWidget {
    Q_OBJECT

public:
    /// `clients` must outlive the editor.
    explicit RecipientEditor(const ClientsModel& clients, QWidget* parent = nullptr);

    /// The error says what is wrong with the one that is being typed.
    [[nodiscard]] Result<Recipients> recipients() const;
    void setRecipients(const Recipients& recipients);
    /// Clients came or went: what is offered follows.
    void populationChanged();

    [[nodiscard]] QLineEdit& valueEdit() { return *m_value; }
    [[nodiscard]] QToolButton& addButton() { return *m_add; }
    [[nodiscard]] RecipientPopup& popup() { return *m_popup; }

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void edited();
    void addTyped();
    void add(const Recipient& recipient);
    void remove(size_t index);
    void focusChip(int index); ///< behind the last one: the line
    void rebuildChips();
    [[nodiscard]] Result<Recipient> typed() const;
    bool keyInLine(int key);

    Recipients m_recipients; ///< the chips
    mutable RecipientCompleter m_completer;
    QElapsedTimer m_sinceRead; ///< of the clients, for what is offered
    bool m_isStale = true;
    QWidget* m_chips;
    FlowLayout* m_chipLayout;
    QLineEdit* m_value;
    QToolButton* m_add;
    MeaningLabel* m_fault;
    RecipientPopup* m_popup;
};

} // namespace signalbox::ui
