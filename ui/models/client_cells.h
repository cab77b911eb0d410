// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/format/meaning.h"
#include "ui/models/client_row.h"

namespace signalbox::ui {

/// The columns of the table of clients, in the order in which they stand at first.
enum class ClientColumn {
    Name,
    Fan, ///< what the selected message was for it
    Groups,
    ReceivedRate,
    SentRate,
    Queue,
    Id,
    RoundTrip,
    ConnectedFor,
    Path,
    Address,
    UserAgent,
    Tags,
    Received,
    Sent,
    Dialect,
    Proxy, ///< that it came through, and whether it speaks TLS with that one
    Ignored,
    Count,
};

/// The words of a cell; the one under Fan is not the row's to say. `now`: for mutes and how long it is there.
[[nodiscard]] QString clientCellText(const ClientRow& row, ClientColumn column, WallTime now);
[[nodiscard]] Meaning clientCellMeaning(const ClientRow& row, ClientColumn column, WallTime now);
[[nodiscard]] QString clientColumnTitle(ClientColumn column);
/// Numbers, which stand right.
[[nodiscard]] bool isNumber(ClientColumn column);
/// Changes all the time, without anybody coming or going.
[[nodiscard]] bool isMeasured(ClientColumn column);
/// For sorting; those that are equal are told apart by their id.
[[nodiscard]] bool clientComesBefore(const ClientRow& left, const ClientRow& right, ClientColumn column);
/// For screen readers: "client ann c3, groups: red, 9,626 bytes waiting, muted, test client".
[[nodiscard]] QString clientSentence(const ClientRow& row, WallTime now);

} // namespace signalbox::ui
