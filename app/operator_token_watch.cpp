// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operator_token_watch.h"

#include "server/core/log_categories.h"

namespace signalbox::app {

namespace {

constexpr std::chrono::seconds checkInterval{1};

} // namespace

OperatorTokenWatch::OperatorTokenWatch(const QString& stateFolder)
    : m_file(stateFolder)
    , m_hasFolder(!stateFolder.isEmpty())
{
    connect(&m_timer, &QTimer::timeout, this, &OperatorTokenWatch::check);
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
    m_known = OperatorToken(token.value());
    m_timer.start(checkInterval);
    Q_EMIT changed(m_known);
    return {};
}

void OperatorTokenWatch::check()
{
    if (!m_hasFolder) {
        return;
    }
    const Result<QByteArray> token = m_file.read();
    const OperatorToken found = token ? OperatorToken(token.value()) : OperatorToken();
    if (found == m_known) {
        return;
    }
    m_known = found;
    if (token) {
        qCInfo(logProgram) << "the operator token is another one now";
    } else {
        qCWarning(logProgram).noquote() << token.error().message;
    }
    Q_EMIT changed(found);
}

} // namespace signalbox::app
