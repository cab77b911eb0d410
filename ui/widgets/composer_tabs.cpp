// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/composer_tabs.h"

#include "server/core/topic_filter.h"
#include "ui/models/broker_state.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/forms_preview.h"
#include "ui/widgets/history_view.h"
#include "ui/widgets/json_editing.h"
#include "ui/widgets/message_form.h"
#include "ui/widgets/plain_tree.h"
#include "ui/widgets/recipient_editor.h"
#include "ui/widgets/recipient_preview.h"
#include "ui/widgets/search_list.h"
#include "ui/widgets/templates_view.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QToolButton>

namespace signalbox::ui {

namespace {

/// The topic by which somebody subscribes to the group; empty: nobody does, or with wildcards alone.
QByteArray topicOfGroup(const ClientsModel& clients, const QByteArray& group)
{
    for (int row = 0; row < clients.rowCount(); ++row) {
        for (const link::Subscription& subscription : clients.client(row).subscriptions) {
            if (subscription.group.bytes() == group && !isTopicFilter(group)) {
                return subscription.topic;
            }
        }
    }
    return {};
}

} // namespace

ComposerTabs::ComposerTabs(BrokerState& state, MessageTemplates& templates, SentHistory& history,
                           QWidget* parent)
    : QTabWidget(parent)
    , m_clients(state.clients())
    , m_recipients(new RecipientEditor(state.clients()))
    , m_form(new MessageForm(state.actions()))
    , m_envelope(new QPlainTextEdit)
    , m_templates(new TemplatesView(templates, [this] { return draft(); }))
    , m_history(new HistoryView(history))
    , m_preview(new RecipientPreview(state))
    , m_forms(new FormsPreview(state.clients()))
    , m_belowTo(new QVBoxLayout)
    , m_aboveEnvelope(new QVBoxLayout)
{
    m_envelope->setFont(monospacedFont());
    m_envelope->setAccessibleName(tr("Envelope as text"));
    m_envelope->setTabChangesFocus(true);
    m_envelope->setFrameShape(QFrame::NoFrame);
    build();
    connect(m_recipients, &RecipientEditor::changed, this, &ComposerTabs::followTopic);
    connect(m_recipients, &RecipientEditor::changed, this, &ComposerTabs::changed);
    connect(m_form, &MessageForm::changed, this, &ComposerTabs::changed);
    connect(m_envelope, &QPlainTextEdit::textChanged, this, &ComposerTabs::changed);
    connect(this, &QTabWidget::currentChanged, this, &ComposerTabs::tabChanged);
    connect(m_templates, &TemplatesView::picked, this, &ComposerTabs::fillIn);
    connect(m_history, &HistoryView::picked, this, &ComposerTabs::fillIn);
    connect(&state, &BrokerState::populationChanged, m_recipients, &RecipientEditor::populationChanged);
}

QWidget* ComposerTabs::buildForm()
{
    const int gap = spacing(1);
    auto* form = new QWidget;
    auto* to = new QLabel(tr("T&o"));
    to->setBuddy(&m_recipients->valueEdit());
    auto* layout = new QVBoxLayout(form);
    layout->setContentsMargins(gap, gap, gap, gap);
    layout->setSpacing(gap / 2 + 2);
    layout->addWidget(to);
    layout->addWidget(m_recipients);
    layout->addLayout(m_belowTo);
    layout->addWidget(m_form, 1);
    return form;
}

QWidget* ComposerTabs::buildEnvelope()
{
    const int gap = spacing(1);
    auto* page = new QWidget;
    m_aboveEnvelope->setContentsMargins(gap, gap / 2, gap, gap / 2);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_aboveEnvelope);
    layout->addWidget(m_envelope, 1);
    return page;
}

// Where the recipients are written.
void ComposerTabs::placePreview()
{
    QVBoxLayout* const place = m_isEnvelope ? m_aboveEnvelope : m_belowTo;
    place->addWidget(m_preview);
    place->addWidget(m_forms);
    m_preview->show();
}

void ComposerTabs::build()
{
    addTab(buildForm(), tr("Write"));
    addTab(buildEnvelope(), tr("Envelope"));
    addTab(m_templates, tr("Templates"));
    addTab(m_history, tr("History"));
    setTabToolTip(EnvelopeTab, tr("The whole envelope as text: what is written there is what is sent"));
    setAccessibleName(tr("Ways to write a message"));
    tabBar()->setAccessibleName(tr("Ways to write a message"));
    setDocumentMode(true);
    setUsesScrollButtons(false); // the composer is at least as wide as its tabs
    setElideMode(Qt::ElideNone);
    placePreview();
    setTabOrder(&m_recipients->addButton(), &m_preview->summary());
    setTabOrder(&m_preview->summary(), &m_preview->list());
    setTabOrder(&m_preview->list(), &m_forms->summary());
    setTabOrder(&m_forms->summary(), &m_forms->text());
}

/// A message to the group of one XSockets topic has the topic as its action, as a publish has, unless
/// somebody wrote another.
void ComposerTabs::followTopic()
{
    const Result<Recipients> to = m_recipients->recipients();
    const bool isOneGroup = to && to->size() == 1 && to->front().type == RecipientType::Group;
    const QByteArray topic = isOneGroup ? topicOfGroup(m_clients, to->front().value) : QByteArray();
    const QString expected = m_topic.isEmpty() ? MessageForm::standardAction() : QString::fromUtf8(m_topic);
    if (topic != m_topic && m_form->action().text() == expected) {
        m_form->action().setText(topic.isEmpty() ? MessageForm::standardAction() : QString::fromUtf8(topic));
        m_topic = topic;
    }
}

Result<Recipients> ComposerTabs::recipients() const
{
    return m_isEnvelope ? recipientsOf(m_envelope->toPlainText().toUtf8()) : m_recipients->recipients();
}

Draft ComposerTabs::draft() const
{
    Draft draft;
    if (m_isEnvelope) {
        draft.kind = MessageKind::Envelope;
        draft.message = m_envelope->toPlainText().toUtf8();
    } else {
        draft = m_form->draft();
    }
    if (const Result<Recipients> recipients = this->recipients()) {
        draft.recipients = *recipients;
    }
    return draft;
}

void ComposerTabs::tabChanged()
{
    const bool wasEnvelope = m_isEnvelope;
    if (currentIndex() == MessageTab) {
        m_isEnvelope = false;
    } else if (currentIndex() == EnvelopeTab) {
        m_isEnvelope = true;
        if (!wasEnvelope && !isRaw(m_form->draft().kind)) {
            Draft draft = m_form->draft();
            draft.recipients = m_recipients->recipients() ? *m_recipients->recipients() : Recipients();
            m_envelope->setPlainText(QString::fromUtf8(envelopeOf(draft)));
        }
    }
    if (m_isEnvelope != wasEnvelope) {
        placePreview();
    }
    Q_EMIT changed();
}

void ComposerTabs::showTab(Tab tab)
{
    setCurrentIndex(tab);
    switch (tab) {
    case MessageTab:
        m_form->message().setFocus(Qt::ShortcutFocusReason);
        break;
    case EnvelopeTab:
        m_envelope->setFocus(Qt::ShortcutFocusReason);
        break;
    case TemplatesTab:
        m_templates->list().search().setFocus(Qt::ShortcutFocusReason);
        break;
    case HistoryTab:
        m_history->list().search().setFocus(Qt::ShortcutFocusReason);
        break;
    }
}

void ComposerTabs::startNew()
{
    m_form->clear();
    showTab(MessageTab);
}

void ComposerTabs::addressTo(const Recipients& recipients)
{
    setCurrentIndex(MessageTab);
    m_recipients->setRecipients(recipients);
    m_form->message().setFocus();
}

void ComposerTabs::fillIn(const Draft& draft)
{
    const bool isEnvelope = draft.kind == MessageKind::Envelope;
    if (!isEnvelope) {
        m_form->setDraft(draft);
        m_recipients->setRecipients(draft.recipients);
    }
    setCurrentIndex(isEnvelope ? EnvelopeTab : MessageTab);
    if (isEnvelope) {
        m_envelope->setPlainText(QString::fromUtf8(draft.message));
    }
    (isEnvelope ? m_envelope : &m_form->message())->setFocus();
}

Result<void> ComposerTabs::format()
{
    if (m_isEnvelope) {
        return formatJsonIn(*m_envelope);
    }
    m_form->format();
    return {};
}

} // namespace signalbox::ui
