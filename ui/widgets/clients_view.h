// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ids.h"
#include "ui/models/sorted_clients.h"

#include <QtWidgets/QWidget>

class QLineEdit;

namespace signalbox::ui {

class FanBar;
class PlainTree;

/// The clients that are connected: searched and sorted. While a message is
/// selected: who got it. No row moves by itself while the pointer is over the list.
class ClientsView final : public QWidget {
    Q_OBJECT

public:
    /// `clients` must outlive the view.
    explicit ClientsView(ClientsModel& clients, QWidget* parent = nullptr);

    /// Null when none is selected.
    [[nodiscard]] ClientId selectedClient() const;
    /// Selects the row of a client and shows it; nothing when it is not connected or not found.
    void select(ClientId client);
    [[nodiscard]] PlainTree& tree() { return *m_tree; }
    [[nodiscard]] QLineEdit& searchEdit() { return *m_search; }
    [[nodiscard]] FanBar& fanBar() { return *m_fanBar; }
    [[nodiscard]] SortedClients& sorted() { return m_sorted; }
    /// Shows the clients without a message again, in the user's columns.
    void endFan();

Q_SIGNALS:
    void selectionChanged();
    void menuWanted(signalbox::ClientId client, const QPoint& globalPosition);
    void cardWanted(signalbox::ClientId client);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setUpSearch();
    void setUpTree();
    void setUpColumns();
    void offerColumns();
    void showFan();
    void showMenu(const QPoint& position);

    ClientsModel& m_clients;
    SortedClients m_sorted;
    QLineEdit* m_search;
    FanBar* m_fanBar;
    PlainTree* m_tree;
    bool m_showsFan = false;
};

} // namespace signalbox::ui
