// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/services_wiring.h"

#include "ui/format/numbers.h"
#include "ui/models/broker_state.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/dock.h"
#include "ui/widgets/plain_tree.h"
#include "ui/widgets/services_view.h"
#include "ui/widgets/strikes_bar.h"

#include <QtCore/QUrl>
#include <QtGui/QDesktopServices>

namespace signalbox::ui {

ServicesWiring::ServicesWiring(const WindowParts& parts, bool isLocal)
    : m_parts(parts)
    , m_acts(parts.state, parts.actions.services)
{
    m_acts.setLocal(isLocal);
    connect(m_parts.services, &ServicesView::serviceChosen, &m_acts, &ServiceActs::choose);
    connect(m_parts.services, &ServicesView::menuWanted, &m_acts, &ServiceActs::openMenu);
    connect(&m_acts, &ServiceActs::failed, m_parts.banner, &Banner::setText);
    connect(&m_acts, &ServiceActs::openWanted, this, &ServicesWiring::open);
    connect(m_parts.strikes, &StrikesBar::enableWanted, &m_acts, &ServiceActs::enable);
    connect(m_parts.strikes, &StrikesBar::showWanted, this, &ServicesWiring::show);
    connect(&m_parts.state.services(), &ServicesModel::changed, this, &ServicesWiring::updateCount);
}

void ServicesWiring::show(const QByteArray& file)
{
    m_parts.servicesDock->show();
    m_parts.servicesDock->raise();
    m_parts.services->select(file);
    m_parts.services->list().setFocus(Qt::ShortcutFocusReason);
}

void ServicesWiring::updateCount()
{
    m_parts.servicesDock->setCount(countText(static_cast<qint64>(m_parts.state.services().rowCount())));
}

void ServicesWiring::open(const QString& path)
{
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path))) {
        m_parts.banner->setText(tr("No program of this desktop opens %1.").arg(path));
    }
}

} // namespace signalbox::ui
