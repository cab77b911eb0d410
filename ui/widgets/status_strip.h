// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QLabel;

namespace signalbox::ui {

class BrokerState;
class MeaningLabel;
class Sparkline;

/// The status bar: listeners, clients, rates, queue, webhook and memory on the left, the ledger of the frames
/// on the right.
class StatusStrip final : public QWidget {
    Q_OBJECT

public:
    /// `state` must outlive the strip.
    explicit StatusStrip(BrokerState& state, QWidget* parent = nullptr);

    /// "webhook 1,204 ✕ 3"; hidden while there is none.
    [[nodiscard]] QLabel& webhook();
    /// "captured 10,212   shown 410   hidden 9,490" and "not kept 312".
    [[nodiscard]] QLabel& ledger();
    [[nodiscard]] QLabel& notKept();

private:
    void updateListeners();
    void updateClients();
    void updateStatistics();
    void updateWebhook();
    void updateLedger();

    BrokerState& m_state;
    MeaningLabel* m_listeners;
    MeaningLabel* m_clients;
    MeaningLabel* m_rate;
    Sparkline* m_sparkline;
    MeaningLabel* m_queue;
    MeaningLabel* m_webhook;
    MeaningLabel* m_memory;
    MeaningLabel* m_ledger;
    MeaningLabel* m_notKept;
};

} // namespace signalbox::ui
