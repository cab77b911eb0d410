// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>

#include <functional>

namespace signalbox {

/// Turns one wake-up of a Mailbox into one call in the thread that this object lives in.
/// Qt carries the wake-up and nothing else.
class MailboxWaker final : public QObject {
public:
    explicit MailboxWaker(std::function<void()> drain);

    /// Asks for one drain in the owner's thread. Any thread.
    void wake();

protected:
    bool event(QEvent* event) override;

private:
    std::function<void()> m_drain;
};

} // namespace signalbox
