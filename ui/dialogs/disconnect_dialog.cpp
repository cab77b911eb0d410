// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/disconnect_dialog.h"

#include "ui/widgets/appearance.h"

#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

namespace signalbox::ui {

DisconnectDialog::DisconnectDialog(CommandSender& commands, ClientId client, const QString& label,
                                   QWidget* parent)
    : CommandDialog(commands, tr("Disconnect a client"), tr("&Disconnect"), parent)
    , m_client(client)
{
    auto* who = new QLabel;
    who->setTextFormat(Qt::PlainText);
    who->setText(fontMetrics().elidedText(label, Qt::ElideMiddle, spacing(50)));
    form().addRow(tr("Client"), who);
    m_fields = new CloseCodeFields(form(), this);
    finish(m_fields->reason());
    connect(m_fields, &CloseCodeFields::validityChanged, &confirm(), &QWidget::setEnabled);
}

link::Command DisconnectDialog::command() const
{
    return link::DisconnectClient{m_client, m_fields->closeCode(), m_fields->closeReason()};
}

} // namespace signalbox::ui
