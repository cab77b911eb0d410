// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/composer.h"

#include "ui/format/routing_words.h"
#include "ui/models/broker_state.h"
#include "ui/models/draft_command.h"
#include "ui/models/variables.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/composer_line.h"
#include "ui/widgets/history_view.h"
#include "ui/widgets/json_editing.h"
#include "ui/widgets/meaning_label.h"
#include "ui/widgets/message_form.h"
#include "ui/widgets/palette.h"
#include "ui/widgets/pending_bar.h"
#include "ui/widgets/plain_tree.h"
#include "ui/widgets/receipts_view.h"
#include "ui/widgets/recipient_editor.h"
#include "ui/widgets/recipient_preview.h"
#include "ui/widgets/search_list.h"
#include "ui/widgets/templates_view.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QToolButton>

namespace signalbox::ui {

Composer::Composer(BrokerState& state, const QString& folder, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_history(folder)
    , m_templates(folder.isEmpty() ? folder : folder + QStringLiteral("/templates"))
    , m_sender({state.commands(), state.receipts(), m_history, m_clock})
    , m_tabs(new QTabWidget)
    , m_recipients(new RecipientEditor(state.clients()))
    , m_form(new MessageForm(state.actions()))
    , m_envelope(new QPlainTextEdit)
    , m_templatesView(new TemplatesView(m_templates, [this] { return written(); }))
    , m_historyView(new HistoryView(m_history))
    , m_preview(new RecipientPreview(state))
    , m_note(new MeaningLabel(Meaning::Bad))
    , m_pending(new PendingBar(m_sender))
    , m_send(new QPushButton)
    , m_receipts(new ReceiptsView({state.receipts(), state.names(), m_sender}))
    , m_line(new ComposerLine)
    , m_writer(new QWidget)
    , m_fold(new QToolButton)
{
    m_envelope->setFont(monospacedFont());
    m_envelope->setAccessibleName(tr("Envelope as text"));
    m_envelope->setTabChangesFocus(true);
    m_envelope->setFrameShape(QFrame::NoFrame);
    m_send->setDefault(true);
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

QWidget* Composer::buildForm()
{
    const int gap = spacing(1);
    auto* form = new QWidget;
    auto* to = new QLabel(tr("&To"));
    to->setBuddy(&m_recipients->valueEdit());
    auto* layout = new QVBoxLayout(form);
    layout->setContentsMargins(gap, gap, gap, gap);
    layout->setSpacing(gap / 2 + 2);
    layout->addWidget(to);
    layout->addWidget(m_recipients);
    layout->addWidget(m_form, 1);
    return form;
}

void Composer::buildLayout()
{
    const int gap = spacing(1);
    m_tabs->addTab(buildForm(), tr("Message"));
    m_tabs->addTab(m_envelope, tr("Envelope"));
    m_tabs->addTab(m_templatesView, tr("Templates"));
    m_tabs->addTab(m_historyView, tr("History"));
    m_tabs->setTabToolTip(EnvelopeTab,
                          tr("The whole envelope as text: what is written there is what is sent"));
    m_tabs->setAccessibleName(tr("Ways to write a message"));
    m_tabs->tabBar()->setAccessibleName(tr("Ways to write a message"));
    m_tabs->setDocumentMode(true);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setCornerWidget(m_fold);

    auto* below = new QVBoxLayout;
    below->setContentsMargins(gap, 0, gap, gap);
    below->setSpacing(gap);
    below->addWidget(m_preview);
    below->addWidget(m_note);
    below->addWidget(m_pending);
    below->addWidget(m_send);
    auto* writerLayout = new QVBoxLayout(m_writer);
    writerLayout->setContentsMargins(0, 0, 0, 0);
    writerLayout->setSpacing(gap / 2);
    writerLayout->addWidget(m_tabs, 1);
    writerLayout->addWidget(m_line);
    writerLayout->addLayout(below);

    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(m_writer);
    splitter->addWidget(m_receipts);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({spacing(45), spacing(22)});
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    m_line->hide();
}

void Composer::connectParts()
{
    connect(m_recipients, &RecipientEditor::changed, this, &Composer::draftChanged);
    connect(m_form, &MessageForm::changed, this, &Composer::draftChanged);
    connect(m_envelope, &QPlainTextEdit::textChanged, this, &Composer::draftChanged);
    connect(m_tabs, &QTabWidget::currentChanged, this, &Composer::tabChanged);
    connect(m_preview, &RecipientPreview::reachedChanged, this, &Composer::reachedChanged);
    connect(m_send, &QPushButton::clicked, this, &Composer::send);
    connect(m_templatesView, &TemplatesView::picked, this, &Composer::fillIn);
    connect(m_historyView, &HistoryView::picked, this, &Composer::fillIn);
    connect(m_historyView, &HistoryView::sendWanted, this,
            [this](const Draft& draft) { sendDraft(draft, {}, -1); });
    connect(m_receipts, &ReceiptsView::editWanted, this,
            [this](int row) { fillIn(m_state.receipts().record(m_state.receipts().index(row, 0))->draft); });
    connect(&m_state, &BrokerState::populationChanged, m_recipients, &RecipientEditor::populationChanged);
    connect(&m_state, &BrokerState::brokerStopped, &m_sender, &MessageSender::cancel);
    connect(&m_sender, &MessageSender::changed, this, &Composer::refreshSend);
    connect(&m_sender, &MessageSender::failed, this, &Composer::showNote);
    connect(m_fold, &QToolButton::clicked, this, [this] { setFolded(true); });
    connect(m_line, &ComposerLine::unfoldWanted, this, [this] { setFolded(false); });
    connect(m_line, &ComposerLine::sendWanted, this, &Composer::send);
    connect(m_line, &ComposerLine::edited, &m_form->message(), &QPlainTextEdit::setPlainText);
}

PlainTree& Composer::receipts()
{
    return m_receipts->tree();
}

Result<Recipients> Composer::writtenRecipients() const
{
    return m_isEnvelope ? recipientsOf(m_envelope->toPlainText().toUtf8()) : m_recipients->recipients();
}

Draft Composer::written() const
{
    Draft draft;
    if (m_isEnvelope) {
        draft.kind = MessageKind::Envelope;
        draft.message = m_envelope->toPlainText().toUtf8();
    } else {
        draft = m_form->draft();
    }
    if (const Result<Recipients> recipients = writtenRecipients()) {
        draft.recipients = *recipients;
    }
    return draft;
}

void Composer::tabChanged()
{
    const bool wasEnvelope = m_isEnvelope;
    if (m_tabs->currentIndex() == MessageTab) {
        m_isEnvelope = false;
    } else if (m_tabs->currentIndex() == EnvelopeTab) {
        m_isEnvelope = true;
        if (!wasEnvelope && !isRaw(m_form->draft().kind)) {
            Draft draft = m_form->draft();
            draft.recipients = m_recipients->recipients() ? *m_recipients->recipients() : Recipients();
            m_envelope->setPlainText(QString::fromUtf8(envelopeOf(draft)));
        }
    }
    draftChanged();
}

void Composer::draftChanged()
{
    const Result<Recipients> recipients = writtenRecipients();
    const Draft draft = written();
    const Result<link::Command> command = commandOf(filledIn(draft, {m_clock.wallNow(), 1, nullptr}));
    if (recipients) {
        m_preview->setRecipients(*recipients);
    } else {
        m_preview->setFault(recipients.error().message);
    }
    // What is wrong with the text of a message is said below its editor.
    const bool isSaid = command || (!m_isEnvelope && (command.error().code == "message.not_json" ||
                                                      command.error().code == "message.not_hex"));
    showNote(isSaid ? QString() : command.error().message);
    m_isSendable = recipients.ok() && command.ok();
    m_line->setContent(recipients ? recipientsText(*recipients) : QString(),
                       QString::fromUtf8(m_form->draft().message));
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
    refreshSend();
}

void Composer::refreshSend()
{
    const bool toNobody = m_reached == 0;
    const bool isEnabled = m_isSendable && m_sender.state() == MessageSender::State::Idle;
    m_send->setText(toNobody ? tr("Send to nobody    Ctrl+↵") : tr("Send    Ctrl+↵"));
    m_send->setAccessibleName(toNobody ? tr("Send, nobody would get it") : tr("Send"));
    m_send->setDefault(!toNobody);
    m_send->setEnabled(isEnabled);
    if (const bool isPending = m_sender.state() != MessageSender::State::Idle; isPending != m_isPending) {
        m_isPending = isPending;
        Q_EMIT pendingChanged(isPending);
    }
    m_line->setSend(m_send->text().section(u' ', 0, toNobody ? 2 : 0), isEnabled);
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
    if (m_isSendable) { // else a line says why
        sendDraft(written(), m_isEnvelope ? SendSchedule::Plan() : m_form->plan(),
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
    m_form->clear();
    m_tabs->setCurrentIndex(MessageTab);
    m_form->message().setFocus();
}

void Composer::addressTo(const Recipients& recipients)
{
    setFolded(false);
    m_tabs->setCurrentIndex(MessageTab);
    m_recipients->setRecipients(recipients);
    m_form->message().setFocus();
}

void Composer::fillIn(const Draft& draft)
{
    setFolded(false);
    const bool isEnvelope = draft.kind == MessageKind::Envelope;
    if (!isEnvelope) {
        m_form->setDraft(draft);
        m_recipients->setRecipients(draft.recipients);
    }
    m_tabs->setCurrentIndex(isEnvelope ? EnvelopeTab : MessageTab);
    if (isEnvelope) {
        m_envelope->setPlainText(QString::fromUtf8(draft.message));
    }
    (isEnvelope ? m_envelope : &m_form->message())->setFocus();
}

void Composer::format()
{
    if (!m_isEnvelope) {
        m_form->format();
    } else if (const Result<void> formatted = formatJsonIn(*m_envelope); !formatted) {
        showNote(tr("Not JSON: %1").arg(formatted.error().message));
    }
}

void Composer::chooseFile()
{
    showTab(MessageTab);
    m_form->chooseFile();
}

void Composer::showTab(Tab tab)
{
    setFolded(false);
    m_tabs->setCurrentIndex(tab);
    switch (tab) {
    case MessageTab:
        m_form->message().setFocus(Qt::ShortcutFocusReason);
        break;
    case EnvelopeTab:
        m_envelope->setFocus(Qt::ShortcutFocusReason);
        break;
    case TemplatesTab:
        m_templatesView->list().search().setFocus(Qt::ShortcutFocusReason);
        break;
    case HistoryTab:
        m_historyView->list().search().setFocus(Qt::ShortcutFocusReason);
        break;
    }
}

void Composer::setFolded(bool isFolded)
{
    if (isFolded == this->isFolded()) {
        return;
    }
    m_tabs->setVisible(!isFolded);
    m_line->setVisible(isFolded);
    m_send->setVisible(!isFolded);
    m_writer->setSizePolicy(QSizePolicy::Preferred, isFolded ? QSizePolicy::Maximum : QSizePolicy::Preferred);
    if (isFolded) {
        m_line->takeFocus();
    }
    Q_EMIT foldedChanged(isFolded);
}

bool Composer::isFolded() const
{
    return m_tabs->isHidden();
}

} // namespace signalbox::ui
