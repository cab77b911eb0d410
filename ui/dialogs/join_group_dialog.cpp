// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/join_group_dialog.h"

#include "ui/widgets/appearance.h"
#include "ui/widgets/meaning_label.h"

#include <QtWidgets/QCompleter>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

namespace signalbox::ui {

JoinGroupDialog::JoinGroupDialog(CommandSender& commands, ClientId client, const QString& label,
                                 const QStringList& groups, QWidget* parent)
    : CommandDialog(commands, tr("Join a group"), tr("&Join"), parent)
    , m_client(client)
    , m_group(new QLineEdit)
    , m_state(new MeaningLabel)
{
    auto* who = new QLabel;
    who->setTextFormat(Qt::PlainText);
    who->setText(fontMetrics().elidedText(label, Qt::ElideMiddle, spacing(50)));
    m_group->setAccessibleName(tr("Group"));
    m_group->setPlaceholderText(tr("one that there is, or a new one"));
    m_group->setMinimumWidth(spacing(40));
    auto* completer = new QCompleter(groups, this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_group->setCompleter(completer);
    connect(m_group, &QLineEdit::textChanged, this, &JoinGroupDialog::check);
    form().addRow(tr("Client"), who);
    form().addRow(tr("&Group"), m_group);
    form().addRow(QString(), m_state);
    finish(*m_group);
    check();
}

void JoinGroupDialog::check()
{
    const QByteArray name = m_group->text().toUtf8();
    const bool isName = GroupName::make(name).has_value();
    confirm().setEnabled(isName);
    m_state->setMeaning(isName || name.isEmpty() ? Meaning::Muted : Meaning::Bad);
    m_state->setText(isName || name.isEmpty()
                         ? tr("Beside the groups that it is in. Capital letters count.")
                         : tr("✕ A name has 1 to %1 bytes and no control characters.").arg(maxNameBytes));
}

link::Command JoinGroupDialog::command() const
{
    return link::JoinGroup{m_client, GroupName::make(m_group->text().toUtf8()).value_or(GroupName())};
}

} // namespace signalbox::ui
