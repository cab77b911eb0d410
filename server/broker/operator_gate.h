// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/worker_context.h"
#include "server/broker/wrong_tokens.h"
#include "server/core/operator_token.h"
#include "server/http/http_error.h"
#include "server/http/request.h"

#include <QtNetwork/QHostAddress>

#include <optional>

namespace signalbox::broker {

/// Lets in who has the operator token. An address from which wrong ones keep coming is shut out for a while,
/// at every worker, the right token or not.
///
/// Thread: its worker.
class OperatorGate final {
public:
    enum class Finding { Passes, NoToken, WrongToken, ShutOut };

    explicit OperatorGate(WorkerContext& context);

    void setToken(const OperatorToken& token) { m_token = token; }

    /// Called once for each request: what is wrong is counted and told to the other workers.
    [[nodiscard]] Finding check(const http::Request& header, const QHostAddress& address);
    /// The same, as the answer that stands in the request's way.
    [[nodiscard]] std::optional<http::HttpError> judge(const http::Request& header,
                                                       const QHostAddress& address);
    /// 429 with the time to wait.
    [[nodiscard]] http::HttpError shutOut(const QHostAddress& address) const;
    /// A wrong token came to another worker.
    void noteWrongToken(const QHostAddress& address, const OperatorToken& presented);

private:
    void wrongTokenCame(const QHostAddress& address, const OperatorToken& presented);

    WorkerContext& m_context;
    OperatorToken m_token;
    WrongTokens m_wrong;
};

} // namespace signalbox::broker
