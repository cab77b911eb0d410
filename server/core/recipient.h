// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QObject>

#include <optional>
#include <vector>

namespace signalbox {

inline namespace recipient_types {
Q_NAMESPACE
/// The types of PRODUCT section 3. AllButUser and AllButClient are exclusions, the others select.
enum class RecipientType { Group, User, Client, Tag, All, AllButUser, AllButClient };
Q_ENUM_NS(RecipientType)
} // namespace recipient_types

/// One entry of an envelope's `recipients`: {type, value}. The value of All is empty; of Client and
/// AllButClient it is the text of a ClientId.
struct Recipient {
    RecipientType type = RecipientType::All;
    QByteArray value;

    friend bool operator==(const Recipient&, const Recipient&) = default;
};

using Recipients = std::vector<Recipient>;

/// The type that `name` writes in any case, aliases included (socket, allExceptUser).
[[nodiscard]] std::optional<RecipientType> recipientTypeFromName(QByteArrayView name);
/// The spelling that we write: group, user, client, tag, all, allButUser, allButClient.
[[nodiscard]] QByteArrayView recipientTypeName(RecipientType type);
[[nodiscard]] bool isExclusion(RecipientType type);

} // namespace signalbox
