// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/recipient.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

namespace signalbox::managed {

/// Whom a message is for: everybody, or the sockets with one of these ids and those with one of these tags.
struct Receivers {
    bool everyone = false;
    QList<QByteArray> sockets; ///< ids
    QList<QByteArray> tags;

    friend bool operator==(const Receivers&, const Receivers&) = default;
};

/// As the resolver takes them. `clients` are those that the ids stand for. Receivers that name nobody become
/// a recipient that nobody is: none at all would mean the default group.
[[nodiscard]] Recipients recipientsFor(const Receivers& receivers, const QList<QByteArray>& clients);

} // namespace signalbox::managed
