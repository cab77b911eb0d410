// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/service_acts.h"

#include "ui/format/plain.h"
#include "ui/format/service_words.h"
#include "ui/models/broker_state.h"
#include "ui/widgets/service_actions.h"

#include <QtCore/QDir>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QCursor>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QMenu>

namespace signalbox::ui {

ServiceActs::ServiceActs(BrokerState& state, ServiceActions& actions)
    : m_state(state)
    , m_actions(actions)
{
    connectActions();
    connect(&m_state.services(), &ServicesModel::changed, this, &ServiceActs::update);
    update();
}

void ServiceActs::connectActions()
{
    connect(m_actions.enable, &QAction::triggered, this, [this] { enable(m_file); });
    connect(m_actions.disable, &QAction::triggered, this, [this] {
        send(link::SetServiceEnabled{m_file, false});
    });
    connect(m_actions.reload, &QAction::triggered, this, [this] { send(link::ReloadService{m_file}); });
    connect(m_actions.openFile, &QAction::triggered, this, [this] {
        Q_EMIT openWanted(QDir(m_state.services().overview().folder).filePath(QString::fromUtf8(m_file)));
    });
    connect(m_actions.openFolder, &QAction::triggered, this,
            [this] { Q_EMIT openWanted(m_state.services().overview().folder); });
    connect(m_actions.copyLog, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(m_state.serviceLog().asText()); });
    connect(m_actions.addExample, &QAction::triggered, this, &ServiceActs::chooseExample);
}

void ServiceActs::setLocal(bool local)
{
    m_isLocal = local;
    update();
}

void ServiceActs::choose(const QByteArray& file)
{
    m_file = file;
    m_state.serviceLog().show(file);
    update();
}

void ServiceActs::enable(const QByteArray& file)
{
    send(link::SetServiceEnabled{file, true});
}

void ServiceActs::update()
{
    const ServicesModel& services = m_state.services();
    const link::ServiceInfo* const service = services.find(m_file);
    const bool isThere = service != nullptr;
    m_actions.enable->setEnabled(isThere && !isEnabled(service->state));
    m_actions.disable->setEnabled(isThere && service->state != link::ServiceState::DisabledByOperator);
    m_actions.reload->setEnabled(isThere && service->state != link::ServiceState::DisabledByOperator);
    m_actions.copyLog->setEnabled(isThere);
    const bool isAvailable = services.overview().availability == link::ServicesAvailability::Available;
    setOpenable(*m_actions.openFile, isThere);
    setOpenable(*m_actions.openFolder, isAvailable && services.overview().folderExists);
    m_actions.addExample->setEnabled(isAvailable);
}

void ServiceActs::setOpenable(QAction& action, bool isThere)
{
    action.setEnabled(isThere && m_isLocal);
    action.setToolTip(m_isLocal ? QString()
                                : tr("The broker runs elsewhere: its files cannot be opened from here."));
}

void ServiceActs::openMenu(const QPoint& globalPosition)
{
    QMenu menu;
    menu.setToolTipsVisible(true);
    QAction* const title = menu.addAction(plainMenuText(plainName(m_file)));
    title->setEnabled(false);
    menu.addSeparator();
    menu.addActions({m_actions.enable, m_actions.disable, m_actions.reload});
    menu.addSeparator();
    menu.addActions({m_actions.openFile, m_actions.openFolder, m_actions.copyLog});
    menu.exec(globalPosition);
}

void ServiceActs::chooseExample()
{
    QMenu menu;
    for (const QByteArray& example : m_state.services().overview().examples) {
        QAction* const action = menu.addAction(plainMenuText(plainName(example)));
        action->setEnabled(m_state.services().find(example) == nullptr);
        connect(action, &QAction::triggered, this,
                [this, example] { send(link::AddExampleService{example}); });
    }
    menu.exec(QCursor::pos());
}

void ServiceActs::send(link::Command command)
{
    m_state.commands().send(std::move(command), this, [this](const link::CommandAnswer& answer) {
        if (const auto* const error = std::get_if<Error>(&answer.result)) {
            Q_EMIT failed(error->message);
        }
    });
}

} // namespace signalbox::ui
