// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/events.h"

#include <QtCore/QAbstractItemModel>

#include <deque>
#include <memory>

namespace signalbox::ui {

class ClientNames;

/// What became of the messages that were sent from this window: newest on top, the deliveries of each below
/// it. Grows with the answer and with deliveries that are reported later. Main thread. Limit: the last 100
/// messages.
class ReceiptsModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { WhatColumn, StateColumn, ColumnCount };
    static constexpr int maxMessages = 100;

    /// `names` must outlive the model.
    explicit ReceiptsModel(const ClientNames& names, QObject* parent = nullptr);
    ~ReceiptsModel() override;

    /// A message went out with that command. `to`: its recipients in words.
    void sent(link::CommandId command, WallTime time, const QString& to);
    /// A Receipt or an Error; anything else is ignored, as are answers to commands of others.
    void answered(const link::CommandAnswer& answer);
    void addDeliveries(const std::vector<link::DeliveryUpdate>& updates);

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Message;

    [[nodiscard]] int rowOf(const Message& message) const;
    [[nodiscard]] Message* find(MessageId id) const;
    void insertDeliveries(Message& message, const std::vector<Delivery>& deliveries, bool areCounted);
    void messageChanged(const Message& message);
    [[nodiscard]] QVariant messageData(const Message& message, Column column, int role) const;
    [[nodiscard]] QVariant deliveryData(const Delivery& delivery, Column column, int role) const;

    const ClientNames& m_names;
    std::deque<std::unique_ptr<Message>> m_messages; ///< newest first
};

} // namespace signalbox::ui
