// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/closing_dialog.h"

#include "ui/widgets/appearance.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace signalbox::ui {

ClosingDialog::ClosingDialog(qint64 clients, Hiding hiding, QWidget* parent)
    : QDialog(parent)
    , m_remember(new QCheckBox(tr("&Remember; File, When the window closes, changes it")))
{
    setWindowTitle(tr("Close the window"));
    auto* text = new QLabel;
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setMinimumWidth(spacing(50));
    const QString place =
        hiding == Hiding::Tray
            ? tr("The broker can go on without the window; an icon in the tray brings it back.")
            : tr("The broker can go on with the window minimised.");
    text->setText(tr("%n client(s) are connected and would lose their connection.", nullptr,
                     static_cast<int>(clients)) +
                  u'\n' + place);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton* keep = buttons->addButton(tr("&Keep serving"), QDialogButtonBox::AcceptRole);
    QPushButton* quit = buttons->addButton(tr("&Quit"), QDialogButtonBox::DestructiveRole);
    connect(keep, &QPushButton::clicked, this, [this] { choose(ClosingChoice::KeepServing); });
    connect(quit, &QPushButton::clicked, this, [this] { choose(ClosingChoice::Quit); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(spacing(2));
    layout->addWidget(text);
    layout->addWidget(m_remember);
    layout->addWidget(buttons);
    keep->setDefault(true);
    keep->setFocus();
}

bool ClosingDialog::isRemembered() const
{
    return m_remember->isChecked();
}

void ClosingDialog::choose(ClosingChoice choice)
{
    m_choice = choice;
    accept();
}

} // namespace signalbox::ui
