// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/operator_gate.h"

#include "server/core/log_categories.h"
#include "server/http/bearer.h"

namespace signalbox::broker {

OperatorGate::OperatorGate(WorkerContext& context)
    : m_context(context)
    , m_wrong(static_cast<size_t>(context.settings.limits.maxWrongTokens))
{
}

OperatorGate::Finding OperatorGate::check(const http::Request& header, const QHostAddress& address)
{
    if (m_wrong.shutOutFor(address, m_context.clock.steadyNow())) {
        return Finding::ShutOut; // even with the right token, else nothing would be gained
    }
    if (!header.headers.contains("Authorization")) {
        return Finding::NoToken; // who does not guess may ask as often as he likes
    }
    const QByteArray presented = http::bearerToken(header).value_or(QByteArray());
    if (m_token.matches(presented)) {
        return Finding::Passes;
    }
    wrongTokenCame(address, OperatorToken(presented));
    return Finding::WrongToken;
}

std::optional<http::HttpError> OperatorGate::judge(const http::Request& header, const QHostAddress& address)
{
    switch (check(header, address)) {
    case Finding::Passes:
        return std::nullopt;
    case Finding::NoToken:
        return http::httpError(http::Fault::TokenRequired);
    case Finding::WrongToken:
        return http::httpError(http::Fault::TokenRefused);
    case Finding::ShutOut:
        return shutOut(address);
    }
    Q_UNREACHABLE();
}

http::HttpError OperatorGate::shutOut(const QHostAddress& address) const
{
    http::HttpError error = http::httpError(http::Fault::TooManyWrongTokens);
    const auto wait = m_wrong.shutOutFor(address, m_context.clock.steadyNow());
    error.headers.add("Retry-After",
                      QByteArray::number(qint64(wait.value_or(std::chrono::seconds(1)).count())));
    return error;
}

void OperatorGate::wrongTokenCame(const QHostAddress& address, const OperatorToken& presented)
{
    ++m_context.counters.tokensRefused;
    for (size_t worker = 0; worker < m_context.mailboxes.workers.size(); ++worker) {
        if (worker != static_cast<size_t>(m_context.index)) {
            m_context.mailboxes.workers[worker]->post(worker_task::WrongToken{address, presented});
        }
    }
    noteWrongToken(address, presented);
    if (m_wrong.shutOutFor(address, m_context.clock.steadyNow())) {
        qCWarning(logHttp).noquote()
            << QStringLiteral(
                   "%1 different wrong operator tokens within a minute from %2: shut out for a minute")
                   .arg(m_context.settings.limits.maxWrongTokens)
                   .arg(address.toString());
    }
}

void OperatorGate::noteWrongToken(const QHostAddress& address, const OperatorToken& presented)
{
    m_wrong.note(address, presented, m_context.clock.steadyNow());
}

} // namespace signalbox::broker
