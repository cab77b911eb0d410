// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/draft.h"

#include <QtWidgets/QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QToolButton;

namespace signalbox::ui {

/// The fields of an envelope beside its recipients: action, message, user and group.
class MessageForm final : public QWidget {
    Q_OBJECT

public:
    explicit MessageForm(QWidget* parent = nullptr);

    /// Without recipients.
    [[nodiscard]] Draft draft() const;
    void clear();

    [[nodiscard]] QLineEdit& action() { return *m_action; }
    [[nodiscard]] QPlainTextEdit& message() { return *m_message; }

Q_SIGNALS:
    void changed();

private:
    void buildLayout();
    void messageChanged();
    void showMore(bool isOpen);

    QLineEdit* m_action;
    QPlainTextEdit* m_message;
    QLabel* m_messageState; ///< "JSON object, 14 bytes"
    QCheckBox* m_asValue;
    QToolButton* m_moreButton;
    QWidget* m_more;
    QLineEdit* m_user;
    QLineEdit* m_group;
};

} // namespace signalbox::ui
