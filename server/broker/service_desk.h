// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/directory.h"
#include "server/broker/dispatcher.h"
#include "server/broker/hub_task.h"
#include "server/broker/link_feeds.h"
#include "server/broker/xsockets_sequencer.h"
#include "server/recording/capture_writer.h"

namespace signalbox::broker {

/// Carries out what services ask for, in the order that they asked: sends messages, has the workers act on
/// clients and groups. Its messages are Push rows in the frames list. The other way round, it passes on to
/// the services thread what the operator wants of it.
///
/// Thread: hub.
class ServiceDesk final {
public:
    struct Surroundings {
        const Clock& clock;
        Mailboxes& mailboxes;
        Dispatcher& dispatcher;
        recording::CaptureWriter& capture;
        link::ServicesAvailability availability;
        LinkFeeds& feeds;
        const Directory& directory;
        XSocketsSequencer& sequencer;
    };

    explicit ServiceDesk(const Surroundings& surroundings);

    void send(const hub_task::ServiceSend& send);
    /// To clients of every dialect, those of the controller and those who subscribe.
    void send(const hub_task::ControllerSend& send);
    void carryOut(const hub_task::ServiceAct& act);

    /// Of the operator. Answered, by the services thread where there is one.
    void carryOut(link::CommandId id, const link::Command& command);
    /// A console wants to know all of services.
    void attach(link::LinkId link);
    void nobodyLooks();

private:
    [[nodiscard]] Recipients recipientsOf(const services::script_act::Invoke& message) const;
    void post(RoutedMessage message, const QByteArray& envelope);
    [[nodiscard]] bool isThere() const
    {
        return m_surroundings.availability == link::ServicesAvailability::Available;
    }

    Surroundings m_surroundings;
};

/// Whether it is for ServiceDesk.
[[nodiscard]] bool isServiceCommand(const link::Command& command);

} // namespace signalbox::broker
