// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/command_dialog.h"

#include "ui/models/command_sender.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/meaning_label.h"

#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QPushButton>

namespace signalbox::ui {

CommandDialog::CommandDialog(CommandSender& commands, const QString& title, const QString& confirmText,
                             QWidget* parent)
    : QDialog(parent)
    , m_commands(commands)
    , m_form(new QFormLayout(this))
    , m_error(new MeaningLabel(Meaning::Bad))
    , m_confirm(nullptr)
    , m_confirmText(confirmText)
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    m_form->setContentsMargins(spacing(2), spacing(2), spacing(2), spacing(2));
    m_form->setVerticalSpacing(spacing(1));
    m_form->setHorizontalSpacing(spacing(2));
    m_error->setWordWrap(true);
    m_error->hide();
}

void CommandDialog::addText(const QString& text)
{
    auto* label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    label->setMinimumWidth(spacing(48));
    m_form->addRow(label);
}

void CommandDialog::finish(QWidget& firstFocus)
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_confirm = buttons->addButton(m_confirmText, QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_form->addRow(m_error);
    m_form->addRow(buttons);
    m_confirm->setDefault(true); // only now has it a dialog to be the default of
    firstFocus.setFocus();
}

QString CommandDialog::errorText() const
{
    return m_error->isHidden() ? QString() : m_error->text();
}

void CommandDialog::accept()
{
    if (!m_confirm->isEnabled()) {
        return;
    }
    m_error->hide();
    m_confirm->setEnabled(false); // asked once, until the answer is here
    m_commands.send(command(), this, [this](const link::CommandAnswer& answer) { take(answer); });
}

void CommandDialog::take(const link::CommandAnswer& answer)
{
    const auto* error = std::get_if<Error>(&answer.result);
    if (error == nullptr) {
        QDialog::accept();
        return;
    }
    m_error->setText(QStringLiteral("✕ ") + error->message);
    m_error->show();
    m_confirm->setEnabled(true);
}

} // namespace signalbox::ui
