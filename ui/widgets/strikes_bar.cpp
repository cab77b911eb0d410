// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/strikes_bar.h"

#include "ui/format/plain.h"
#include "ui/format/service_words.h"
#include "ui/models/services_model.h"
#include "ui/widgets/appearance.h"

#include <QtWidgets/QPushButton>

namespace signalbox::ui {

StrikesBar::StrikesBar(ServicesModel& services, QWidget* parent)
    : Banner(parent)
    , m_services(services)
    , m_show(new QPushButton(tr("Show")))
    , m_enable(new QPushButton(tr("Enable")))
{
    setAccessibleName(tr("Services that had to be stopped"));
    for (QPushButton* button : {m_show, m_enable}) {
        button->setAutoDefault(false);
        addButton(button);
    }
    connect(m_show, &QPushButton::clicked, this, [this] { Q_EMIT showWanted(m_file); });
    connect(m_enable, &QPushButton::clicked, this, [this] { Q_EMIT enableWanted(m_file); });
    connect(&m_services, &ServicesModel::disabledByStrikes, this, &StrikesBar::tell);
    connect(&m_services, &ServicesModel::changed, this, &StrikesBar::check);
}

void StrikesBar::tell(const QByteArray& file)
{
    m_file = file;
    const link::ServiceInfo* const service = m_services.find(file);
    const QString name = fontMetrics().elidedText(plainName(file), Qt::ElideMiddle, spacing(40));
    QString text = tr("The service %1 is disabled: it had to be stopped %n time(s).", nullptr,
                      m_services.overview().strikes)
                       .arg(name);
    if (service != nullptr && service->lastError) {
        text += u' ' + tr("At last: %1").arg(serviceFaultText(*service->lastError));
    }
    setText(text);
}

void StrikesBar::check()
{
    const link::ServiceInfo* const service = m_services.find(m_file);
    if (!m_file.isEmpty() &&
        (service == nullptr || service->state != link::ServiceState::DisabledByStrikes)) {
        m_file.clear();
        setText({});
    }
}

} // namespace signalbox::ui
