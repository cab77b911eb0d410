// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/result.h"

#include <QtCore/QString>
#include <QtNetwork/QHostAddress>

namespace signalbox {

/// Where to listen: an address of this machine and a port; port 0 picks a free one.
struct ListenAddress {
    QHostAddress address;
    quint16 port = 0;

    friend bool operator==(const ListenAddress&, const ListenAddress&) = default;
};

/// Reads 127.0.0.1:5210, [::1]:5210 or 0.0.0.0:0. A host name is an error: what it means may change.
[[nodiscard]] Result<ListenAddress> readListenAddress(QStringView text);
/// The same form.
[[nodiscard]] QString listenAddressText(const ListenAddress& listen);
/// Whether only programs on this machine can reach it.
[[nodiscard]] bool isLoopback(const ListenAddress& listen);

} // namespace signalbox
