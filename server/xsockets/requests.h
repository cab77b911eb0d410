// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

#include <optional>

namespace signalbox::xsockets {

/// The data of topics 5 and 6: {"T":topic,"A":whether to confirm}, or the topic alone as a string.
struct SubscriptionRequest {
    QByteArray topic;
    bool confirm = false;
};

/// The data of s1 to s4: {"K":key,"V":value}.
struct StorageRequest {
    QByteArray key;            ///< empty: none was given
    QByteArray value = "null"; ///< JSON
};

/// Nothing when the data is something else. Keys in either case.
[[nodiscard]] std::optional<SubscriptionRequest> readSubscriptionRequest(const QByteArray& dataJson);
[[nodiscard]] std::optional<StorageRequest> readStorageRequest(const QByteArray& dataJson);

/// {"CI":…,"PI":…,"C":…}: the data of topic 2.
[[nodiscard]] QByteArray openedData(const QByteArray& connectionId, const QByteArray& persistentId,
                                    const QByteArray& controller);
/// {"T":…,"A":true}: the data of a confirmation.
[[nodiscard]] QByteArray confirmationData(const QByteArray& topic);
/// The whole answer to a message with an id that wants to be acknowledged: topic 9 with the same id.
[[nodiscard]] QByteArray acknowledgementText(const QByteArray& controller, quint16 id);
/// {"K":…,"V":…}: the data of an answer about storage.
[[nodiscard]] QByteArray storageData(const QByteArray& key, const QByteArray& valueJson);

} // namespace signalbox::xsockets
