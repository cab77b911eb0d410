// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/broker_wiring.h"

#include "ui/models/broker_state.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/banner.h"

#include <QtCore/QUrl>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QDesktopServices>
#include <QtGui/QGuiApplication>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

BrokerWiring::BrokerWiring(const WindowParts& parts)
    : m_parts(parts)
{
    connectActions();
    connect(&m_parts.state, &BrokerState::listenersChanged, this, &BrokerWiring::showListenerErrors);
    connect(&m_parts.state, &BrokerState::brokerStopped, this, &BrokerWiring::brokerStopped);
    connect(&m_parts.state, &BrokerState::linkLost, this, &BrokerWiring::linkLost);
}

void BrokerWiring::connectActions()
{
    const BrokerActions& actions = m_parts.actions.broker;
    connect(actions.startListening, &QAction::triggered, this,
            [this] { m_parts.state.commands().send(link::StartListening{}, this, {}); });
    connect(actions.stopListening, &QAction::triggered, this,
            [this] { m_parts.state.commands().send(link::StopListening{}, this, {}); });
    connect(actions.copyUrl, &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(m_parts.state.listeners().url) + u"/ws"_s);
    });
    connect(actions.openDemo, &QAction::triggered, this, &BrokerWiring::openDemo);
}

void BrokerWiring::setNotice(const QString& notice)
{
    m_notice = notice;
    showListenerErrors();
}

void BrokerWiring::setPlace(const QString& place, bool readOnly)
{
    m_place = place;
    if (readOnly) {
        setNotice(tr("Attached to %1, only to look: nothing is sent or changed from here.").arg(place));
    }
}

/// A window that begins anew takes this one's place when the broker is back.
void BrokerWiring::linkLost(const link::LinkLost& lost)
{
    m_parts.banner->setText(tr("There is no connection to %1: %2 It is tried again and again; what you see "
                               "is what was last known.")
                                .arg(m_place, lost.error.message));
}

void BrokerWiring::openDemo()
{
    const QString url = QString::fromUtf8(m_parts.state.listeners().url);
    QDesktopServices::openUrl(QUrl(u"http"_s + url.sliced(2) + u"/demo/"_s)); // ws → http, wss → https
}

void BrokerWiring::showListenerErrors()
{
    QStringList lines;
    if (!m_notice.isEmpty()) {
        lines += m_notice;
    }
    for (const link::ListenerState& listener : m_parts.state.listeners().listeners) {
        // When none listens the reasons stand in the middle of the window, beside the button.
        if (!listener.error.isEmpty() && m_parts.state.isListening()) {
            lines += tr("%1 does not listen: %2").arg(QString::fromUtf8(listener.url), listener.error);
        }
    }
    m_parts.banner->setText(lines.join(u'\n'));
}

void BrokerWiring::brokerStopped()
{
    m_parts.banner->setText(tr("The broker has stopped. What you see is what was last known."));
    m_parts.actions.broker.startListening->setEnabled(false);
}

} // namespace signalbox::ui
