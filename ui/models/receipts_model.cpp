// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/receipts_model.h"

#include "ui/format/meaning.h"
#include "ui/format/plain.h"
#include "ui/format/routing_words.h"
#include "ui/format/times.h"
#include "ui/models/client_names.h"

#include <QtCore/QSet>

#include <algorithm>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

struct ReceiptsModel::Message {
    link::CommandId command = 0;
    WallTime time{};
    QString to;
    bool isAnswered = false;
    Receipt receipt;
    QSet<ClientId> clients; ///< of receipt.deliveries: each client gets a message once
    QString error;          ///< why it was refused; empty: it was not
};

ReceiptsModel::ReceiptsModel(const ClientNames& names, QObject* parent)
    : QAbstractItemModel(parent)
    , m_names(names)
{
}

ReceiptsModel::~ReceiptsModel() = default;

void ReceiptsModel::sent(link::CommandId command, WallTime time, const QString& to)
{
    if (m_messages.size() == static_cast<size_t>(maxMessages)) {
        beginRemoveRows({}, maxMessages - 1, maxMessages - 1);
        m_messages.pop_back();
        endRemoveRows();
    }
    auto message = std::make_unique<Message>();
    message->command = command;
    message->time = time;
    message->to = to;
    beginInsertRows({}, 0, 0);
    m_messages.push_front(std::move(message));
    endInsertRows();
}

void ReceiptsModel::answered(const link::CommandAnswer& answer)
{
    const auto found = std::find_if(m_messages.begin(), m_messages.end(), [&answer](const auto& message) {
        return message->command == answer.command;
    });
    if (found == m_messages.end()) {
        return;
    }
    Message& message = **found;
    if (const auto* receipt = std::get_if<Receipt>(&answer.result)) {
        message.isAnswered = true;
        message.receipt.message = receipt->message;
        message.receipt.counts = receipt->counts;
        message.receipt.pendingWorkers = receipt->pendingWorkers;
        message.receipt.hint = receipt->hint;
        insertDeliveries(message, receipt->deliveries, true);
    } else if (const auto* error = std::get_if<Error>(&answer.result)) {
        message.isAnswered = true;
        message.error = tr("%1 (%2)").arg(error->message, QString::fromUtf8(error->code));
    }
    messageChanged(message);
}

void ReceiptsModel::addDeliveries(const std::vector<link::DeliveryUpdate>& updates)
{
    if (m_messages.empty()) {
        return;
    }
    for (const link::DeliveryUpdate& update : updates) {
        if (Message* message = find(update.message)) {
            insertDeliveries(*message, update.deliveries, message->receipt.pendingWorkers == 0);
            messageChanged(*message);
        }
    }
}

// `areCounted`: the receipt's counts hold them already.
void ReceiptsModel::insertDeliveries(Message& message, const std::vector<Delivery>& deliveries,
                                     bool areCounted)
{
    std::vector<Delivery> added;
    for (const Delivery& delivery : deliveries) {
        if (!message.clients.contains(delivery.client)) {
            message.clients.insert(delivery.client);
            added.push_back(delivery);
        }
    }
    if (added.empty()) {
        return;
    }
    std::vector<Delivery>& known = message.receipt.deliveries;
    const auto first = static_cast<int>(known.size());
    beginInsertRows(createIndex(rowOf(message), 0, nullptr), first,
                    first + static_cast<int>(added.size()) - 1);
    for (const Delivery& delivery : added) {
        if (!areCounted) {
            message.receipt.counts.add(delivery.state);
        }
        known.push_back(delivery);
    }
    endInsertRows();
}

void ReceiptsModel::messageChanged(const Message& message)
{
    const int row = rowOf(message);
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int ReceiptsModel::rowOf(const Message& message) const
{
    const auto found = std::find_if(m_messages.begin(), m_messages.end(), [&message](const auto& candidate) {
        return candidate.get() == &message;
    });
    return static_cast<int>(found - m_messages.begin());
}

ReceiptsModel::Message* ReceiptsModel::find(MessageId id) const
{
    const auto found = std::find_if(m_messages.begin(), m_messages.end(), [id](const auto& message) {
        return message->isAnswered && message->receipt.message == id;
    });
    return found == m_messages.end() || id.isNull() ? nullptr : found->get();
}

// A delivery's index carries its message, a message's index carries nothing.
QModelIndex ReceiptsModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column,
                       parent.isValid() ? m_messages[static_cast<size_t>(parent.row())].get() : nullptr);
}

QModelIndex ReceiptsModel::parent(const QModelIndex& index) const
{
    const auto* message = static_cast<const Message*>(index.constInternalPointer());
    return message == nullptr ? QModelIndex() : createIndex(rowOf(*message), 0, nullptr);
}

int ReceiptsModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid()) {
        return static_cast<int>(m_messages.size());
    }
    const bool isMessage = parent.constInternalPointer() == nullptr && parent.column() == 0;
    return isMessage
               ? static_cast<int>(m_messages[static_cast<size_t>(parent.row())]->receipt.deliveries.size())
               : 0;
}

int ReceiptsModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QVariant ReceiptsModel::messageData(const Message& message, Column column, int role) const
{
    const DeliveryCounts& counts = message.receipt.counts;
    const bool failed = !message.error.isEmpty();
    const auto state = [&] {
        if (!message.isAnswered) {
            return tr("sending …");
        }
        if (failed) {
            return tr("✕ refused: %1").arg(message.error);
        }
        const QString text = receiptText(counts, message.receipt.pendingWorkers);
        return message.receipt.hint.isEmpty() ? text : tr("%1: %2").arg(text, isolated(message.receipt.hint));
    };
    const auto text = [&] {
        return column == WhatColumn ? timeText(message.time).first(8) + u"  "_s + message.to : state();
    };
    switch (role) {
    case Qt::DisplayRole:
        return text();
    case Qt::ToolTipRole:
        return plainToolTip(text());
    case Qt::AccessibleTextRole:
        return tr("message to %1, %2").arg(message.to, state());
    case meaningRole: {
        if (column == WhatColumn || !message.isAnswered) {
            return QVariant::fromValue(column == WhatColumn ? Meaning::Normal : Meaning::Muted);
        }
        const bool wantsAnEye = counts.recipients == 0 || counts.queued > 0 || counts.dropped > 0;
        return QVariant::fromValue(failed ? Meaning::Bad : wantsAnEye ? Meaning::Warning : Meaning::Good);
    }
    default:
        return {};
    }
}

QVariant ReceiptsModel::deliveryData(const Delivery& delivery, Column column, int role) const
{
    const auto text = [&] {
        return column == WhatColumn ? m_names.label(delivery.client) : deliveryText(delivery);
    };
    switch (role) {
    case Qt::DisplayRole:
        return text();
    case Qt::ToolTipRole:
        return plainToolTip(text());
    case Qt::AccessibleTextRole:
        return QString(m_names.label(delivery.client) + u' ' + deliveryText(delivery).section(u' ', 1));
    case meaningRole:
        return QVariant::fromValue(column == WhatColumn                      ? Meaning::Normal
                                   : delivery.state == DeliveryState::Sent   ? Meaning::Good
                                   : delivery.state == DeliveryState::Queued ? Meaning::Warning
                                                                             : Meaning::Bad);
    default:
        return {};
    }
}

QVariant ReceiptsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const auto column = static_cast<Column>(index.column());
    const auto row = static_cast<size_t>(index.row());
    if (const auto* message = static_cast<const Message*>(index.constInternalPointer())) {
        return deliveryData(message->receipt.deliveries[row], column, role);
    }
    return messageData(*m_messages[row], column, role);
}

} // namespace signalbox::ui
