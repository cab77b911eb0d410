// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/events.h"
#include "ui/models/routing_model.h"

#include <QtWidgets/QWidget>

class QCompleter;
class QLabel;
class QLineEdit;
class QStringListModel;

namespace signalbox::ui {

class CommandSender;
class MeaningLabel;
class MendButton;
class PlainTree;

/// "Who got this?": a sentence, everybody who was there with the reason, and a field that finds a client in
/// the list and answers "why not?" for one that is not, each with the button that mends it.
class WhoGotPanel final : public QWidget {
    Q_OBJECT

public:
    /// What is known and the sender must outlive the panel.
    WhoGotPanel(const KnownClients& known, CommandSender& commands, QWidget* parent = nullptr);

    void show(const link::FrameDetail& detail);
    void clear();
    /// What became of messages since; the answer follows, and what is typed and chosen stays.
    void addDeliveries(const std::vector<link::DeliveryUpdate>& updates);
    void addProgress(const link::DeliveriesProgressed& progressed);
    /// Puts the focus where one asks for a client.
    void ask();
    /// Answers for the client or user of that name: "c7", "carol c7", "carol".
    void answerFor(const QString& text);

    [[nodiscard]] QLineEdit& field() { return *m_field; }
    [[nodiscard]] PlainTree& list() { return *m_list; }
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString answer() const;
    [[nodiscard]] MendButton& mendButton() { return *m_mend; }

Q_SIGNALS:
    void sentenceChanged(const QString& before, const QString& now);

private:
    void build();
    void buildList();
    void find(const QString& text);
    void answerCurrent();
    void mendRow(const QModelIndex& index);
    void updateNames();
    void setAnswer(const QString& text);
    void setDelivery(const Delivery& delivery);
    void follow();

    KnownClients m_known;
    CommandSender& m_commands;
    link::FrameDetail m_detail;
    RoutingModel m_model;
    bool m_areNamesOld = true;
    QStringListModel* m_names; ///< for the completion; made when somebody types
    QLabel* m_sentence;
    QLineEdit* m_field;
    QLabel* m_answer;
    MendButton* m_mend;
    PlainTree* m_list;
};

} // namespace signalbox::ui
