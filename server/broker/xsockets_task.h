// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/error.h"
#include "server/xsockets/owed.h"
#include "server/xsockets/properties.h"
#include "server/xsockets/retained_messages.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

#include <variant>
#include <vector>

namespace signalbox::broker {

/// One controller of a client that has gone: what it subscribes to, and what it is owed.
struct XSocketsController {
    QByteArray name;
    QList<QByteArray> topics;
    std::vector<xsockets::Owed> owed;
    quint64 missed = 0; ///< messages that were not kept
};

/// The same for the connection on which the client comes back.
struct XSocketsResumed {
    QList<QByteArray> topics;
    std::vector<xsockets::Owed> owed;
    quint64 missed = 0;
    quint16 lastId = 0; ///< that the former connection gave
};

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
/// A client that acknowledges has gone.
struct Leave {
    QByteArray persistentId;
    std::vector<XSocketsController> controllers;
    quint16 lastId = 0;
    quint64 seen = 0; ///< the sequence of the last message that its worker has delivered
};
/// A client that was away has opened the controller.
struct Resume {
    QByteArray persistentId;
    QByteArray controller;
};
/// The retained messages for somebody who has just subscribed.
struct Retained {
    QByteArray group;
};
} // namespace xsockets_question

using XSocketsQuestion =
    std::variant<xsockets_question::Restore, xsockets_question::SetProperty, xsockets_question::Store,
                 xsockets_question::Read, xsockets_question::Remove, xsockets_question::Clear,
                 xsockets_question::Leave, xsockets_question::Resume, xsockets_question::Retained>;

/// The properties, or a stored value as JSON ("null": none is stored), or why it was not stored, what is kept
/// of a controller, or retained messages.
using XSocketsAnswer = std::variant<xsockets::PropertyValues, QByteArray, Error, XSocketsResumed,
                                    std::vector<xsockets::Retained>>;

} // namespace signalbox::broker
