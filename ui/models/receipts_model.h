// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/early_progress.h"
#include "ui/models/receipt_record.h"

#include <QtCore/QAbstractItemModel>

#include <deque>
#include <memory>

namespace signalbox::ui {

class ClientNames;

/// What became of the messages that were sent from this window: newest on top, the recipients of each below
/// it, those that were dropped or wait in front. Grows with the answer, with deliveries that are reported
/// later and with the confirmations. Main thread. Limits: the last 100 messages, and of those no more than
/// 200,000 recipients in all; 200 recipients of a message are rows, the others are summed up in one.
class ReceiptsModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { WhatColumn, StateColumn, ColumnCount };
    static constexpr int maxMessages = 100;
    static constexpr size_t maxRecipients = 200'000;
    static constexpr size_t maxRecipientRows = 200;
    /// In StateColumn: how much of the way is done, 0 to 1; negative: there is no way.
    static constexpr int progressRole = Qt::UserRole;

    /// `names` must outlive the model.
    explicit ReceiptsModel(const ClientNames& names, QObject* parent = nullptr);
    ~ReceiptsModel() override;

    /// A message went out with that command. `to`: its recipients in words.
    void sent(link::CommandId command, WallTime time, const QString& to);
    /// The same with what it takes to send it again.
    void sent(ReceiptRecord record);
    /// A Receipt or an Error; anything else is ignored, as are answers to commands of others.
    void answered(const link::CommandAnswer& answer);
    void addDeliveries(const std::vector<link::DeliveryUpdate>& updates);
    /// May come before the answer: it waits for it, as long as there is not too much of it.
    void progress(const link::DeliveriesProgressed& progress);
    /// For how long clients have been silent.
    void setNow(WallTime now);
    /// A client may still answer to one of them, or may be said to be silent.
    [[nodiscard]] bool isAnyOpen() const;

    /// The message that an index belongs to; null for an invalid one. Valid until the next message.
    [[nodiscard]] const ReceiptRecord* record(const QModelIndex& index) const;
    [[nodiscard]] WallTime now() const { return m_now; }

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] int rowOf(const ReceiptRecord& record) const;
    [[nodiscard]] ReceiptRecord* find(MessageId id) const;
    void insertDeliveries(ReceiptRecord& record, const std::vector<Delivery>& deliveries, bool areCounted);
    void apply(ReceiptRecord& record, const std::vector<link::DeliveryProgress>& progress);
    void keepEarly(const link::DeliveriesProgressed& progress);
    void removeOldest();
    void recordChanged(const ReceiptRecord& record);

    const ClientNames& m_names;
    WallTime m_now{};
    std::deque<std::unique_ptr<ReceiptRecord>> m_messages; ///< newest first
    EarlyProgress m_early;                                 ///< of messages without an answer
};

} // namespace signalbox::ui
