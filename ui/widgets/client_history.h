// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ids.h"

#include <QtGui/QStandardItemModel>
#include <QtWidgets/QWidget>

namespace signalbox::ui {

class BrokerState;
class PlainTree;

/// The last frames of one client, those too that the list's filter hides, and how earlier connections of its
/// user ended. Both are short: whoever wants more filters.
class ClientHistory final : public QWidget {
    Q_OBJECT

public:
    /// `state` must outlive the history.
    explicit ClientHistory(BrokerState& state, QWidget* parent = nullptr);

    void showClient(ClientId client);
    void refresh();
    [[nodiscard]] PlainTree& frames() { return *m_frames; }
    [[nodiscard]] PlainTree& connections() { return *m_connections; }

Q_SIGNALS:
    void frameWanted(quint64 number);

private:
    void fillFrames();
    void fillConnections();

    BrokerState& m_state;
    ClientId m_client;
    QStandardItemModel m_frameItems;
    QStandardItemModel m_connectionItems;
    PlainTree* m_frames;
    PlainTree* m_connections;
    quint64 m_lastFrame = 0; ///< the newest one that is shown
};

} // namespace signalbox::ui
