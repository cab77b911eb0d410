// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/services_view.h"

#include "ui/format/plain.h"
#include "ui/format/service_words.h"
#include "ui/models/broker_state.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/column_fit.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/plain_tree.h"
#include "ui/widgets/service_actions.h"
#include "ui/widgets/service_card.h"

#include <QtWidgets/QScrollBar>
#include <QtWidgets/QSplitter>

#include <algorithm>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

ServicesView::ServicesView(BrokerState& state, const ServiceActions& actions, QWidget* parent)
    : QStackedWidget(parent)
    , m_state(state)
    , m_actions(actions)
    , m_empty(new EmptyState)
    , m_parts(new QSplitter(Qt::Horizontal))
    , m_list(new PlainTree)
    , m_card(new ServiceCard(actions))
    , m_log(new PlainTree)
{
    buildList();
    buildLog();
    for (QWidget* part :
         {static_cast<QWidget*>(m_list), static_cast<QWidget*>(m_card), static_cast<QWidget*>(m_log)}) {
        m_parts->addWidget(part);
    }
    m_parts->setChildrenCollapsible(false);
    m_parts->setSizes({spacing(78), spacing(44), spacing(56)});
    setFocusProxy(m_list);
    addWidget(m_empty);
    addWidget(m_parts);
    connect(&m_state.services(), &ServicesModel::changed, this, &ServicesView::refresh);
    connect(&m_state, &BrokerState::statisticsChanged, this, &ServicesView::refreshCard);
    refresh();
}

void ServicesView::buildList()
{
    m_list->setModel(&m_state.services());
    m_list->setRootIsDecorated(false);
    m_list->setAccessibleName(tr("Services"));
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    ColumnFit& fit = m_list->fit();
    fit.setSample(ServicesModel::NameColumn, u"group_info.js"_s, u"group_i"_s);
    fit.setSample(ServicesModel::StateColumn, serviceStateText(link::ServiceState::DisabledByStrikes, 3),
                  serviceStateText(link::ServiceState::Running, 3));
    fit.setSample(ServicesModel::EndpointColumn, u"/echo-server/websocket"_s, u"/echo-"_s);
    fit.setSample(ServicesModel::ClientsColumn, u"1,204"_s);
    fit.setSample(ServicesModel::RateColumn, u"1,204"_s);
    fit.setSample(ServicesModel::TimeColumn, u"< 0.1 ms"_s);
    fit.setSample(ServicesModel::ErrorsColumn, u"1,204"_s);
    fit.setFlexible({ServicesModel::NameColumn, ServicesModel::EndpointColumn});
    fit.setSavings({{ServicesModel::EndpointColumn, ColumnSaving::How::Shrink},
                    {ServicesModel::StateColumn, ColumnSaving::How::Shrink,
                     serviceStateText(link::ServiceState::Running, 3)},
                    {ServicesModel::TimeColumn, ColumnSaving::How::Hide},
                    {ServicesModel::NameColumn, ColumnSaving::How::Shrink}});
    fit.apply();
    m_list->offerColumns();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ServicesView::choose);
    connect(m_list, &QWidget::customContextMenuRequested, this, [this](const QPoint& position) {
        if (m_list->indexAt(position).isValid()) {
            Q_EMIT menuWanted(m_list->viewport()->mapToGlobal(position));
        }
    });
}

void ServicesView::buildLog()
{
    m_log->setModel(&m_state.serviceLog());
    m_log->setRootIsDecorated(false);
    m_log->setWrapped();
    m_log->setAccessibleName(tr("Log of the service"));
    m_log->setEmptyText(tr("Nothing was logged: console.log(…) writes here."));
    m_log->setMonospacedColumn(ServiceLogModel::TimeColumn);
    m_log->fit().setSample(ServiceLogModel::TimeColumn, u"10:12:01.2044"_s);
    m_log->fit().setSample(ServiceLogModel::LevelColumn, u"▲ warning"_s);
    m_log->fit().setFlexible({ServiceLogModel::TextColumn});
    m_log->fit().apply();
    // Whoever has scrolled up reads on undisturbed.
    const ServiceLogModel& lines = m_state.serviceLog();
    connect(&lines, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] {
        const QScrollBar* const bar = m_log->verticalScrollBar();
        m_followsLog = bar->value() == bar->maximum();
    });
    connect(&lines, &QAbstractItemModel::rowsInserted, this, [this] {
        if (m_followsLog) {
            m_log->scrollToBottom();
        }
    });
    connect(&lines, &QAbstractItemModel::modelReset, m_log, &QAbstractItemView::scrollToBottom);
}

QSize ServicesView::sizeHint() const
{
    return {QStackedWidget::sizeHint().width(), spacing(34)};
}

void ServicesView::select(const QByteArray& file)
{
    if (const QModelIndex row = m_state.services().indexOf(file); row.isValid()) {
        m_list->setCurrentIndex(row);
    }
}

void ServicesView::choose(const QModelIndex& index)
{
    Q_EMIT serviceChosen(m_state.services().fileAt(index));
    refreshCard();
}

void ServicesView::refresh()
{
    const ServicesModel& services = m_state.services();
    if (services.rowCount() == 0) {
        showEmpty();
        setCurrentWidget(m_empty);
        return;
    }
    setCurrentWidget(m_parts);
    if (!m_list->currentIndex().isValid()) {
        m_list->setCurrentIndex(services.index(0, 0));
    }
    refreshCard();
}

void ServicesView::refreshCard()
{
    const ServicesModel& services = m_state.services();
    const QByteArray file = services.fileAt(m_list->currentIndex());
    if (const link::ServiceInfo* const service = services.find(file)) {
        m_card->show(*service, services.rate(file), services.overview().strikes);
    }
}

void ServicesView::showEmpty()
{
    const link::ServicesChanged& overview = m_state.services().overview();
    switch (overview.availability) {
    case link::ServicesAvailability::Unknown:
        m_empty->setContent({tr("No services are known"), tr("The broker has not told of any yet."), {}, {}});
        return;
    case link::ServicesAvailability::SwitchedOff:
        m_empty->setContent({tr("Services are switched off"),
                             tr("endpoints.services.enabled is false in the configuration."),
                             {},
                             {}});
        return;
    case link::ServicesAvailability::NoFolder:
        m_empty->setContent(
            {tr("There is no folder for services"), tr("Set services.folder in the configuration."), {}, {}});
        return;
    case link::ServicesAvailability::Available:
        m_empty->setContent(
            {tr("No service yet"),
             overview.folderExists
                 ? tr("A service is a script. Each file NAME.js in this folder is one, at once:")
                 : tr("A service is a script. Each file NAME.js in this folder is one, as soon as there is "
                      "such a folder:"),
             {plainName(overview.folder.toUtf8())},
             {m_actions.addExample, m_actions.openFolder}});
        return;
    }
}

} // namespace signalbox::ui
