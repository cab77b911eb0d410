// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pending_bar.h"

#include "ui/format/numbers.h"
#include "ui/format/times.h"
#include "ui/models/message_sender.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/meaning_label.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>

#include <cmath>

namespace signalbox::ui {

using State = MessageSender::State;

PendingBar::PendingBar(MessageSender& sender, QWidget* parent)
    : QFrame(parent)
    , m_sender(sender)
    , m_text(new MeaningLabel(Meaning::Warning))
    , m_progress(new QProgressBar)
    , m_now(new QPushButton(tr("Send &now")))
    , m_cancel(new QPushButton(tr("Cancel    Esc")))
{
    m_text->setWordWrap(true);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(spacing(1) / 2);
    m_progress->setAccessibleName(tr("Progress"));
    m_cancel->setAccessibleName(tr("Cancel sending"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(spacing(1));
    buttons->addWidget(m_cancel, 1);
    buttons->addWidget(m_now, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing(1) / 2);
    column->addWidget(m_text);
    column->addWidget(m_progress);
    column->addLayout(buttons);
    connect(m_now, &QPushButton::clicked, &m_sender, &MessageSender::sendNow);
    connect(m_cancel, &QPushButton::clicked, &m_sender, &MessageSender::cancel);
    connect(&m_sender, &MessageSender::changed, this, &PendingBar::refresh);
    hide();
}

QString PendingBar::text() const
{
    return m_text->text();
}

QString PendingBar::words() const
{
    const auto next = m_sender.untilNext();
    const auto seconds = static_cast<qint64>(std::ceil(static_cast<double>(next.count()) / 1000));
    switch (m_sender.state()) {
    case State::Holding:
        return tr("Goes to %1 clients in %2 s").arg(countText(m_sender.reached()), countText(seconds));
    case State::Waiting:
        return seconds < 60 ? tr("Goes out in %1 s").arg(countText(seconds))
                            : tr("Goes out in %1").arg(durationText(next));
    case State::Repeating:
        return tr("%1 of %2, next in %3 s")
            .arg(countText(static_cast<qint64>(m_sender.done())),
                 countText(static_cast<qint64>(m_sender.count())),
                 displayLocale().toString(static_cast<double>(next.count()) / 1000, 'f', 1));
    case State::Idle:
        break;
    }
    return {};
}

void PendingBar::refresh()
{
    const State state = m_sender.state();
    const bool hadFocus = m_cancel->hasFocus() || m_now->hasFocus();
    setVisible(state != State::Idle);
    if (state == State::Idle) {
        if (hadFocus && parentWidget() != nullptr) {
            parentWidget()->setFocus();
        }
        return;
    }
    m_now->setVisible(state == State::Holding);
    m_text->setText(words());
    if (state == State::Holding) {
        const auto all = std::chrono::milliseconds(MessageSender::holdTime).count();
        m_progress->setRange(0, static_cast<int>(all));
        m_progress->setValue(static_cast<int>(all - m_sender.untilNext().count()));
    } else {
        m_progress->setRange(0, m_sender.count());
        m_progress->setValue(m_sender.done());
    }
}

} // namespace signalbox::ui
