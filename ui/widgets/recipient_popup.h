// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/recipient.h"

#include <QtCore/QObject>

class QCompleter;
class QLineEdit;

namespace signalbox::ui {

class RecipientCompleter;

/// The list under the line of *To*: opens while one types, and gives the
/// recipient that is chosen with Enter, Tab or the mouse. A comma, and Enter
/// without a choice, take what is typed. Owner: the line.
class RecipientPopup final : public QObject {
    Q_OBJECT

public:
    /// Both must outlive the popup.
    RecipientPopup(QLineEdit& line, RecipientCompleter& model);

    /// Opens it for what is typed.
    void open();
    [[nodiscard]] QCompleter& completer() { return *m_completer; }

Q_SIGNALS:
    void chosen(const signalbox::Recipient& recipient);
    /// What stands in the line is meant as it is.
    void typedWanted();

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    bool keyPressed(int key);
    void choose(int row);

    QLineEdit& m_line;
    RecipientCompleter& m_model;
    QCompleter* m_completer;
};

} // namespace signalbox::ui
