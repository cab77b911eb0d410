// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/composer_wiring.h"

#include "ui/models/broker_state.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/dock.h"

#include <QtGui/QAction>

namespace signalbox::ui {

ComposerWiring::ComposerWiring(const WindowParts& parts)
    : m_parts(parts)
{
    connect(m_parts.actions.message.send, &QAction::triggered, m_parts.composer, &Composer::send);
    connect(m_parts.actions.message.newMessage, &QAction::triggered, this, &ComposerWiring::startNew);
    connect(&m_parts.state, &BrokerState::brokerStopped, m_parts.composer,
            [composer = m_parts.composer] { composer->setEnabled(false); });
}

void ComposerWiring::startNew()
{
    m_parts.composerDock->show();
    m_parts.composer->startNew();
}

} // namespace signalbox::ui
