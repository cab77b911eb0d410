// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/mute_dialog.h"

#include "ui/widgets/appearance.h"

#include <QtWidgets/QFormLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>

namespace signalbox::ui {

MuteDialog::MuteDialog(CommandSender& commands, ClientId client, const QString& label, const Clock& clock,
                       QWidget* parent)
    : CommandDialog(commands, tr("Mute a client"), tr("&Mute"), parent)
    , m_client(client)
    , m_clock(clock)
{
    addText(tr("What %1 sends is counted and shown, and passed on to nobody. What is sent to it arrives.")
                .arg(fontMetrics().elidedText(label, Qt::ElideMiddle, spacing(30))));
    const QList<std::pair<int, QString>> choices{
        {5, tr("for &5 minutes")}, {60, tr("for an &hour")}, {0, tr("&until it is unmuted")}};
    for (const auto& [minutes, text] : choices) {
        auto* button = new QRadioButton(text);
        m_choices.addButton(button, minutes);
        form().addRow(button);
    }
    m_choices.button(5)->setChecked(true);
    finish(*m_choices.button(5));
}

link::Command MuteDialog::command() const
{
    const int minutes = m_choices.checkedId();
    return link::MuteClient{m_client, minutes == 0 ? WallTime::max()
                                                   : m_clock.wallNow() + std::chrono::minutes(minutes)};
}

} // namespace signalbox::ui
