// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operator_token_watch.h"

#include "server/core/log_categories.h"

#include <QtCore/QFileInfo>

namespace signalbox::app {

namespace {

constexpr std::chrono::seconds checkInterval{1};

QDateTime writtenAt(const QString& path)
{
    return QFileInfo(path).lastModified(); // invalid: there is none
}

} // namespace

OperatorTokenWatch::OperatorTokenWatch(const QString& stateFolder)
    : m_file(stateFolder)
    , m_hasFolder(!stateFolder.isEmpty())
{
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (writtenAt(m_file.path()) != m_seen) {
            check();
        }
    });
}

Result<void> OperatorTokenWatch::start()
{
    if (!m_hasFolder) {
        return {};
    }
    const Result<QByteArray> token = m_file.readOrMake();
    if (!token) {
        return token.error();
    }
    m_seen = writtenAt(m_file.path());
    m_timer.start(checkInterval);
    Q_EMIT changed(OperatorToken(token.value()));
    return {};
}

void OperatorTokenWatch::check()
{
    if (!m_hasFolder) {
        return;
    }
    m_seen = writtenAt(m_file.path());
    const Result<QByteArray> token = m_file.read();
    if (token) {
        qCInfo(logProgram) << "the operator token was read again";
        Q_EMIT changed(OperatorToken(token.value()));
    } else {
        qCWarning(logProgram).noquote() << token.error().message;
        Q_EMIT changed(OperatorToken());
    }
}

} // namespace signalbox::app
