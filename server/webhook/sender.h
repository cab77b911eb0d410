// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/settings/settings.h"
#include "server/webhook/call_queues.h"
#include "server/webhook/call_record.h"
#include "server/webhook/caller.h"
#include "server/webhook/circuit_breaker.h"
#include "server/webhook/retry_schedule.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <functional>
#include <optional>

namespace signalbox::webhook {

/// Brings envelopes to the application: each client's in order, several clients' at the same time, again when
/// it fails, not at all while the circuit is open.
///
/// Thread: webhook.
class Sender final : public QObject {
    Q_OBJECT

public:
    struct Listener {
        std::function<void(const CallRecord& record)> ended; ///< once for each call
        /// An attempt failed, and another follows.
        std::function<void(const CallRecord& record)> retried;
        std::function<void(bool open)> circuitChanged;
        std::function<void()> drained; ///< once, after beginDrain()
    };

    Sender(const WebhookSettings& settings, const Clock& clock, Listener listener,
           RetrySchedule::Chance chance = &Sender::randomShare);
    ~Sender() override;

    void submit(Call call);
    /// What waits is still sent, until the deadline; what is left then has failed.
    void beginDrain(SteadyTime deadline);
    /// Whether the records hold what the application answered.
    void keepAnswers(bool keep) { m_caller.keepAnswers(keep); }
    /// A call as it leaves: header and body.
    [[nodiscard]] QByteArray requestText(const Call& call) const { return m_caller.requestText(call); }

    [[nodiscard]] qint64 waiting() const { return m_queues.count(); }

private:
    void startDue();
    void start(SteadyTime now);
    void answered(ClientId client, const Answer& answer, WallTime began, SteadyTime since);
    [[nodiscard]] bool willRetry(ClientId client, const Answer& answer);
    void note(const Answer& answer);
    void scheduleWakeUp(SteadyTime now);
    void giveUpAll();
    void finishDrainIfEmpty();
    static double randomShare();

    const Clock& m_clock;
    Listener m_listener;
    Caller m_caller;
    CallQueues m_queues;
    RetrySchedule m_schedule;
    CircuitBreaker m_breaker;
    QTimer m_wakeUp;
    std::optional<SteadyTime> m_drainDeadline;
    bool m_drained = false;
};

} // namespace signalbox::webhook
