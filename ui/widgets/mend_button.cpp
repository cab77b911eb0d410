// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/mend_button.h"

#include "ui/format/plain.h"
#include "ui/models/command_sender.h"

namespace signalbox::ui {

void sendMend(const Mend& mend, CommandSender& commands, QObject* context,
              const std::function<void(const QString& error)>& answered)
{
    const auto deliver = [answered](const link::CommandAnswer& answer) {
        const auto* error = std::get_if<Error>(&answer.result);
        answered(error == nullptr ? QString() : error->message);
    };
    if (const auto* join = std::get_if<link::JoinGroup>(&mend)) {
        commands.send(*join, context, deliver);
    } else if (const auto* allow = std::get_if<link::AllowOrigin>(&mend)) {
        commands.send(*allow, context, deliver);
    } else if (const auto* mute = std::get_if<link::MuteClient>(&mend)) {
        commands.send(*mute, context, deliver);
    }
}

MendButton::MendButton(CommandSender& commands, QWidget* parent)
    : QPushButton(parent)
    , m_commands(commands)
{
    setAutoDefault(false);
    setVisible(false);
    setAccessibleName(tr("What helps"));
    connect(this, &QPushButton::clicked, this, &MendButton::send);
}

void MendButton::setMend(const Mend& mend)
{
    ++m_turn;
    m_mend = mend;
    setText(plainMenuText(mendText(mend)));
    setAccessibleName(mendText(mend).isEmpty() ? tr("What helps") : mendText(mend));
    setEnabled(true);
    setVisible(!std::holds_alternative<std::monostate>(mend));
}

void MendButton::send()
{
    setEnabled(false);
    sendMend(m_mend, m_commands, this, [this, turn = m_turn](const QString& error) {
        if (turn != m_turn) {
            return;
        }
        if (!error.isEmpty()) {
            setEnabled(true);
            Q_EMIT failed(error);
            return;
        }
        setText(plainMenuText(mendedText(m_mend)));
        Q_EMIT mended();
    });
}

} // namespace signalbox::ui
