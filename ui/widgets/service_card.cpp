// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/service_card.h"

#include "ui/format/numbers.h"
#include "ui/format/plain.h"
#include "ui/format/service_words.h"
#include "ui/format/times.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/meaning_label.h"
#include "ui/widgets/service_actions.h"

#include <QtGui/QAction>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

QString joinedNames(const QList<QByteArray>& names)
{
    QStringList texts;
    for (const QByteArray& name : names) {
        texts += plainName(name);
    }
    return texts.join(u", "_s);
}

QString resourcesText(const link::ServiceInfo& service)
{
    QStringList texts;
    for (const link::ServiceResource& resource : service.resources) {
        texts += plainName(resource.method + ' ' + service.basePath + resource.path);
    }
    return texts.join(u'\n');
}

} // namespace

ServiceCard::ServiceCard(const ServiceActions& actions, QWidget* parent)
    : QScrollArea(parent)
    , m_facts(new QFormLayout)
    , m_title(new QLabel)
    , m_state(new MeaningLabel)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setAccessibleName(tr("The service"));
    setBackgroundRole(QPalette::Base);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    QFont large = m_title->font();
    large.setBold(true);
    m_title->setFont(large);
    m_state->setWordWrap(true);
    auto* content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(spacing(1), spacing(1), spacing(1), spacing(1));
    column->setSpacing(spacing(1));
    column->addWidget(m_title);
    column->addWidget(m_state);
    auto* buttons = new QWidget;
    addButtons(actions, *new FlowLayout(spacing(1) / 2, buttons));
    column->addWidget(buttons);
    m_facts->setContentsMargins(0, 0, 0, 0);
    m_facts->setHorizontalSpacing(spacing(2));
    m_facts->setVerticalSpacing(spacing(1) / 2);
    m_facts->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_facts->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    column->addLayout(m_facts);
    column->addStretch(1);
    m_errors = addFact(tr("Errors"));
    m_clients = addFact(tr("Clients"));
    m_calls = addFact(tr("Calls"));
    m_times = addFact(tr("Time of a call"));
    m_resources = addFact(tr("Resources"));
    m_controllers = addFact(tr("Controllers"));
    m_subprotocols = addFact(tr("Subprotocols"));
    setWidget(content);
}

void ServiceCard::addButtons(const ServiceActions& actions, QLayout& layout)
{
    for (QAction* action :
         {actions.enable, actions.disable, actions.reload, actions.openFile, actions.openFolder}) {
        auto* button = new QToolButton;
        button->setDefaultAction(action);
        button->setFocusPolicy(Qt::StrongFocus);
        layout.addWidget(button);
    }
}

MeaningLabel* ServiceCard::addFact(const QString& name)
{
    auto* title = new MeaningLabel(Meaning::Muted);
    title->setText(name);
    auto* value = new MeaningLabel;
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // no word is as wide as the window
    m_facts->addRow(title, value);
    return value;
}

void ServiceCard::setFact(MeaningLabel* label, const QString& text)
{
    if (label->text() != text) { // what is selected stays selected
        label->setText(text);
    }
}

void ServiceCard::show(const link::ServiceInfo& service, double callsPerSecond, int strikes)
{
    const QString endpoint = serviceEndpointText(service);
    m_title->setText(endpoint.isEmpty() ? plainName(service.file)
                                        : u"%1  –  %2"_s.arg(plainName(service.file), endpoint));
    m_state->setMeaning(serviceStateMeaning(service.state));
    m_state->setText(serviceStateText(service.state, strikes));
    setFact(m_clients, countText(service.clients));
    setFact(m_calls,
            tr("%1 in all, %2 a second, %3 waiting")
                .arg(countText(service.calls), rateText(callsPerSecond), countText(service.waiting)));
    setFact(m_times, serviceTimesSentence(service.times));
    setFact(m_resources, resourcesText(service));
    setFact(m_controllers, joinedNames(service.controllers));
    setFact(m_subprotocols, joinedNames(service.subprotocols));
    m_errors->setMeaning(service.errors == 0 ? Meaning::Normal : Meaning::Bad);
    setFact(m_errors, !service.lastError
                          ? countText(service.errors)
                          : tr("%1, the last at %2: %3")
                                .arg(countText(service.errors), timeText(service.lastError->time),
                                     serviceFaultText(*service.lastError)));
    for (MeaningLabel* fact : {m_resources, m_controllers, m_subprotocols}) {
        const bool isThere = !fact->text().isEmpty();
        fact->setVisible(isThere);
        m_facts->labelForField(fact)->setVisible(isThere);
    }
}

QString ServiceCard::text() const
{
    QStringList texts{m_title->text(), m_state->text()};
    for (const MeaningLabel* fact :
         {m_errors, m_clients, m_calls, m_times, m_resources, m_controllers, m_subprotocols}) {
        texts += fact->text();
    }
    return texts.join(u'\n');
}

} // namespace signalbox::ui
