// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/composer_wiring.h"

#include "ui/models/broker_state.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/dock.h"
#include "ui/widgets/receipts_view.h"

#include <QtGui/QAction>

namespace signalbox::ui {

ComposerWiring::ComposerWiring(const WindowParts& parts, const QString& stateFile)
    : m_parts(parts)
    , m_settings(stateFile)
{
    connectWriting();
    connectChoices();
    connect(&m_parts.state, &BrokerState::brokerStopped, m_parts.composer,
            [composer = m_parts.composer] { composer->setEnabled(false); });
}

void ComposerWiring::connectWriting()
{
    const MessageActions& actions = m_parts.actions.message;
    Composer* composer = m_parts.composer;
    const auto showTab = [this](QAction* action, Composer::Tab tab) {
        connect(action, &QAction::triggered, this, [this, tab] {
            show();
            m_parts.composer->showTab(tab);
        });
    };
    showTab(actions.templates, Composer::TemplatesTab);
    showTab(actions.history, Composer::HistoryTab);
    connect(actions.newMessage, &QAction::triggered, this, &ComposerWiring::startNew);
    connect(actions.send, &QAction::triggered, composer, &Composer::send);
    connect(actions.format, &QAction::triggered, composer, &Composer::format);
    connect(actions.chooseFile, &QAction::triggered, this, [this] {
        show();
        m_parts.composer->chooseFile();
    });
    ReceiptsView* receipts = &composer->receiptsView();
    connect(actions.sendAgain, &QAction::triggered, receipts, &ReceiptsView::sendAgain);
    connect(actions.copyReceipt, &QAction::triggered, receipts, &ReceiptsView::copyAsText);
    connect(actions.copyReceiptAsJson, &QAction::triggered, receipts, &ReceiptsView::copyAsJson);
}

void ComposerWiring::connectChoices()
{
    const MessageActions& actions = m_parts.actions.message;
    Composer* composer = m_parts.composer;
    connect(actions.cancelSend, &QAction::triggered, composer, &Composer::cancel);
    // Esc belongs to what is about to be sent, and else to the filter.
    connect(composer, &Composer::pendingChanged, this, [this](bool isPending) {
        const QKeySequence escape(Qt::Key_Escape);
        m_parts.actions.frames.clearFilter->setShortcut(isPending ? QKeySequence() : escape);
        m_parts.actions.message.cancelSend->setShortcut(isPending ? escape : QKeySequence());
        m_parts.actions.message.cancelSend->setEnabled(isPending);
    });
    actions.cancelSend->setEnabled(false);
    connect(actions.holdMany, &QAction::toggled, this, [this](bool holds) {
        m_parts.composer->setHoldEnabled(holds);
        m_settings.setHoldsMany(holds);
    });
    actions.holdMany->setChecked(m_settings.holdsMany());
    composer->setHoldEnabled(m_settings.holdsMany());
    connect(actions.fold, &QAction::toggled, composer, &Composer::setFolded);
    connect(composer, &Composer::foldedChanged, actions.fold, &QAction::setChecked);
    connect(composer, &Composer::foldedChanged, this,
            [this](bool isFolded) { m_settings.setFolded(isFolded); });
    composer->setFolded(m_settings.isFolded());
}

void ComposerWiring::show()
{
    m_parts.composerDock->show();
    m_parts.composerDock->raise();
}

void ComposerWiring::startNew()
{
    show();
    m_parts.composer->startNew();
}

} // namespace signalbox::ui
