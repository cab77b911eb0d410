// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/composer.h"

#include "ui/format/numbers.h"
#include "ui/format/routing_words.h"
#include "ui/models/broker_state.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/message_form.h"
#include "ui/widgets/palette.h"
#include "ui/widgets/plain_tree.h"
#include "ui/widgets/recipient_editor.h"
#include "ui/widgets/recipient_preview.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QTabWidget>

namespace signalbox::ui {

Composer::Composer(BrokerState& state, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_tabs(new QTabWidget)
    , m_recipients(new RecipientEditor(state.clients()))
    , m_form(new MessageForm)
    , m_envelope(new QPlainTextEdit)
    , m_preview(new RecipientPreview(state))
    , m_send(new QPushButton)
    , m_receipts(new PlainTree)
{
    m_envelope->setFont(monospacedFont());
    m_envelope->setAccessibleName(tr("Envelope as text"));
    m_envelope->setTabChangesFocus(true);
    m_envelope->setFrameShape(QFrame::NoFrame);
    m_send->setDefault(true);
    m_receipts->setModel(&m_state.receipts());
    m_receipts->setHeaderHidden(true);
    m_receipts->setAccessibleName(tr("What became of the messages sent from here"));
    m_receipts->setEmptyText(tr("What became of a message appears here, client by client."));
    m_receipts->setColumnSample(ReceiptsModel::WhatColumn, QStringLiteral("▸ 10:12:04  group red − c"));
    buildLayout();
    connect(m_recipients, &RecipientEditor::changed, this, &Composer::draftChanged);
    connect(m_form, &MessageForm::changed, this, &Composer::draftChanged);
    connect(m_envelope, &QPlainTextEdit::textChanged, this, &Composer::draftChanged);
    connect(m_tabs, &QTabWidget::currentChanged, this, &Composer::tabChanged);
    connect(m_preview, &RecipientPreview::reachedChanged, this, &Composer::reachedChanged);
    connect(m_send, &QPushButton::clicked, this, &Composer::send);
    draftChanged();
}

void Composer::buildLayout()
{
    const int gap = spacing(1);
    auto* form = new QWidget;
    auto* to = new QLabel(tr("&To"));
    to->setBuddy(&m_recipients->valueEdit());
    auto* formLayout = new QVBoxLayout(form);
    formLayout->setContentsMargins(gap, gap, gap, gap);
    formLayout->addWidget(to);
    formLayout->addWidget(m_recipients);
    formLayout->addWidget(m_form, 1);
    m_tabs->addTab(form, tr("Message"));
    m_tabs->addTab(m_envelope, tr("Envelope"));
    m_tabs->setTabToolTip(1, tr("The whole envelope as text: what is written there is what is sent"));
    m_tabs->setDocumentMode(true);

    auto* writer = new QWidget;
    auto* writerLayout = new QVBoxLayout(writer);
    writerLayout->setContentsMargins(0, 0, 0, 0);
    writerLayout->setSpacing(gap / 2);
    writerLayout->addWidget(m_tabs, 1);
    auto* below = new QVBoxLayout;
    below->setContentsMargins(gap, 0, gap, gap);
    below->setSpacing(gap);
    below->addWidget(m_preview);
    below->addWidget(m_send);
    writerLayout->addLayout(below);

    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(writer);
    splitter->addWidget(m_receipts);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({spacing(45), spacing(22)});
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
}

bool Composer::isEnvelopeTab() const
{
    return m_tabs->currentWidget() == m_envelope;
}

QByteArray Composer::envelope() const
{
    if (isEnvelopeTab()) {
        return m_envelope->toPlainText().toUtf8();
    }
    Draft draft = m_form->draft();
    draft.recipients = m_recipients->recipients();
    return envelopeOf(draft);
}

Result<Recipients> Composer::writtenRecipients() const
{
    if (isEnvelopeTab()) {
        return recipientsOf(envelope());
    }
    if (m_form->action().text().isEmpty()) {
        return Error{"envelope.missing_action", tr("An envelope needs an action.")};
    }
    return m_recipients->recipients();
}

void Composer::tabChanged()
{
    if (isEnvelopeTab()) {
        Draft draft = m_form->draft();
        draft.recipients = m_recipients->recipients();
        m_envelope->setPlainText(QString::fromUtf8(envelopeOf(draft)));
    }
    draftChanged();
}

void Composer::draftChanged()
{
    const Result<Recipients> recipients = writtenRecipients();
    if (recipients) {
        m_preview->setRecipients(*recipients);
        reachedChanged(m_reached);
    } else {
        m_preview->setFault(recipients.error().message);
    }
    m_send->setEnabled(recipients.ok());
}

void Composer::reachedChanged(qint64 reached)
{
    m_reached = reached;
    const bool toNobody = reached == 0;
    m_send->setText(toNobody ? tr("Send to nobody    Ctrl+↵") : tr("Send    Ctrl+↵"));
    m_send->setAccessibleName(toNobody ? tr("Send, nobody would get it") : tr("Send"));
    m_send->setDefault(!toNobody);
    applyColors();
}

void Composer::applyColors()
{
    QPalette colors;
    if (m_reached == 0) { // amber, and in words
        const Colors& themed = colorsFor(QApplication::palette());
        colors.setColor(QPalette::Button, themed.warningFill);
        colors.setColor(QPalette::ButtonText, themed.warning);
    }
    m_send->setPalette(colors);
}

void Composer::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        applyColors();
    }
}

void Composer::send()
{
    const Result<Recipients> recipients = writtenRecipients();
    if (!recipients) {
        return; // the preview says why
    }
    const link::CommandId command = m_state.commands().send(
        link::SendMessage{envelope()}, this,
        [this](const link::CommandAnswer& answer) { m_state.receipts().answered(answer); });
    m_state.receipts().sent(command, m_clock.wallNow(), recipientsText(*recipients));
    m_receipts->expand(m_state.receipts().index(0, 0));
}

void Composer::startNew()
{
    m_form->clear();
    m_tabs->setCurrentIndex(0);
    m_form->message().setFocus();
}

void Composer::addressTo(const Recipients& recipients)
{
    m_tabs->setCurrentIndex(0);
    m_recipients->setRecipients(recipients);
    m_form->message().setFocus();
}

} // namespace signalbox::ui
