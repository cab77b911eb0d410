// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>

namespace signalbox::broker {

/// Who may talk to the broker from a web page, beside those that always may (PRODUCT section 8).
struct AllowedAccess {
    QList<QByteArray> hosts;
    QList<QByteArray> origins;
};

} // namespace signalbox::broker
