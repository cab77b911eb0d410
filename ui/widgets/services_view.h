// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QStackedWidget>

class QSplitter;

namespace signalbox::ui {

class BrokerState;
class EmptyState;
class PlainTree;
class ServiceActions;
class ServiceCard;

/// The services: a list, what is known of the one that is chosen, and its log; where there is none, what to
/// do about it. Main thread.
class ServicesView final : public QStackedWidget {
    Q_OBJECT

public:
    /// All must outlive the view.
    ServicesView(BrokerState& state, const ServiceActions& actions, QWidget* parent = nullptr);

    [[nodiscard]] PlainTree& list() { return *m_list; }
    [[nodiscard]] PlainTree& log() { return *m_log; }
    [[nodiscard]] ServiceCard& card() { return *m_card; }
    [[nodiscard]] EmptyState& empty() { return *m_empty; }
    void select(const QByteArray& file);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// Empty: none.
    void serviceChosen(const QByteArray& file);
    void menuWanted(const QPoint& globalPosition);

private:
    void buildList();
    void buildLog();
    void refresh();
    void refreshCard();
    void showEmpty();
    void choose(const QModelIndex& index);

    BrokerState& m_state;
    const ServiceActions& m_actions;
    EmptyState* m_empty;
    QSplitter* m_parts;
    PlainTree* m_list;
    ServiceCard* m_card;
    PlainTree* m_log;
    bool m_followsLog = true; ///< the newest line is to be seen
};

} // namespace signalbox::ui
