// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/routing_answer.h"

#include <QtWidgets/QPushButton>

#include <functional>

namespace signalbox::ui {

class CommandSender;

/// A button that sends the command of a Mend, says when it worked, and why it did not. Hidden while there is
/// nothing to mend.
class MendButton final : public QPushButton {
    Q_OBJECT

public:
    /// `commands` must outlive the button.
    explicit MendButton(CommandSender& commands, QWidget* parent = nullptr);

    void setMend(const Mend& mend);

Q_SIGNALS:
    void mended();
    void failed(const QString& why);

private:
    void send();

    CommandSender& m_commands;
    Mend m_mend;
    int m_turn = 0; ///< an answer to an earlier mend is not for this one
};

/// Sends the command of a mend; the answer goes to `answered`, unless `context` is gone by then.
void sendMend(const Mend& mend, CommandSender& commands, QObject* context,
              const std::function<void(const QString& error)>& answered);

} // namespace signalbox::ui
