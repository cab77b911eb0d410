// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/recipient_preview.h"

#include "ui/format/hint_words.h"
#include "ui/format/plain.h"
#include "ui/format/routing_words.h"
#include "ui/models/broker_state.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/column_fit.h"
#include "ui/widgets/meaning_label.h"
#include "ui/widgets/palette.h"
#include "ui/widgets/plain_tree.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QToolButton>

namespace signalbox::ui {

namespace {

// The broker's hints go on after a colon elsewhere.
QString asSentence(const QString& hint)
{
    return hint.isEmpty() ? hint : hint.front().toUpper() + hint.sliced(1) + u'.';
}

} // namespace

RecipientPreview::RecipientPreview(BrokerState& state, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_model(state.names())
    , m_summary(new QToolButton)
    , m_hint(new MeaningLabel(Meaning::Muted))
    , m_list(new PlainTree)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(delay);
    connect(&m_timer, &QTimer::timeout, this, &RecipientPreview::ask);
    connect(&m_state, &BrokerState::populationChanged, this, &RecipientPreview::populationChanged);
    m_summary->setCheckable(true);
    m_summary->setAutoRaise(true);
    m_summary->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_summary->setArrowType(Qt::RightArrow);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_summary->setToolTip(tr("Show each client and the reason"));
    connect(m_summary, &QToolButton::toggled, this, &RecipientPreview::unfold);
    m_list->setModel(&m_model);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setAccessibleName(tr("Clients and why each would get the message or not"));
    m_list->setEmptyText(tr("No client is connected."));
    ColumnFit& fit = m_list->fit();
    fit.setSample(PreviewModel::ClientColumn, QStringLiteral("● Chrome, /ws c99"),
                  QStringLiteral("● ann c99"));
    fit.setSample(PreviewModel::ReasonColumn, tr("No client is connected."), QStringLiteral("not in red"));
    fit.setFlexible({PreviewModel::ReasonColumn});
    fit.setSavings({{PreviewModel::ClientColumn, ColumnSaving::How::Shrink},
                    {PreviewModel::ReasonColumn, ColumnSaving::How::Shrink}});
    m_list->setMinimumHeight(spacing(12));
    m_list->setMaximumHeight(spacing(24));
    m_list->hide();
    m_hint->setWordWrap(true);
    m_hint->setIndent(spacing(3));
    m_hint->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_summary);
    layout->addWidget(m_hint);
    layout->addWidget(m_list);
    showSummary(tr("Asking who would get it …"), Meaning::Muted);
    m_timer.start();
}

void RecipientPreview::setRecipients(const Recipients& recipients)
{
    if (!m_hasFault && recipients == m_recipients) {
        return; // asked, or about to be
    }
    m_hasFault = false;
    m_isCurrent = false;
    m_recipients = recipients;
    m_timer.start(); // from the last key on
}

void RecipientPreview::setFault(const QString& fault)
{
    m_hasFault = true;
    m_isCurrent = false;
    m_asked = 0;
    m_timer.stop();
    m_model.clear();
    showSummary(fault, Meaning::Bad);
    Q_EMIT reachedChanged(-1);
}

void RecipientPreview::populationChanged()
{
    // Not restarted: while clients come all the time the answer must still come.
    if (!m_hasFault && !m_timer.isActive()) {
        m_timer.start();
    }
}

void RecipientPreview::ask()
{
    m_asked = m_state.commands().send(link::PreviewRecipients{m_recipients}, this,
                                      [this, recipients = m_recipients](const link::CommandAnswer& answer) {
                                          answered(answer, recipients);
                                      });
}

void RecipientPreview::answered(const link::CommandAnswer& answer, const Recipients& recipients)
{
    if (answer.command != m_asked) {
        return; // an older question
    }
    if (const auto* error = std::get_if<Error>(&answer.result)) {
        m_model.clear();
        showSummary(error->message, Meaning::Bad);
        Q_EMIT reachedChanged(-1);
    } else if (const auto* preview = std::get_if<link::Preview>(&answer.result)) {
        m_isCurrent = recipients == m_recipients;
        m_model.set(*preview, recipients);
        m_hint->setText(preview->clients == 0 ? tr("No client is connected.")
                        : recipients.empty()  ? tr("Nobody is named: it goes to the clients without a group.")
                                              : asSentence(hintText(preview->hint)));
        m_hint->setVisible(!m_hint->text().isEmpty());
        showSummary(previewText(preview->reached, preview->clients),
                    preview->reached == 0 ? Meaning::Warning : Meaning::Normal);
        Q_EMIT reachedChanged(preview->reached);
    }
}

void RecipientPreview::showSummary(const QString& text, Meaning meaning)
{
    m_meaning = meaning;
    m_summary->setText(plainMenuText(text));
    m_summary->setAccessibleName(text);
    m_summary->setToolTip(plainToolTip(text));
    if (meaning == Meaning::Bad) {
        m_hint->hide();
    }
    applyColor();
}

void RecipientPreview::applyColor()
{
    QPalette colors;
    colors.setColor(QPalette::ButtonText, meaningColor(QApplication::palette(), m_meaning));
    m_summary->setPalette(colors);
}

void RecipientPreview::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        applyColor();
    }
}

void RecipientPreview::unfold(bool isOpen)
{
    m_summary->setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow);
    m_list->setVisible(isOpen);
}

} // namespace signalbox::ui
