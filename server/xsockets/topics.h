// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

namespace signalbox::xsockets {

/// What a topic asks for. Names other than Publish are topics that the format reserves.
enum class Verb {
    Publish, ///< none of the others: it goes to whoever subscribes to it
    AuthenticationFailed,
    Open,
    Opened,
    Close,
    Error,
    Subscribe,
    Unsubscribe,
    Ping,
    Pong,
    Acknowledge,
    Release,
    Received,
    Complete,
    SubscribeAcknowledge,
    UnsubscribeAcknowledge,
    StorageSet,
    StorageGet,
    StorageRemove,
    StorageClear,
    SetProperty, ///< set_NAME
    GetProperty, ///< get_NAME
};

/// Letters count in any case.
[[nodiscard]] Verb verbOf(QByteArrayView topic);
/// The topic that we send for a verb; for SetProperty and GetProperty the prefix.
[[nodiscard]] QByteArray topicOf(Verb verb);
/// "username" of "set_UserName": names of properties are lower case.
[[nodiscard]] QByteArray propertyName(QByteArrayView topic);

/// The group that subscribers of a topic are in: the topic's own name for the generic controller, else
/// `controller/topic`.
[[nodiscard]] QByteArray groupOf(QByteArrayView controller, QByteArrayView topic);
/// The topic that a message to `group` has for a subscriber by `controller`.
[[nodiscard]] QByteArray topicWithin(QByteArrayView controller, QByteArrayView group);

inline constexpr QByteArrayView genericController = "generic";

} // namespace signalbox::xsockets
