// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/free_port.h"

#include "app/port_holder.h"

#include <QtCore/QCoreApplication>
#include <QtNetwork/QTcpServer>

#include <algorithm>

namespace signalbox::app {

namespace {

constexpr int portsToTry = 20;

bool isTaken(const ListenAddress& wanted)
{
    QTcpServer probe;
    return wanted.port != 0 && !probe.listen(wanted.address, wanted.port) &&
           probe.serverError() == QAbstractSocket::AddressInUseError;
}

QString takenText(int port, int listening)
{
    const QString holder = portHolder(static_cast<quint16>(port));
    const QString text =
        holder.isEmpty()
            ? QCoreApplication::translate("signalbox::app::FreePort",
                                          "Port %1 is taken by another program; listening on port %2.")
            : QCoreApplication::translate("signalbox::app::FreePort",
                                          "Port %1 is taken by %3; listening on port %2.");
    // One call, so that a name with "%2" in it stays what it is.
    return holder.isEmpty() ? text.arg(QString::number(port), QString::number(listening))
                            : text.arg(QString::number(port), QString::number(listening), holder);
}

} // namespace

FreeAddresses findFreeAddresses(const QList<ListenAddress>& wanted)
{
    const auto taken = std::find_if(wanted.begin(), wanted.end(), isTaken);
    if (taken == wanted.end()) {
        return {wanted, {}};
    }
    for (int step = 1; step <= portsToTry; ++step) {
        QList<ListenAddress> shifted = wanted;
        for (ListenAddress& address : shifted) {
            if (address.port != 0) {
                address.port = static_cast<quint16>(address.port + step);
            }
        }
        if (std::none_of(shifted.begin(), shifted.end(), isTaken)) {
            return {shifted, takenText(taken->port, taken->port + step)};
        }
    }
    return {wanted, {}};
}

} // namespace signalbox::app
