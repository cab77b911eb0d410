// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/listening_bar.h"

#include "ui/models/broker_state.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/line_icon.h"
#include "ui/widgets/meaning_label.h"
#include "ui/widgets/palette.h"

#include <QtCore/QEvent>
#include <QtGui/QAction>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

ListeningBar::ListeningBar(BrokerState& state, Actions& actions, QWidget* parent)
    : QToolBar(tr("Toolbar"), parent)
    , m_state(state)
    , m_actions(actions)
    , m_listening(new MeaningLabel)
    , m_startStop(new QToolButton)
    , m_url(new QLineEdit)
    , m_filter(new QLineEdit)
{
    setObjectName(u"toolbar"_s);
    setMovable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    m_startStop->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_startStop->setAutoRaise(true);
    m_url->setReadOnly(true);
    m_url->setFrame(false);
    m_url->setFont(monospacedFont());
    m_url->setAccessibleName(tr("URL of the broker"));
    m_url->setFocusPolicy(Qt::ClickFocus); // Broker > Copy the URL has a key
    m_url->setAutoFillBackground(false);
    QPalette seeThrough;
    seeThrough.setColor(QPalette::Base, Qt::transparent);
    m_url->setPalette(seeThrough);
    m_url->installEventFilter(this);
    m_filter->setPlaceholderText(tr("Filter: words, or direction == received and message.price > 10"));
    m_filter->setAccessibleName(tr("Filter of the frames"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(lineIcon(u"search"_s), QLineEdit::LeadingPosition);
    auto* margin = new QWidget;
    margin->setFixedWidth(spacing(1) / 2);
    addWidget(margin);
    addWidget(m_listening);
    addWidget(m_startStop);
    addWidget(m_url);
    addAction(m_actions.broker.copyUrl);
    addSeparator();
    addWidget(m_filter);
    addAction(m_actions.frames.pause);
    addAction(m_actions.frames.clearList);
    connect(&m_state, &BrokerState::listenersChanged, this, &ListeningBar::updateListening);
    connect(m_actions.frames.pause, &QAction::toggled, this, &ListeningBar::updatePause);
    updateListening();
}

void ListeningBar::updateListening()
{
    const bool isListening = m_state.isListening();
    m_listening->setText(isListening ? tr("● Listening") : tr("○ Not listening"));
    m_listening->setMeaning(isListening ? Meaning::Good : Meaning::Warning);
    m_actions.broker.startListening->setEnabled(!isListening);
    m_actions.broker.stopListening->setEnabled(isListening);
    m_actions.broker.copyUrl->setEnabled(isListening);
    m_actions.broker.openDemo->setEnabled(isListening);
    m_startStop->removeAction(isListening ? m_actions.broker.startListening : m_actions.broker.stopListening);
    m_startStop->setDefaultAction(isListening ? m_actions.broker.stopListening
                                              : m_actions.broker.startListening);
    m_startStop->setText(isListening ? tr("Stop") : tr("Listen"));
    const QString url = QString::fromUtf8(m_state.listeners().url);
    m_url->setText(url);
    m_url->setVisible(isListening);
    fitUrl();
}

void ListeningBar::fitUrl()
{
    setIconSize(QSize(spacing(2), spacing(2)));
    m_url->setFixedWidth(m_url->fontMetrics().horizontalAdvance(m_url->text()) + spacing(2));
    m_url->setCursorPosition(0); // where it does not fit its start is seen
}

bool ListeningBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_url && event->type() == QEvent::FontChange) {
        fitUrl();
    }
    return QToolBar::eventFilter(watched, event);
}

void ListeningBar::setFilterMeaning(Meaning meaning)
{
    if (m_filterMeaning != meaning) {
        m_filterMeaning = meaning;
        colourFilter();
    }
}

void ListeningBar::colourFilter()
{
    QPalette colours;
    if (m_filterMeaning != Meaning::Normal) {
        colours.setColor(QPalette::Base, meaningFill(palette(), m_filterMeaning));
    }
    m_filter->setPalette(colours);
}

void ListeningBar::changeEvent(QEvent* event)
{
    QToolBar::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        colourFilter();
    }
}

void ListeningBar::updatePause(bool isPaused)
{
    m_actions.frames.pause->setIcon(lineIcon(isPaused ? u"play"_s : u"pause"_s));
    m_actions.frames.pause->setText(isPaused ? tr("Resu&me") : tr("&Pause"));
}

} // namespace signalbox::ui
