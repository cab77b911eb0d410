// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/local_link.h"

#include "server/broker/frame_commands.h"

#include <algorithm>

namespace signalbox::broker {

namespace {

constexpr recording::ConsumerId window = 1;
/// A window that is busy gets no more than so many batches ahead.
constexpr int maxUnconfirmedBatches = 4;

} // namespace

LocalLink::LocalLink(Mailboxes& mailboxes)
    : m_mailboxes(mailboxes)
{
    m_mailboxes.link.setReader([this](std::vector<link::Event>&& events) { arrived(events); });
}

LocalLink::~LocalLink()
{
    m_mailboxes.link.setReader(nullptr);
}

void LocalLink::attach()
{
    if (std::exchange(m_attached, true)) {
        return;
    }
    Mailbox<link::Event>& mailbox = m_mailboxes.link;
    recording::ConsumerSink sink{
        [&mailbox](link::FrameBatch batch) { mailbox.post(link::FramesCaptured{std::move(batch)}); },
        [&mailbox](link::CommandId command, link::FrameDetail detail) {
            mailbox.post(link::CommandAnswer{command, std::move(detail)});
        },
        [&mailbox](link::FramesFound found) { mailbox.post(std::move(found)); },
    };
    m_mailboxes.hub.post(hub_task::Attach{});
    m_mailboxes.capture.post(recording::AttachConsumer{window, std::move(sink), maxUnconfirmedBatches});
}

void LocalLink::detach()
{
    if (std::exchange(m_attached, false)) {
        m_mailboxes.capture.post(recording::DetachConsumer{window});
        m_mailboxes.hub.post(hub_task::Detach{});
    }
}

link::CommandId LocalLink::send(link::Command command)
{
    const link::CommandId id = ++m_lastCommand;
    if (isFrameCommand(command)) {
        sendToCapture(id, command);
    } else if (const Result<void> handled = handleTestClients(command); !handled) {
        m_mailboxes.link.post(link::CommandAnswer{id, handled.error()});
    } else {
        m_mailboxes.hub.post(hub_task::Command{id, std::move(command)});
    }
    return id;
}

void LocalLink::sendToCapture(link::CommandId id, const link::Command& command)
{
    if (!m_attached) { // capture knows no such consumer, and every command is answered
        m_mailboxes.link.post(link::CommandAnswer{id, link::notAttached()});
        return;
    }
    Result<recording::CaptureTask> task =
        captureTask(window, id, command, [&mailbox = m_mailboxes.link](link::FramesFound found) {
            mailbox.post(std::move(found));
        });
    if (!task) {
        m_mailboxes.link.post(link::CommandAnswer{id, task.error()});
        return;
    }
    if (!std::holds_alternative<link::FetchFrame>(command)) { // capture answers that with the frame
        m_mailboxes.link.post(link::CommandAnswer{id, link::CommandAnswer::Done{}});
    }
    m_mailboxes.capture.post(std::move(task).value());
}

Result<void> LocalLink::handleTestClients(const link::Command& command) const
{
    if (!std::holds_alternative<link::ConnectTestClients>(command) &&
        !std::holds_alternative<link::DisconnectTestClients>(command)) {
        return {};
    }
    if (!m_testClients) {
        return Error{"command.not_supported", QStringLiteral("This program has no test clients.")};
    }
    return m_testClients(command);
}

void LocalLink::arrived(const std::vector<link::Event>& events)
{
    Q_EMIT eventsArrived(events);
    const auto batches = std::count_if(events.begin(), events.end(), [](const link::Event& event) {
        return std::holds_alternative<link::FramesCaptured>(event);
    });
    if (batches > 0) {
        m_mailboxes.capture.post(recording::ConfirmBatches{window, static_cast<int>(batches)});
    }
}

} // namespace signalbox::broker
