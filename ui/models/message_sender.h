// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/draft.h"
#include "ui/models/receipt_record.h"
#include "ui/models/send_schedule.h"

#include <QtCore/QObject>

namespace signalbox::ui {

class CommandSender;
class ReceiptsModel;
class SentHistory;

/// Sends drafts: at once, after a hold when many would get it, at a time, or
/// again and again; notes each in the receipts and in the history. Never waits
/// for an answer. A repetition ends with the first refusal. Main thread.
class MessageSender final : public QObject {
    Q_OBJECT

public:
    /// So many clients are worth a second thought.
    static constexpr qint64 holdFrom = 10;
    static constexpr std::chrono::seconds holdTime{5};

    enum class State {
        Idle,
        Holding,   ///< sends in a moment
        Waiting,   ///< for the time it was told
        Repeating, ///< some are sent
    };

    struct Parts {
        CommandSender& commands;
        ReceiptsModel& receipts;
        SentHistory& history;
        const Clock& clock;
    };

    /// All parts must outlive the sender.
    explicit MessageSender(Parts parts, QObject* parent = nullptr);

    void setHoldEnabled(bool isEnabled) { m_isHoldEnabled = isEnabled; }

    /// `reached`: how many clients would get it. Ignored while another message is
    /// on its way: see state().
    void send(const Draft& draft, qint64 reached, const SendSchedule::Plan& plan);
    /// Again, byte for byte; held when many got it. Ignored when it would be held
    /// while another message is on its way.
    void sendAgain(const ReceiptRecord& record);
    /// Ends a hold by sending.
    void sendNow();
    /// Ends what is held, waits or repeats; false: there is nothing.
    bool cancel();

    [[nodiscard]] State state() const;
    /// Until the next one leaves.
    [[nodiscard]] std::chrono::milliseconds untilNext() const;
    [[nodiscard]] int done() const { return m_schedule.done(); }
    [[nodiscard]] int count() const { return m_plan.count; }
    [[nodiscard]] qint64 reached() const { return m_reached; }

Q_SIGNALS:
    /// The state, or the time until the next one.
    void changed();
    void sent();
    /// Something went wrong beside the message itself, in words: the history
    /// cannot be written, a repetition ended early.
    void failed(const QString& words);

private:
    void begin();
    void sendOne(int number);
    void note(ReceiptRecord record);
    void answered(const link::CommandAnswer& answer);

    Parts m_parts;
    SendSchedule m_hold;
    SendSchedule m_schedule;
    bool m_isHoldEnabled = true;
    Draft m_draft;
    std::optional<ReceiptRecord> m_again; ///< what is held, when it was sent before
    SendSchedule::Plan m_plan;
    qint64 m_reached = 0;
};

} // namespace signalbox::ui
