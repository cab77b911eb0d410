// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/error.h"
#include "server/xsockets/properties.h"

#include <QtCore/QByteArray>

#include <variant>

namespace signalbox::broker {

/// What a worker asks the hub about what is kept for a PersistentId, and what the hub answers.
namespace xsockets_question {
/// The properties that a client comes back to.
struct Restore {
    QByteArray persistentId;
};
struct SetProperty {
    QByteArray persistentId;
    xsockets::PropertyKey key;
    QByteArray value;
};
struct Store {
    QByteArray persistentId;
    QByteArray key;
    QByteArray value;
};
struct Read {
    QByteArray persistentId;
    QByteArray key;
};
struct Remove {
    QByteArray persistentId;
    QByteArray key;
};
struct Clear {
    QByteArray persistentId;
};
} // namespace xsockets_question

using XSocketsQuestion =
    std::variant<xsockets_question::Restore, xsockets_question::SetProperty, xsockets_question::Store,
                 xsockets_question::Read, xsockets_question::Remove, xsockets_question::Clear>;

/// The properties, or a stored value as JSON ("null": none is stored), or why it was not stored.
using XSocketsAnswer = std::variant<xsockets::PropertyValues, QByteArray, Error>;

} // namespace signalbox::broker
