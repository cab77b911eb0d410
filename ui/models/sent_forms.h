// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/draft.h"

#include "server/link/client_info.h"

#include <QtCore/QByteArray>

#include <vector>

namespace signalbox::ui {

/// One form in which a message leaves, and for whom: each dialect has its own, XSockets one for each topic
/// that its clients know the group by.
struct SentForm {
    QByteArray dialect;    ///< "envelope", "raw", "xsockets"; empty: the bytes as they are, whatever it is
    QByteArray controller; ///< xsockets
    QByteArray topic;      ///< xsockets
    QByteArray payload{};
    std::vector<ClientId> clients{};
};

/// What those clients would get of a draft; the form of the most comes
/// first. A draft that is no message yet has none.
[[nodiscard]] std::vector<SentForm> sentForms(const Draft& draft,
                                              const std::vector<const link::ClientInfo*>& reached);

} // namespace signalbox::ui
