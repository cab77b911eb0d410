// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/client_meters.h"

#include "ui/format/numbers.h"
#include "ui/models/client_row.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/meaning_label.h"
#include "ui/widgets/sparkline.h"

#include <QtWidgets/QGridLayout>

namespace signalbox::ui {

ClientMeters::ClientMeters(QWidget* parent)
    : QWidget(parent)
    , m_rate(new MeaningLabel)
    , m_queue(new MeaningLabel)
    , m_rateLine(new Sparkline(TrafficTrail::length))
    , m_queueLine(new Sparkline(TrafficTrail::length))
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(spacing(2));
    grid->setVerticalSpacing(spacing(1));
    grid->addWidget(m_rateLine, 0, 0);
    grid->addWidget(m_rate, 0, 1);
    grid->addWidget(m_queueLine, 1, 0);
    grid->addWidget(m_queue, 1, 1);
    grid->setColumnStretch(1, 1);
}

void ClientMeters::setRow(const ClientRow& row)
{
    m_rate->setText(
        tr("%1 in/s, %2 out/s").arg(rateText(row.trail->receivedRate()), rateText(row.trail->sentRate())));
    const bool waits = row.traffic.queuedBytes > 0;
    m_queue->setText(waits ? tr("◐ %1 wait").arg(bytesText(row.traffic.queuedBytes)) : tr("nothing waits"));
    m_queue->setMeaning(waits ? Meaning::Warning : Meaning::Muted);
    m_rateLine->setValues(row.trail->rates());
    m_queueLine->setValues(row.trail->queues());
}

} // namespace signalbox::ui
