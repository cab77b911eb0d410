// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/composer.h"

#include "ui/format/routing_words.h"
#include "ui/models/broker_state.h"
#include "ui/models/draft_command.h"
#include "ui/models/variables.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/composer_line.h"
#include "ui/widgets/forms_preview.h"
#include "ui/widgets/history_view.h"
#include "ui/widgets/meaning_label.h"
#include "ui/widgets/message_form.h"
#include "ui/widgets/pending_bar.h"
#include "ui/widgets/plain_tree.h"
#include "ui/widgets/receipts_view.h"
#include "ui/widgets/recipient_preview.h"
#include "ui/widgets/send_button.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QToolButton>

namespace signalbox::ui {

Composer::Composer(BrokerState& state, const QString& folder, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_history(folder)
    , m_templates(folder.isEmpty() ? folder : folder + QStringLiteral("/templates"))
    , m_sender({state.commands(), state.receipts(), m_history, m_clock})
    , m_tabs(new ComposerTabs(state, m_templates, m_history))
    , m_preview(&m_tabs->preview())
    , m_note(new MeaningLabel(Meaning::Bad))
    , m_pending(new PendingBar(m_sender))
    , m_send(new SendButton)
    , m_receipts(new ReceiptsView({state.receipts(), state.names(), m_sender}))
    , m_line(new ComposerLine)
    , m_writer(new QWidget)
    , m_splitter(new QSplitter(Qt::Vertical))
    , m_fold(new QToolButton)
{
    m_note->setWordWrap(true);
    m_note->hide();
    m_fold->setAutoRaise(true);
    m_fold->setArrowType(Qt::UpArrow);
    m_fold->setAccessibleName(tr("Fold the composer to one line"));
    m_fold->setToolTip(tr("Fold to one line"));
    buildLayout();
    connectParts();
    draftChanged();
}

Composer::~Composer()
{
    m_sender.disconnect(this); // what is cancelled now is nobody's news
}

void Composer::buildLayout()
{
    const int gap = spacing(1);
    auto* sending = new QHBoxLayout;
    sending->addWidget(m_send, 1);
    sending->addWidget(m_fold);
    auto* below = new QVBoxLayout;
    below->setContentsMargins(gap, 0, gap, gap);
    below->setSpacing(gap);
    below->addWidget(m_note);
    below->addWidget(m_pending);
    below->addLayout(sending);
    auto* writerLayout = new QVBoxLayout(m_writer);
    writerLayout->setContentsMargins(0, 0, 0, 0);
    writerLayout->setSpacing(gap / 2);
    writerLayout->addWidget(m_tabs, 1);
    writerLayout->addWidget(m_line);
    writerLayout->addLayout(below);

    m_splitter->addWidget(m_writer);
    m_splitter->addWidget(m_receipts);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({spacing(45), spacing(22)});
    m_splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    m_line->hide();
}

void Composer::connectParts()
{
    connect(m_tabs, &ComposerTabs::changed, this, &Composer::draftChanged);
    connect(m_preview, &RecipientPreview::reachedChanged, this, &Composer::reachedChanged);
    connect(m_send, &QPushButton::clicked, this, &Composer::send);
    connect(&m_tabs->history(), &HistoryView::sendWanted, this,
            [this](const Draft& draft) { sendDraft(draft, {}, -1); });
    connect(m_receipts, &ReceiptsView::editWanted, this,
            [this](int row) { fillIn(m_state.receipts().record(m_state.receipts().index(row, 0))->draft); });
    connect(&m_state, &BrokerState::brokerStopped, &m_sender, &MessageSender::cancel);
    connect(&m_sender, &MessageSender::changed, this, &Composer::refreshSend);
    connect(&m_sender, &MessageSender::failed, this, &Composer::showNote);
    connect(m_fold, &QToolButton::clicked, this, [this] { setFolded(true); });
    connect(m_line, &ComposerLine::unfoldWanted, this, [this] { setFolded(false); });
    connect(m_line, &ComposerLine::sendWanted, this, &Composer::send);
    connect(m_line, &ComposerLine::edited, &form().message(), &QPlainTextEdit::setPlainText);
}

PlainTree& Composer::receipts()
{
    return m_receipts->tree();
}

void Composer::draftChanged()
{
    const Result<Recipients> recipients = m_tabs->recipients();
    const Draft draft = m_tabs->draft();
    const Draft filled = filledIn(draft, {m_clock.wallNow(), 1, nullptr});
    const Result<link::Command> command = commandOf(filled);
    m_tabs->forms().setDraft(filled);
    if (recipients) {
        m_preview->setRecipients(*recipients);
    } else {
        m_preview->setFault(recipients.error().message);
    }
    // What is wrong with the text of a message is said below its editor.
    const bool isSaid = command || (!m_tabs->isEnvelope() && (command.error().code == "message.not_json" ||
                                                              command.error().code == "message.not_hex"));
    showNote(isSaid ? QString() : command.error().message);
    m_isSendable = recipients.ok() && command.ok();
    m_line->setContent(recipients ? recipientsText(*recipients) : QString(),
                       QString::fromUtf8(form().draft().message));
    refreshSend();
}

void Composer::showNote(const QString& words)
{
    m_note->setText(words);
    m_note->setVisible(!words.isEmpty());
}

void Composer::reachedChanged(qint64 reached)
{
    m_reached = reached;
    m_tabs->forms().setReached(reached > 0 ? m_preview->reached() : std::vector<ClientId>());
    refreshSend();
}

void Composer::refreshSend()
{
    const bool isEnabled = m_isSendable && m_sender.state() == MessageSender::State::Idle;
    m_send->setToNobody(m_reached == 0);
    m_send->setEnabled(isEnabled);
    if (const bool isPending = m_sender.state() != MessageSender::State::Idle; isPending != m_isPending) {
        m_isPending = isPending;
        Q_EMIT pendingChanged(isPending);
    }
    m_line->setSend(m_send->words(), isEnabled);
}

void Composer::send()
{
    if (m_isSendable) { // else a line says why
        sendDraft(m_tabs->draft(), m_tabs->isEnvelope() ? SendSchedule::Plan() : form().plan(),
                  m_preview->isCurrent() ? m_reached : -1);
    }
}

// `reached`: negative: not known, so that where there are many the broker is
// asked first.
void Composer::sendDraft(const Draft& draft, const SendSchedule::Plan& plan, qint64 reached)
{
    const qint64 clients = m_state.clients().rowCount();
    showNote({});
    m_state.actions().learn(draft.action);
    if (reached >= 0 || clients < MessageSender::holdFrom) {
        m_sender.send(draft, std::max<qint64>(reached, 0), plan);
        return;
    }
    m_state.commands().send(link::PreviewRecipients{draft.recipients}, this,
                            [this, draft, plan, clients](const link::CommandAnswer& answer) {
                                const auto* preview = std::get_if<link::Preview>(&answer.result);
                                m_sender.send(draft, preview != nullptr ? preview->reached : clients, plan);
                            });
}

void Composer::startNew()
{
    setFolded(false);
    m_tabs->startNew();
}

void Composer::addressTo(const Recipients& recipients)
{
    setFolded(false);
    m_tabs->addressTo(recipients);
}

void Composer::fillIn(const Draft& draft)
{
    setFolded(false);
    m_tabs->fillIn(draft);
}

void Composer::format()
{
    if (const Result<void> formatted = m_tabs->format(); !formatted) {
        showNote(tr("Not JSON: %1").arg(formatted.error().message));
    }
}

void Composer::chooseFile()
{
    showTab(MessageTab);
    form().chooseFile();
}

void Composer::showTab(Tab tab)
{
    setFolded(false);
    m_tabs->showTab(tab);
}

void Composer::setFolded(bool isFolded)
{
    if (isFolded == this->isFolded()) {
        return;
    }
    m_tabs->setVisible(!isFolded);
    m_line->setVisible(isFolded);
    m_send->setVisible(!isFolded);
    m_fold->setVisible(!isFolded);
    m_splitter->setStretchFactor(0, isFolded ? 0 : 3);
    if (isFolded) {
        m_unfoldedSizes = m_splitter->sizes();
        const int all = m_unfoldedSizes.value(0) + m_unfoldedSizes.value(1);
        const int height = m_writer->layout()->totalHeightForWidth(m_writer->width());
        m_splitter->setSizes({height, std::max(0, all - height)});
        m_line->takeFocus();
    } else {
        m_splitter->setSizes(m_unfoldedSizes);
    }
    Q_EMIT foldedChanged(isFolded);
}

bool Composer::isFolded() const
{
    return m_tabs->isHidden();
}

} // namespace signalbox::ui
