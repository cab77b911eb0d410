// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/end_reason.h"
#include "server/link/client_info.h"
#include "ui/format/meaning.h"

#include <QtCore/QString>

namespace signalbox::ui {

/// What a client is called: its user, or what is known of it: "Chrome, /chat.html".
[[nodiscard]] QString clientName(const link::ClientInfo& info);
/// The name and the id: "ann c3".
[[nodiscard]] QString clientLabel(const QString& name, ClientId client);
/// The program that a User-Agent header names: "Chrome", "Firefox", "Python", …; empty when there is none.
[[nodiscard]] QString programName(const QByteArray& userAgent);
/// "red, blue"; "(no group)" for none.
[[nodiscard]] QString groupsText(const QList<GroupName>& groups);
/// The same for a client, its subscriptions with wildcards marked: "chat/say, ✱ filter chat/rooms/+".
[[nodiscard]] QString groupsText(const link::ClientInfo& info);
/// Whether the client is in this group by a subscription with wildcards, which stands for every group that it
/// matches.
[[nodiscard]] bool isTopicFilterOf(const link::ClientInfo& info, const GroupName& group);
/// "✱ filter chat/rooms/+"
[[nodiscard]] QString topicFilterText(const GroupName& filter);
[[nodiscard]] QString noGroupText();
/// The proxy that it came through: "127.0.0.1", "127.0.0.1, TLS" where that one says so; empty for none.
[[nodiscard]] QString proxyText(const link::ClientInfo& info);
[[nodiscard]] QString mutedMark();      ///< "⊘ muted"
[[nodiscard]] QString testClientMark(); ///< "◇ test"
/// "closed by the client", "vanished", "too slow", …
[[nodiscard]] QString endReasonText(EndReason reason);
/// How it ended, in words with the code: "10:12:04 vanished (1006), after 2 min".
[[nodiscard]] QString endText(const link::ClientEnd& end, WallTime now);
[[nodiscard]] Meaning endMeaning(EndReason reason);
/// "1001 going away"
[[nodiscard]] QString closeCodeText(quint16 code);

} // namespace signalbox::ui
