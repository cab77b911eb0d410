// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/frames_model.h"

#include "ui/models/client_names.h"
#include "ui/models/frame_cells.h"

#include <algorithm>

namespace signalbox::ui {

using link::FrameRow;
using link::RowKind;

namespace {

// The internal id of a delivery's index is its message's sequence number plus one; that of a top row is 0.
constexpr quintptr topRow = 0;

quint64 framesIn(const link::FrameBatch& batch)
{
    return static_cast<quint64>(std::count_if(batch.rows.begin(), batch.rows.end(),
                                              [](const FrameRow& row) { return row.kind != RowKind::Gap; }));
}

} // namespace

FramesModel::FramesModel(const ClientNames& names, qsizetype maxRows, QObject* parent)
    : QAbstractItemModel(parent)
    , m_names(names)
    , m_log(maxRows)
{
}

void FramesModel::append(const link::FrameBatch& batch)
{
    m_ledger = batch.ledger;
    if (m_paused) {
        hold(batch);
    } else {
        apply(batch);
    }
    Q_EMIT ledgerChanged();
}

void FramesModel::hold(const link::FrameBatch& batch)
{
    m_waiting.push_back(batch);
    m_waitingFrames += framesIn(batch);
    // What is dropped here would fall off the front of the list when the pause ends.
    const auto limit = static_cast<quint64>(m_log.maxRows());
    while (m_waiting.size() > 1 && m_waitingFrames - framesIn(m_waiting.front()) >= limit) {
        m_waitingFrames -= framesIn(m_waiting.front());
        m_waiting.pop_front();
    }
}

void FramesModel::apply(const link::FrameBatch& batch)
{
    std::span<const FrameRow> rows(batch.rows);
    const auto limit = static_cast<size_t>(m_log.maxRows());
    if (rows.size() > limit) {
        rows = rows.last(limit);
    }
    evict(batch.firstKept, static_cast<qsizetype>(rows.size()));
    const std::vector<size_t> passing = m_log.passing(rows);
    if (passing.empty()) {
        m_log.append(rows, passing);
    } else {
        const auto first = static_cast<int>(m_log.shownCount());
        beginInsertRows({}, first, first + static_cast<int>(passing.size()) - 1);
        m_log.append(rows, passing);
        endInsertRows();
    }
    addDeliveries(batch.deliveries);
    Q_EMIT rowsShown(static_cast<int>(passing.size()));
}

void FramesModel::evict(quint64 firstKept, qsizetype incoming)
{
    const FrameLog::Eviction eviction = m_log.plannedEviction(firstKept, incoming);
    if (eviction.shown > 0) {
        beginRemoveRows({}, 0, static_cast<int>(eviction.shown) - 1);
    }
    m_log.evict(eviction);
    if (eviction.shown > 0) {
        endRemoveRows();
    }
}

void FramesModel::addDeliveries(const std::vector<link::DeliveryUpdate>& updates)
{
    qsizetype first = m_log.shownCount();
    qsizetype last = -1;
    for (const link::DeliveryUpdate& update : updates) {
        std::optional<qsizetype> row;
        LoggedFrame* entry = m_log.findMessage(update.message, row);
        if (entry == nullptr) {
            continue;
        }
        for (const Delivery& delivery : update.deliveries) {
            entry->row.deliveries.add(delivery.state);
        }
        if (row) {
            first = std::min(first, *row);
            last = std::max(last, *row);
            if (entry->unfolded) {
                addUnfolded(*row, update.deliveries);
            }
        } else {
            entry->unfolded.reset(); // hidden since: asked for again when it is unfolded again
        }
    }
    if (last >= 0) {
        Q_EMIT dataChanged(index(static_cast<int>(first), ToColumn), index(static_cast<int>(last), ToColumn));
    }
}

void FramesModel::addUnfolded(qsizetype row, const std::vector<Delivery>& deliveries)
{
    UnfoldedDeliveries& unfolded = *m_log.shown(row).unfolded;
    std::vector<Delivery> added;
    for (const Delivery& delivery : deliveries) {
        if (!unfolded.clients.contains(delivery.client)) {
            unfolded.clients.insert(delivery.client);
            added.push_back(delivery);
        }
    }
    if (added.empty()) {
        return;
    }
    const auto first = static_cast<int>(unfolded.deliveries.size());
    beginInsertRows(index(static_cast<int>(row), 0), first, first + static_cast<int>(added.size()) - 1);
    unfolded.deliveries.insert(unfolded.deliveries.end(), added.begin(), added.end());
    endInsertRows();
}

void FramesModel::setDeliveries(quint64 number, const std::vector<Delivery>& deliveries)
{
    if (const auto row = m_log.rowOfNumber(number); row && m_log.shown(*row).unfolded) {
        addUnfolded(*row, deliveries);
    }
}

void FramesModel::setPaused(bool paused)
{
    if (m_paused == paused) {
        return;
    }
    m_paused = paused;
    if (!paused) {
        link::FrameBatch all; // as one batch, so that the views hear of one insertion
        for (link::FrameBatch& batch : m_waiting) {
            std::move(batch.rows.begin(), batch.rows.end(), std::back_inserter(all.rows));
            std::move(batch.deliveries.begin(), batch.deliveries.end(), std::back_inserter(all.deliveries));
            all.firstKept = std::max(all.firstKept, batch.firstKept);
        }
        m_waiting.clear();
        m_waitingFrames = 0;
        apply(all);
    }
    Q_EMIT ledgerChanged();
}

void FramesModel::setFilter(const FrameFilter& filter)
{
    beginResetModel();
    m_log.setFilter(filter);
    endResetModel();
    Q_EMIT filterChanged();
    Q_EMIT ledgerChanged();
}

void FramesModel::clear()
{
    beginResetModel();
    m_cleared += m_log.clear();
    endResetModel();
    Q_EMIT ledgerChanged();
}

ViewLedger FramesModel::ledger() const
{
    ViewLedger ledger;
    ledger.captured = m_ledger.captured;
    ledger.shown = m_log.shownFrames();
    ledger.hidden = m_log.hiddenFrames();
    ledger.waiting = m_waitingFrames;
    ledger.cleared = m_cleared;
    const quint64 accounted = ledger.shown + ledger.hidden + ledger.waiting + ledger.cleared;
    ledger.notKept = ledger.captured > accounted ? ledger.captured - accounted : 0;
    ledger.keptBytes = m_ledger.keptBytes;
    return ledger;
}

const FrameRow& FramesModel::frame(const QModelIndex& index) const
{
    const QModelIndex top = index.parent().isValid() ? index.parent() : index;
    return m_log.shown(top.row()).row;
}

const Delivery* FramesModel::delivery(const QModelIndex& index) const
{
    const QModelIndex top = index.parent();
    return top.isValid() ? &m_log.shown(top.row()).unfolded->deliveries[static_cast<size_t>(index.row())]
                         : nullptr;
}

QModelIndex FramesModel::indexOf(quint64 number) const
{
    const auto row = m_log.rowOfNumber(number);
    return row ? index(static_cast<int>(*row), 0) : QModelIndex();
}

QModelIndex FramesModel::index(int row, int column, const QModelIndex& parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent)) {
        return {};
    }
    return createIndex(row, column, parent.isValid() ? m_log.sequence(parent.row()) + 1 : topRow);
}

QModelIndex FramesModel::parent(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == topRow) {
        return {};
    }
    const auto row = m_log.rowOfSequence(index.internalId() - 1);
    return row ? createIndex(static_cast<int>(*row), 0, topRow) : QModelIndex();
}

int FramesModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid()) {
        return static_cast<int>(m_log.shownCount());
    }
    if (parent.internalId() != topRow || parent.column() != 0) {
        return 0;
    }
    const LoggedFrame& entry = m_log.shown(parent.row());
    return entry.unfolded ? static_cast<int>(entry.unfolded->deliveries.size()) : 0;
}

int FramesModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

bool FramesModel::hasChildren(const QModelIndex& parent) const
{
    if (!parent.isValid()) {
        return m_log.shownCount() > 0;
    }
    return parent.internalId() == topRow && parent.column() == 0 &&
           m_log.shown(parent.row()).row.deliveries.recipients > 0;
}

bool FramesModel::canFetchMore(const QModelIndex& parent) const
{
    return parent.isValid() && hasChildren(parent) && !m_log.shown(parent.row()).unfolded;
}

void FramesModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent)) {
        LoggedFrame& entry = m_log.shown(parent.row());
        entry.unfolded = std::make_unique<UnfoldedDeliveries>();
        Q_EMIT deliveriesWanted(entry.row.number);
    }
}

QVariant FramesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const auto column = static_cast<Column>(index.column());
    if (const Delivery* row = delivery(index)) {
        return DeliveryCells(*row, m_names.label(row->client)).data(column, role);
    }
    const FrameRow& row = frame(index);
    return FrameCells(row, row.user.isEmpty() ? m_names.name(row.client) : QString()).data(column, role);
}

QVariant FramesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    return frameHeaderData(static_cast<Column>(section), role);
}

} // namespace signalbox::ui
