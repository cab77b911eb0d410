// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/draft.h"
#include "ui/models/send_schedule.h"

#include <QtWidgets/QWidget>

class QAbstractItemModel;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QToolButton;

namespace signalbox::ui {

class MeaningLabel;
class PayloadFile;
class RepeatForm;
class VariablesForm;

/// What is sent beside its recipients: action, message and how it goes out,
/// user and group, variables, and how often. Checks JSON and hexadecimal digits
/// as one types.
class MessageForm final : public QWidget {
    Q_OBJECT

public:
    /// `actions`: to complete from. Must outlive the form.
    explicit MessageForm(QAbstractItemModel& actions, QWidget* parent = nullptr);

    /// The action of a message for which nobody wrote one.
    [[nodiscard]] static QString standardAction() { return QStringLiteral("message"); }

    /// Without recipients.
    [[nodiscard]] Draft draft() const;
    void setDraft(const Draft& draft);
    [[nodiscard]] SendSchedule::Plan plan() const;
    void clear();
    /// Breaks JSON into lines; says where it is none.
    void format();
    void chooseFile();

    [[nodiscard]] QLineEdit& action() { return *m_action; }
    [[nodiscard]] QPlainTextEdit& message() { return *m_message; }
    [[nodiscard]] QComboBox& kind() { return *m_kind; }
    [[nodiscard]] QString stateText() const;

Q_SIGNALS:
    void changed();

private:
    void build();
    [[nodiscard]] QWidget* buildMore();
    void buildLayout();
    void edited();
    void showState(const Draft& draft);
    void showMore(bool isOpen);
    [[nodiscard]] MessageKind messageKind() const;

    QLineEdit* m_action;
    QPlainTextEdit* m_message;
    QComboBox* m_kind;
    QToolButton* m_format;
    MeaningLabel* m_state; ///< "JSON ✓  14 bytes"
    PayloadFile* m_file;
    VariablesForm* m_variables;
    QToolButton* m_moreButton;
    QWidget* m_actionRow;
    QWidget* m_envelopeFields;
    QWidget* m_more;
    QLineEdit* m_user;
    QLineEdit* m_group;
    RepeatForm* m_repeat;
};

} // namespace signalbox::ui
