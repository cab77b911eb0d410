// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/client_info.h"

#include <QtCore/QHash>
#include <QtCore/QString>

#include <deque>

namespace signalbox::ui {

/// What each client is called, for lists that know only an id. Remembers the last clients that ended, so that
/// a message sent a minute ago still has names. Main thread.
class ClientNames final {
public:
    explicit ClientNames(qsizetype maxEnded = 20'000);

    void learn(const link::ClientInfo& info);
    void end(ClientId client);

    /// "ann"; empty for a client never heard of.
    [[nodiscard]] QString name(ClientId client) const { return m_names.value(client); }
    /// "ann c3"; the id alone for a client never heard of.
    [[nodiscard]] QString label(ClientId client) const;

private:
    qsizetype m_maxEnded;
    QHash<ClientId, QString> m_names;
    std::deque<ClientId> m_ended; ///< oldest first
};

} // namespace signalbox::ui
