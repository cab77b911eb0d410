// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/receipts_model.h"

#include "ui/models/receipt_rows.h"

#include <algorithm>

namespace signalbox::ui {

namespace {

/// Rows that a message with so many recipients has.
int rowsOf(size_t recipients)
{
    return static_cast<int>(std::min(recipients, ReceiptsModel::maxRecipientRows + 1));
}

} // namespace

ReceiptsModel::ReceiptsModel(const ClientNames& names, QObject* parent)
    : QAbstractItemModel(parent)
    , m_names(names)
{
}

ReceiptsModel::~ReceiptsModel() = default;

void ReceiptsModel::sent(link::CommandId command, WallTime time, const QString& to)
{
    ReceiptRecord record;
    record.command = command;
    record.time = time;
    record.to = to;
    sent(std::move(record));
}

void ReceiptsModel::sent(ReceiptRecord record)
{
    size_t recipients = 0;
    for (const auto& message : m_messages) {
        recipients += message->fates().size();
    }
    if (m_messages.size() == static_cast<size_t>(maxMessages)) {
        removeOldest();
    }
    while (recipients > maxRecipients && m_messages.size() > 1) {
        recipients -= m_messages.back()->fates().size();
        removeOldest();
    }
    m_now = std::max(m_now, record.time);
    beginInsertRows({}, 0, 0);
    m_messages.push_front(std::make_unique<ReceiptRecord>(std::move(record)));
    endInsertRows();
}

void ReceiptsModel::removeOldest()
{
    const auto last = static_cast<int>(m_messages.size()) - 1;
    beginRemoveRows({}, last, last);
    m_messages.pop_back();
    endRemoveRows();
}

void ReceiptsModel::answered(const link::CommandAnswer& answer)
{
    const auto found = std::find_if(m_messages.begin(), m_messages.end(), [&answer](const auto& message) {
        return message->command == answer.command;
    });
    if (found == m_messages.end()) {
        return;
    }
    ReceiptRecord& record = **found;
    if (const auto* receipt = std::get_if<Receipt>(&answer.result)) {
        record.isAnswered = true;
        record.message = receipt->message;
        record.counts = receipt->counts;
        record.pendingWorkers = receipt->pendingWorkers;
        record.hint = receipt->hint;
        insertDeliveries(record, receipt->deliveries, true);
        apply(record, m_early.take(record.message));
    } else if (const auto* error = std::get_if<Error>(&answer.result)) {
        record.isAnswered = true;
        record.error = tr("%1 (%2)").arg(error->message, QString::fromUtf8(error->code));
    }
    recordChanged(record);
}

void ReceiptsModel::addDeliveries(const std::vector<link::DeliveryUpdate>& updates)
{
    if (m_messages.empty()) {
        return;
    }
    for (const link::DeliveryUpdate& update : updates) {
        ReceiptRecord* const record = find(update.message);
        if (record != nullptr && !update.settles) { // its own progress tells that
            insertDeliveries(*record, update.deliveries, record->pendingWorkers == 0);
            recordChanged(*record);
        }
    }
}

// `areCounted`: the receipt's counts hold them already.
void ReceiptsModel::insertDeliveries(ReceiptRecord& record, const std::vector<Delivery>& deliveries,
                                     bool areCounted)
{
    const std::vector<Delivery> news = record.news(deliveries);
    const int before = rowsOf(record.fates().size());
    const int after = rowsOf(record.fates().size() + news.size());
    if (after > before) {
        beginInsertRows(createIndex(rowOf(record), 0, nullptr), before, after - 1);
    }
    record.add(news);
    if (after > before) {
        endInsertRows();
    }
    for (const Delivery& delivery : news) {
        if (!areCounted) {
            record.counts.add(delivery.state);
        }
    }
}

void ReceiptsModel::progress(const link::DeliveriesProgressed& progress)
{
    ReceiptRecord* record = find(progress.message);
    if (record == nullptr) {
        keepEarly(progress);
        return;
    }
    apply(*record, progress.progress);
    recordChanged(*record);
}

void ReceiptsModel::keepEarly(const link::DeliveriesProgressed& progress)
{
    const bool isExpected = std::any_of(m_messages.begin(), m_messages.end(),
                                        [](const auto& message) { return !message->isAnswered; });
    if (isExpected) {
        m_early.keep(progress);
    } else {
        m_early.clear();
    }
}

void ReceiptsModel::apply(ReceiptRecord& record, const std::vector<link::DeliveryProgress>& progress)
{
    int first = static_cast<int>(maxRecipientRows) + 1;
    int last = -1;
    for (const link::DeliveryProgress& step : progress) {
        const int place = std::min(record.progress(step), static_cast<int>(maxRecipientRows));
        if (place >= 0) {
            first = std::min(first, place);
            last = std::max(last, place);
        }
    }
    if (last >= 0) {
        const QModelIndex message = index(rowOf(record), 0);
        Q_EMIT dataChanged(index(first, 0, message), index(last, ColumnCount - 1, message));
    }
}

void ReceiptsModel::setNow(WallTime now)
{
    m_now = now;
    for (size_t row = 0; row < m_messages.size(); ++row) {
        if (m_messages[row]->open() > 0 && m_messages[row]->isAnswered) {
            recordChanged(*m_messages[row]);
            const QModelIndex message = index(static_cast<int>(row), 0);
            if (const int rows = rowCount(message); rows > 0) {
                Q_EMIT dataChanged(index(0, StateColumn, message), index(rows - 1, StateColumn, message));
            }
        }
    }
}

bool ReceiptsModel::isAnyOpen() const
{
    return std::any_of(m_messages.begin(), m_messages.end(),
                       [](const auto& message) { return !message->isAnswered || message->open() > 0; });
}

void ReceiptsModel::recordChanged(const ReceiptRecord& record)
{
    const int row = rowOf(record);
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int ReceiptsModel::rowOf(const ReceiptRecord& record) const
{
    const auto found = std::find_if(m_messages.begin(), m_messages.end(),
                                    [&record](const auto& candidate) { return candidate.get() == &record; });
    return static_cast<int>(found - m_messages.begin());
}

ReceiptRecord* ReceiptsModel::find(MessageId id) const
{
    const auto found = std::find_if(m_messages.begin(), m_messages.end(), [id](const auto& message) {
        return message->isAnswered && message->message == id;
    });
    return found == m_messages.end() || id.isNull() ? nullptr : found->get();
}

const ReceiptRecord* ReceiptsModel::record(const QModelIndex& index) const
{
    if (!index.isValid()) {
        return nullptr;
    }
    const auto* owner = static_cast<const ReceiptRecord*>(index.constInternalPointer());
    return owner != nullptr ? owner : m_messages[static_cast<size_t>(index.row())].get();
}

// A recipient's index carries its message, a message's index carries nothing.
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
    const auto* record = static_cast<const ReceiptRecord*>(index.constInternalPointer());
    return record == nullptr ? QModelIndex() : createIndex(rowOf(*record), 0, nullptr);
}

int ReceiptsModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid()) {
        return static_cast<int>(m_messages.size());
    }
    const bool isMessage = parent.constInternalPointer() == nullptr && parent.column() == 0;
    return isMessage ? rowsOf(m_messages[static_cast<size_t>(parent.row())]->fates().size()) : 0;
}

int ReceiptsModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QVariant ReceiptsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const auto column = static_cast<Column>(index.column());
    const auto row = static_cast<size_t>(index.row());
    if (const auto* record = static_cast<const ReceiptRecord*>(index.constInternalPointer())) {
        return recipientCell({*record, m_names, m_now}, row, column, role);
    }
    return messageCell({*m_messages[row], m_names, m_now}, column, role);
}

} // namespace signalbox::ui
