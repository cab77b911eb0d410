// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/message_form.h"

#include "ui/format/numbers.h"
#include "ui/models/json_outline.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/palette.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QToolButton>

namespace signalbox::ui {

MessageForm::MessageForm(QWidget* parent)
    : QWidget(parent)
    , m_action(new QLineEdit(QStringLiteral("message")))
    , m_message(new QPlainTextEdit)
    , m_messageState(new QLabel)
    , m_asValue(new QCheckBox(tr("Send as a JSON &value")))
    , m_moreButton(new QToolButton)
    , m_more(new QWidget)
    , m_user(new QLineEdit)
    , m_group(new QLineEdit)
{
    m_action->setAccessibleName(tr("Action"));
    m_action->setPlaceholderText(tr("required"));
    m_message->setAccessibleName(tr("Message"));
    m_message->setPlaceholderText(tr("Text, or JSON"));
    m_message->setFont(monospacedFont());
    m_message->setTabChangesFocus(true);
    m_messageState->setTextFormat(Qt::PlainText);
    m_messageState->setForegroundRole(QPalette::PlaceholderText);
    m_asValue->setToolTip(tr("Otherwise the message is a string that holds JSON, as most clients expect"));
    m_user->setPlaceholderText(tr("nobody"));
    m_user->setAccessibleName(tr("As user"));
    m_group->setPlaceholderText(tr("none"));
    m_group->setAccessibleName(tr("Group of the envelope"));

    buildLayout();
    connect(m_moreButton, &QToolButton::toggled, this, &MessageForm::showMore);
    connect(m_message, &QPlainTextEdit::textChanged, this, &MessageForm::messageChanged);
    connect(m_asValue, &QCheckBox::toggled, this, &MessageForm::changed);
    for (QLineEdit* edit : {m_action, m_user, m_group}) {
        connect(edit, &QLineEdit::textChanged, this, &MessageForm::changed);
    }
    showMore(false);
    messageChanged();
}

void MessageForm::buildLayout()
{
    auto* actionLabel = new QLabel(tr("A&ction"));
    actionLabel->setBuddy(m_action);
    auto* messageLabel = new QLabel(tr("&Message"));
    messageLabel->setBuddy(m_message);
    auto* action = new QHBoxLayout;
    action->addWidget(actionLabel);
    action->addWidget(m_action, 1);
    auto* heading = new QHBoxLayout;
    heading->addWidget(messageLabel);
    heading->addStretch();
    heading->addWidget(m_messageState);

    auto* more = new QFormLayout(m_more);
    more->setContentsMargins(spacing(2), 0, 0, 0);
    more->addRow(tr("As &user"), m_user);
    more->addRow(tr("&Group field"), m_group);
    m_moreButton->setText(tr("User and group"));
    m_moreButton->setCheckable(true);
    m_moreButton->setAutoRaise(true);
    m_moreButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_moreButton->setToolTip(tr("Show the fields userId and groupId of the envelope"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing(1) / 2 + 2);
    column->addLayout(action);
    column->addLayout(heading);
    column->addWidget(m_message, 1);
    column->addWidget(m_asValue);
    column->addWidget(m_moreButton);
    column->addWidget(m_more);
}

Draft MessageForm::draft() const
{
    Draft draft;
    draft.action = m_action->text().toUtf8();
    draft.message = m_message->toPlainText().toUtf8();
    draft.kind =
        m_asValue->isVisibleTo(this) && m_asValue->isChecked() ? MessageKind::Value : MessageKind::String;
    draft.user = m_user->text().toUtf8();
    draft.group = m_group->text().toUtf8();
    return draft;
}

void MessageForm::clear()
{
    m_message->clear();
    m_asValue->setChecked(false);
    m_user->clear();
    m_group->clear();
}

void MessageForm::messageChanged()
{
    const QByteArray text = m_message->toPlainText().toUtf8();
    const auto json = jsonOutline(text);
    const bool isStructure = json && (json->type == JsonType::Object || json->type == JsonType::Array);
    const QString size = exactBytesText(text.size());
    m_messageState->setText(text.isEmpty() ? QString()
                            : isStructure  ? tr("JSON ✓  %1").arg(size)
                                           : tr("text  %1").arg(size));
    m_asValue->setVisible(json.has_value());
    Q_EMIT changed();
}

void MessageForm::showMore(bool isOpen)
{
    m_moreButton->setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow);
    m_more->setVisible(isOpen);
}

} // namespace signalbox::ui
