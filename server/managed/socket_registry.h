// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/ids.h"
#include "server/core/name.h"
#include "server/link/client_info.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QList>

#include <functional>
#include <optional>

namespace signalbox::managed {

/// A socket that was promised to somebody and is not open yet. Its id is the one-time token that opens it.
struct Reservation {
    QByteArray id; ///< 64 hexadecimal digits
    QList<TagName> tags;
    WallTime expiresAt{};
};

/// A socket that is open.
struct OpenSocket {
    QByteArray id;
    QList<TagName> tags;
    WallTime connectedAt{};
    ClientId client;
};

/// The sockets of the Managed WebSocket API: those reserved and those open. A token opens one socket, once,
/// within five minutes.
///
/// Thread: hub, whom all workers ask. Limits: `maxReserved` reservations; one that has expired makes room.
class SocketRegistry final {
public:
    static constexpr std::chrono::minutes lifetime{5};
    static constexpr qsizetype idBytes = 64;

    /// `makeId` gives 32 random bytes in hexadecimal.
    SocketRegistry(qsizetype maxReserved, std::function<QByteArray()> makeId);

    /// Nothing when too many are reserved already.
    [[nodiscard]] std::optional<Reservation> reserve(const QList<TagName>& tags, WallTime now,
                                                     SteadyTime steadyNow);
    /// Takes the reservation, so that the token is spent.
    [[nodiscard]] std::optional<Reservation> redeem(const QByteArray& token, SteadyTime now);
    /// Takes back a reservation; false: there is none.
    bool revoke(const QByteArray& id, SteadyTime now);

    /// Clients without a socket id are none of this API's.
    void opened(const link::ClientInfo& client);
    void ended(ClientId client);
    [[nodiscard]] const OpenSocket* find(const QByteArray& id) const;
    /// In the order in which they were opened.
    [[nodiscard]] QList<OpenSocket> all() const;

private:
    struct Promise {
        Reservation reservation;
        SteadyTime deadline{};
    };
    void forgetExpired(SteadyTime now);

    const qsizetype m_maxReserved;
    const std::function<QByteArray()> m_makeId;
    QHash<QByteArray, Promise> m_reserved; ///< by id
    QHash<QByteArray, OpenSocket> m_open;  ///< by id
    QHash<ClientId, QByteArray> m_ids;     ///< of open sockets
};

} // namespace signalbox::managed
