// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/running_broker.h"

#include <QtTest/QTest>

namespace signalbox::tests {

RunningBroker::RunningBroker(Settings settings, int workers, Attach attach, QString allowedOriginsFile,
                             quint16 port)
{
    settings.listener.addresses = {{QHostAddress(QHostAddress::LocalHost), port}};
    settings.threads.workers = workers;
    m_broker = std::make_unique<broker::Broker>(std::move(settings), std::move(allowedOriginsFile));
    m_recorder = std::make_unique<LinkRecorder>(m_broker->link());
    if (attach == Attach::Yes) {
        m_broker->link().attach();
    }
    m_broker->start();
}

RunningBroker::~RunningBroker() = default;

QUrl RunningBroker::url(const QString& path)
{
    [&] { QTRY_VERIFY_WITH_TIMEOUT(!m_recorder->url().isEmpty(), 10'000); }();
    return QUrl(QString::fromLatin1(m_recorder->url()) + path);
}

} // namespace signalbox::tests
