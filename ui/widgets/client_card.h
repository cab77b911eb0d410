// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/events.h"

#include <QtWidgets/QScrollArea>

class QBoxLayout;
class QLabel;
class QPlainTextEdit;

namespace signalbox::ui {

class BrokerState;
class ClientHistory;
class ClientMeters;
class FlowLayout;
class MeaningLabel;
class PeopleActions;
class SubscriptionList;
struct ClientRow;

/// Everything about one client: who it is, what it said when it connected, its groups, its last minute, its
/// last frames, and how earlier connections of the same user ended. Stays when the client has ended, and says
/// so. Stands in columns where there is more width than height.
class ClientCard final : public QScrollArea {
    Q_OBJECT

public:
    /// Both must outlive the card. The actions work on the client that was chosen last: whoever shows a
    /// client here chooses it.
    ClientCard(BrokerState& state, const PeopleActions& actions, QWidget* parent = nullptr);

    /// Null: none.
    void showClient(ClientId client);
    [[nodiscard]] ClientId client() const { return m_client; }
    [[nodiscard]] ClientHistory& history() { return *m_history; }
    [[nodiscard]] QString headers() const;
    [[nodiscard]] QString title() const;

Q_SIGNALS:
    void frameWanted(quint64 number);
    void leaveWanted(signalbox::ClientId client, const QByteArray& group);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    [[nodiscard]] QWidget* buildIdentity(const PeopleActions& actions);
    [[nodiscard]] QWidget* buildActivity();
    [[nodiscard]] QWidget* buildHandshake();
    void refresh();
    void showRow(const ClientRow& row);
    void showEnd();
    void showGroups(const ClientRow& row);
    void fillGroupChips();
    void fetchHandshake();
    void arrange();

    BrokerState& m_state;
    ClientId m_client;
    QBoxLayout* m_columns;
    MeaningLabel* m_title;
    MeaningLabel* m_status;
    QWidget* m_buttons;
    QLabel* m_groupsHeading;
    QWidget* m_groups;
    FlowLayout* m_groupChips;
    QList<QByteArray> m_shownGroups;
    QAction* m_join;
    SubscriptionList* m_subscriptions;
    QLabel* m_factsHeading;
    QLabel* m_facts;
    QLabel* m_metersHeading;
    ClientMeters* m_meters;
    ClientHistory* m_history;
    QPlainTextEdit* m_headers;
};

} // namespace signalbox::ui
