// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ids.h"
#include "server/core/recipient.h"

#include <QtCore/QSortFilterProxyModel>
#include <QtWidgets/QWidget>

class QLineEdit;

namespace signalbox::ui {

class ClientsModel;
class PlainTree;

/// The clients that are connected: searched, sorted, and what can be done with one.
class ClientsView final : public QWidget {
    Q_OBJECT

public:
    /// `clients` must outlive the view.
    explicit ClientsView(ClientsModel& clients, QWidget* parent = nullptr);

    /// Null when none is selected.
    [[nodiscard]] ClientId selectedClient() const;
    [[nodiscard]] PlainTree& tree() { return *m_tree; }
    [[nodiscard]] QLineEdit& searchEdit() { return *m_search; }

Q_SIGNALS:
    void selectionChanged();
    void disconnectWanted(signalbox::ClientId client);
    void messageWanted(const signalbox::Recipients& recipients);

private:
    void setUpTree();
    void showMenu(const QPoint& position);

    ClientsModel& m_clients;
    QSortFilterProxyModel m_sorted;
    QLineEdit* m_search;
    PlainTree* m_tree;
};

} // namespace signalbox::ui
