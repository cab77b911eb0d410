// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/subnet.h"

#include "server/core/plain_text.h"

#include <QtNetwork/QHostAddress>

namespace signalbox {

Result<QByteArray> readSubnet(QStringView text)
{
    const QString subnet = text.trimmed().toString();
    const QHostAddress address(subnet.section(u'/', 0, 0));
    const QString bits = subnet.section(u'/', 1);
    const int most = address.protocol() == QHostAddress::IPv4Protocol ? 32 : 128;
    bool numeric = false;
    const uint count = subnet.contains(u'/') ? bits.toUInt(&numeric) : uint(most);
    const bool countFits = !subnet.contains(u'/') || (numeric && count <= uint(most));
    if (address.isNull() || !address.scopeId().isEmpty() || !countFits) {
        return Error{
            "config.bad_subnet",
            QStringLiteral("\"%1\" is no network; write an IP address such as 127.0.0.1, or an address and "
                           "its bits such as 10.0.0.0/8")
                .arg(printable(text))};
    }
    const auto network = QHostAddress::parseSubnet(address.toString() + u'/' + QString::number(count));
    return network.first.toString().toLatin1() + '/' + QByteArray::number(count);
}

} // namespace signalbox
