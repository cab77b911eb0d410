// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/status_strip.h"

#include "ui/format/numbers.h"
#include "ui/models/broker_state.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/meaning_label.h"
#include "ui/widgets/sparkline.h"

#include <QtWidgets/QBoxLayout>

#include <algorithm>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

StatusStrip::StatusStrip(BrokerState& state, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_listeners(new MeaningLabel)
    , m_clients(new MeaningLabel)
    , m_rate(new MeaningLabel)
    , m_sparkline(new Sparkline(TrafficRate::historyLength))
    , m_queue(new MeaningLabel)
    , m_webhook(new MeaningLabel)
    , m_memory(new MeaningLabel(Meaning::Muted))
    , m_ledger(new MeaningLabel(Meaning::Muted))
    , m_notKept(new MeaningLabel(Meaning::Muted))
{
    m_sparkline->setToolTip(tr("Messages and deliveries in the last minute"));
    m_queue->setToolTip(tr("Bytes that wait for clients"));
    m_memory->setToolTip(tr("Memory of the process"));
    m_ledger->setToolTip(tr("captured = shown + hidden + waiting + cleared + not kept"));
    m_ledger->setAccessibleName(tr("Ledger of the frames"));
    m_ledger->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_ledger->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(spacing(1), 3, spacing(1), 3);
    layout->setSpacing(spacing(2));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_listeners, m_clients, m_rate, m_sparkline,
                                                           m_queue, m_webhook, m_memory}) {
        layout->addWidget(widget);
    }
    layout->addWidget(m_ledger, 1);
    layout->addWidget(m_notKept);
    connect(&m_state, &BrokerState::listenersChanged, this, &StatusStrip::updateListeners);
    connect(&m_state, &BrokerState::populationChanged, this, &StatusStrip::updateClients);
    connect(&m_state, &BrokerState::statisticsChanged, this, &StatusStrip::updateStatistics);
    connect(&m_state.frames(), &FramesModel::ledgerChanged, this, &StatusStrip::updateLedger);
    updateListeners();
    updateClients();
    updateStatistics();
    updateLedger();
}

QLabel& StatusStrip::webhook()
{
    return *m_webhook;
}

QLabel& StatusStrip::ledger()
{
    return *m_ledger;
}

QLabel& StatusStrip::notKept()
{
    return *m_notKept;
}

void StatusStrip::updateListeners()
{
    const auto& listeners = m_state.listeners().listeners;
    const auto listening =
        std::count_if(listeners.begin(), listeners.end(),
                      [](const link::ListenerState& listener) { return listener.listening; });
    m_listeners->setText(listening == 0   ? tr("○ not listening")
                         : listening == 1 ? tr("● 1 listener")
                                          : tr("● %1 listeners").arg(listening));
    m_listeners->setMeaning(listening == 0 ? Meaning::Warning : Meaning::Good);
    QStringList lines;
    for (const link::ListenerState& listener : listeners) {
        const QString url = QString::fromUtf8(listener.url);
        lines += listener.error.isEmpty() ? url : url + u": "_s + listener.error;
    }
    m_listeners->setToolTip(lines.join(u'\n'));
}

void StatusStrip::updateClients()
{
    const auto clients = static_cast<qint64>(m_state.clients().rowCount());
    m_clients->setText(clients == 1 ? tr("1 client") : tr("%1 clients").arg(countText(clients)));
}

void StatusStrip::updateStatistics()
{
    const link::Statistics& statistics = m_state.statistics();
    const TrafficRate& rate = m_state.rate();
    m_rate->setText(tr("↓ %1/s  ↑ %2/s").arg(rateText(rate.received()), rateText(rate.delivered())));
    QString rateTip = tr("Messages that came in and deliveries that went out, in a second");
    if (statistics.messagesIgnored > 0) {
        rateTip += u'\n' + tr("%1 came from clients that may not send: they were ignored")
                               .arg(countText(statistics.messagesIgnored));
    }
    m_rate->setToolTip(rateTip);
    m_sparkline->setValues(rate.history());
    m_queue->setText(tr("queue %1").arg(bytesText(statistics.queuedBytes)));
    m_queue->setMeaning(statistics.queuedBytes > 0 ? Meaning::Warning : Meaning::Muted);
    m_memory->setText(statistics.residentBytes > 0 ? bytesText(statistics.residentBytes) : QString());
    updateWebhook();
}

void StatusStrip::updateWebhook()
{
    const link::Statistics& statistics = m_state.statistics();
    const quint64 lost = statistics.webhookFailed + statistics.webhookRefused;
    QString text = tr("webhook %1").arg(countText(statistics.webhookTaken));
    if (lost > 0) {
        text += u" ✕ "_s + countText(lost);
    }
    m_webhook->setText(text);
    m_webhook->setMeaning(lost > 0 ? Meaning::Bad : Meaning::Normal);
    m_webhook->setToolTip(
        tr("Calls of the webhook since the start:\n%1 taken by the application\n%2 failed, or "
           "given up\n%3 not tried, as too many waited")
            .arg(countText(statistics.webhookTaken), countText(statistics.webhookFailed),
                 countText(statistics.webhookRefused)));
    m_webhook->setVisible(statistics.webhook || statistics.webhookTaken + lost > 0);
}

void StatusStrip::updateLedger()
{
    const ViewLedger ledger = m_state.frames().ledger();
    QStringList parts{tr("captured %1").arg(countText(ledger.captured)),
                      ledger.unlisted == 0
                          ? tr("shown %1").arg(countText(ledger.shown))
                          : tr("shown the newest %1 of %2 that match")
                                .arg(countText(ledger.shown), countText(ledger.shown + ledger.unlisted)),
                      tr("hidden %1").arg(countText(ledger.hidden))};
    if (ledger.waiting > 0) {
        parts += tr("waiting %1").arg(countText(ledger.waiting));
    }
    if (ledger.cleared > 0) {
        parts += tr("cleared %1").arg(countText(ledger.cleared));
    }
    m_ledger->setText(parts.join(u"   "_s));
    m_notKept->setText(tr("not kept %1").arg(countText(ledger.notKept)));
    m_notKept->setMeaning(ledger.notKept > 0 ? Meaning::Warning : Meaning::Muted);
}

} // namespace signalbox::ui
