// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/message_form.h"

#include "ui/format/numbers.h"
#include "ui/models/draft_command.h"
#include "ui/models/variables.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/json_editing.h"
#include "ui/widgets/meaning_label.h"
#include "ui/widgets/payload_file.h"
#include "ui/widgets/repeat_form.h"
#include "ui/widgets/variables_form.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QToolButton>

namespace signalbox::ui {

MessageForm::MessageForm(QAbstractItemModel& actions, QWidget* parent)
    : QWidget(parent)
    , m_action(new QLineEdit(standardAction()))
    , m_message(new QPlainTextEdit)
    , m_kind(new QComboBox)
    , m_format(new QToolButton)
    , m_state(new MeaningLabel(Meaning::Muted))
    , m_file(new PayloadFile)
    , m_variables(new VariablesForm)
    , m_moreButton(new QToolButton)
    , m_actionRow(new QWidget)
    , m_envelopeFields(new QWidget)
    , m_more(nullptr)
    , m_user(new QLineEdit)
    , m_group(new QLineEdit)
    , m_repeat(new RepeatForm)
{
    auto* completer = new QCompleter(&actions, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_action->setCompleter(completer);
    build();
    m_more = buildMore();
    buildLayout();
    m_file->takeDropsOn(*m_message->viewport());
    connect(m_moreButton, &QToolButton::toggled, this, &MessageForm::showMore);
    connect(m_message, &QPlainTextEdit::textChanged, this, &MessageForm::edited);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &MessageForm::edited);
    connect(m_format, &QToolButton::clicked, this, &MessageForm::format);
    connect(m_variables, &VariablesForm::changed, this, &MessageForm::edited);
    connect(m_repeat, &RepeatForm::changed, this, &MessageForm::changed);
    connect(m_file, &PayloadFile::changed, this, [this] {
        if (!m_file->path().isEmpty()) {
            m_kind->setCurrentIndex(m_kind->findData(QVariant::fromValue(MessageKind::RawBinary)));
        }
        edited();
    });
    for (QLineEdit* edit : {m_action, m_user, m_group}) {
        connect(edit, &QLineEdit::textChanged, this, &MessageForm::edited);
    }
    showMore(false);
    edited();
}

void MessageForm::build()
{
    m_action->setAccessibleName(tr("Action"));
    m_action->setPlaceholderText(tr("required"));
    m_message->setAccessibleName(tr("Message"));
    m_message->setFont(monospacedFont());
    m_message->setTabChangesFocus(true);
    m_kind->addItem(tr("as a string"), QVariant::fromValue(MessageKind::String));
    m_kind->addItem(tr("as a JSON value"), QVariant::fromValue(MessageKind::Value));
    m_kind->addItem(tr("raw text"), QVariant::fromValue(MessageKind::RawText));
    m_kind->addItem(tr("raw bytes"), QVariant::fromValue(MessageKind::RawBinary));
    m_kind->setItemData(0,
                        tr("In an envelope, as a string, as most clients expect; "
                           "it may hold JSON"),
                        Qt::ToolTipRole);
    m_kind->setItemData(1, tr("In an envelope, as the JSON value that it is"), Qt::ToolTipRole);
    m_kind->setItemData(2, tr("Without an envelope, in one text frame"), Qt::ToolTipRole);
    m_kind->setItemData(3, tr("Without an envelope, in one binary frame"), Qt::ToolTipRole);
    m_kind->setAccessibleName(tr("How the message goes out"));
    m_format->setText(tr("Format"));
    m_format->setToolTip(tr("Break JSON into lines (Ctrl+Shift+F); digits and "
                            "keys stay as they are"));
    m_state->setWordWrap(true);
    m_user->setPlaceholderText(tr("nobody"));
    m_user->setAccessibleName(tr("As user"));
    m_group->setPlaceholderText(tr("none"));
    m_group->setAccessibleName(tr("Group of the envelope"));
    m_moreButton->setText(tr("Sender, repeat, time"));
    m_moreButton->setCheckable(true);
    m_moreButton->setAutoRaise(true);
    m_moreButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_moreButton->setToolTip(tr("The envelope's userId and groupId; how often, and when"));
}

QWidget* MessageForm::buildMore()
{
    auto* fields = new QFormLayout(m_envelopeFields);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->addRow(tr("As &user"), m_user);
    fields->addRow(tr("Grou&p field"), m_group);
    auto* more = new QWidget;
    auto* column = new QVBoxLayout(more);
    column->setContentsMargins(spacing(2), 0, 0, 0);
    column->setSpacing(spacing(1) / 2);
    column->addWidget(m_envelopeFields);
    column->addWidget(m_repeat);
    return more;
}

void MessageForm::buildLayout()
{
    auto* actionLabel = new QLabel(tr("A&ction"));
    actionLabel->setBuddy(m_action);
    auto* action = new QHBoxLayout(m_actionRow);
    action->setContentsMargins(0, 0, 0, 0);
    action->addWidget(actionLabel);
    action->addWidget(m_action, 1);
    auto* messageLabel = new QLabel(tr("Me&ssage"));
    messageLabel->setBuddy(m_message);
    auto* heading = new QHBoxLayout;
    heading->addWidget(messageLabel);
    heading->addWidget(m_kind, 1);
    heading->addWidget(m_format);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing(1) / 2 + 2);
    column->addWidget(m_actionRow);
    column->addLayout(heading);
    column->addWidget(m_message, 1);
    column->addWidget(m_state);
    column->addWidget(m_file);
    column->addWidget(m_variables);
    column->addWidget(m_moreButton);
    column->addWidget(m_more);
}

MessageKind MessageForm::messageKind() const
{
    return m_kind->currentData().value<MessageKind>();
}

Draft MessageForm::draft() const
{
    Draft draft;
    draft.kind = messageKind();
    draft.message = m_message->toPlainText().toUtf8();
    if (!isRaw(draft.kind)) {
        draft.action = m_action->text().toUtf8();
        draft.user = m_user->text().toUtf8();
        draft.group = m_group->text().toUtf8();
    }
    if (draft.kind == MessageKind::RawBinary) {
        draft.file = m_file->path();
        draft.fileBytes = m_file->bytes();
    }
    draft.values = m_variables->values();
    return draft;
}

void MessageForm::setDraft(const Draft& draft)
{
    m_variables->setValues(draft.values);
    m_file->setPath(draft.file);
    m_kind->setCurrentIndex(m_kind->findData(QVariant::fromValue(draft.kind)));
    if (!isRaw(draft.kind)) {
        m_action->setText(QString::fromUtf8(draft.action));
        m_user->setText(QString::fromUtf8(draft.user));
        m_group->setText(QString::fromUtf8(draft.group));
    }
    m_message->setPlainText(QString::fromUtf8(draft.message));
    if (!draft.user.isEmpty() || !draft.group.isEmpty()) {
        m_moreButton->setChecked(true);
    }
}

SendSchedule::Plan MessageForm::plan() const
{
    return m_repeat->plan();
}

QString MessageForm::stateText() const
{
    return m_state->text();
}

void MessageForm::clear()
{
    m_message->clear();
    m_user->clear();
    m_group->clear();
    m_file->setPath({});
    m_kind->setCurrentIndex(0);
    m_repeat->clear();
}

void MessageForm::format()
{
    if (const Result<void> formatted = formatJsonIn(*m_message); !formatted) {
        m_state->setMeaning(Meaning::Warning);
        m_state->setText(tr("Not JSON: %1").arg(formatted.error().message));
        m_state->show();
    }
}

void MessageForm::chooseFile()
{
    m_file->choose();
}

void MessageForm::edited()
{
    const Draft draft = this->draft();
    const bool isBinary = draft.kind == MessageKind::RawBinary;
    m_actionRow->setVisible(!isRaw(draft.kind));
    m_envelopeFields->setVisible(!isRaw(draft.kind));
    m_format->setVisible(!isBinary);
    m_file->setVisible(isBinary);
    m_message->setEnabled(draft.file.isEmpty());
    m_message->setPlaceholderText(isBinary ? tr("Hexadecimal: 81 fe 00 …") : tr("Text, or JSON"));
    m_variables->setDraft(draft);
    showState(draft);
    Q_EMIT changed();
}

void MessageForm::showState(const Draft& draft)
{
    const Draft filled = hasVariables(draft) ? filledIn(draft, {SystemClock().wallNow(), 1, nullptr}) : draft;
    const QString fault = messageFault(filled);
    m_state->setVisible(!draft.message.isEmpty() && draft.file.isEmpty());
    if (!fault.isEmpty()) {
        const bool isFatal = draft.kind == MessageKind::Value || draft.kind == MessageKind::RawBinary;
        m_state->setMeaning(isFatal ? Meaning::Bad : Meaning::Warning);
        m_state->setText(draft.kind == MessageKind::RawBinary ? fault : tr("Not JSON: %1").arg(fault));
        return;
    }
    const Result<QByteArray> payload = payloadOf(filled);
    const QString size = exactBytesText(payload ? payload->size() : 0);
    const QByteArray text = filled.message.trimmed();
    const bool isJson = draft.kind == MessageKind::Value || text.startsWith('{') || text.startsWith('[');
    m_state->setMeaning(Meaning::Muted);
    m_state->setText(draft.kind == MessageKind::RawBinary ? size
                     : isJson                             ? tr("JSON ✓  %1").arg(size)
                                                          : tr("text  %1").arg(size));
}

void MessageForm::showMore(bool isOpen)
{
    m_moreButton->setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow);
    m_more->setVisible(isOpen);
}

} // namespace signalbox::ui
