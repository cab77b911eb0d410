// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/frames_model.h"

#include "ui/format/meaning.h"
#include "ui/format/numbers.h"
#include "ui/models/client_names.h"
#include "ui/models/frame_cells.h"
#include "ui/models/frame_list_cells.h"

#include <algorithm>
#include <utility>

namespace signalbox::ui {

using link::FrameRow;
using link::RowKind;

namespace {

// The internal id of an index below a row is that row's sequence number plus one; that of a top row is 0.
constexpr quintptr topRow = 0;

/// A view asks for a dozen roles of each cell that it paints; most have no answer here.
bool isAnswered(int role)
{
    return role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::TextAlignmentRole ||
           role == Qt::AccessibleTextRole || role == meaningRole || role == FramesModel::kindRole ||
           role == FramesModel::markedRole;
}

bool hasHandshake(const FrameRow& row)
{
    return row.kind == RowKind::Opened || row.kind == RowKind::Refused || row.kind == RowKind::Answered ||
           row.kind == RowKind::Called;
}

} // namespace

FramesModel::FramesModel(const ClientNames& names, qsizetype maxRows, QObject* parent)
    : QAbstractItemModel(parent)
    , m_names(names)
    , m_log(names, maxRows)
    , m_held(maxRows)
{
}

void FramesModel::append(const link::FrameBatch& batch)
{
    m_ledger = batch.ledger;
    const bool isDecided = batch.filter != 0 && batch.filter == m_filterCommand;
    if (isDecided) {
        m_log.tell(batch.passing);
        m_log.takeBack(batch.failing);
    }
    if (m_paused) {
        m_held.hold(batch);
        keep(m_toldInPause, batch.passing);
        if (isDecided) {
            keep(m_failedInPause, batch.failing);
        }
    } else {
        apply(batch);
        showTold(batch.passing);
        hideOutdated(isDecided ? std::span<const quint64>(batch.failing) : std::span<const quint64>(),
                     batch.deliveries);
    }
    Q_EMIT ledgerChanged();
}

/// Numbers of rows, for the end of the pause; no more of them than there will be rows.
void FramesModel::keep(std::vector<quint64>& numbers, const std::vector<quint64>& more) const
{
    numbers.insert(numbers.end(), more.begin(), more.end());
    const auto limit = static_cast<size_t>(m_log.maxRows());
    if (numbers.size() > 2 * limit) {
        numbers.erase(numbers.begin(), numbers.end() - static_cast<std::ptrdiff_t>(limit));
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
    m_log.append(rows);
    m_log.addRecipients(batch.deliveries);
    const std::vector<quint64> passing = m_log.passing(rows.size());
    if (!passing.empty()) {
        const auto first = static_cast<int>(m_log.shownCount());
        beginInsertRows({}, first, first + static_cast<int>(passing.size()) - 1);
        m_log.show(passing);
        endInsertRows();
    }
    showLateRows(batch.deliveries);
    trim();
    m_timeline.append(rows);
    if (const auto first = m_log.takeCompleted()) {
        Q_EMIT dataChanged(index(static_cast<int>(*first), TypeColumn), index(rowCount() - 1, TypeColumn));
    }
    addDeliveries(batch.deliveries);
    Q_EMIT rowsShown(static_cast<int>(passing.size()));
}

void FramesModel::addOlder(const std::vector<FrameRow>& rows)
{
    if (const auto added = m_log.acceptable(rows); !added.empty()) {
        beginInsertRows({}, 0, static_cast<int>(added.size()) - 1);
        m_log.addOlder(added);
        endInsertRows();
    }
    Q_EMIT ledgerChanged();
}

// The list is as long as it may be: the oldest of what is shown goes.
void FramesModel::trim()
{
    if (const qsizetype rows = m_log.surplus(); rows > 0) {
        beginRemoveRows({}, 0, static_cast<int>(rows) - 1);
        m_log.trim(rows);
        endRemoveRows();
    }
}

void FramesModel::addFound(const link::FramesFound& found)
{
    if (found.search != 0 && found.search == m_filterCommand) {
        m_log.tell(found.numbers);
        showTold(found.numbers);
        Q_EMIT ledgerChanged();
    }
}

// Rows that the list could not decide about, or did before it was known who got them.
void FramesModel::showTold(std::span<const quint64> passing)
{
    int rows = 0;
    for (const FrameLog::LateRows& late : m_log.late(passing)) {
        const auto first = static_cast<int>(late.row);
        const auto count = static_cast<int>(late.sequences.size());
        beginInsertRows({}, first, first + count - 1);
        m_log.showLate(late);
        endInsertRows();
        rows += count;
    }
    if (rows > 0) {
        Q_EMIT rowsShown(rows);
    }
}

// A message went to somebody with whom it is not looked for: "not to ann".
void FramesModel::hideOutdated(std::span<const quint64> failing,
                               const std::vector<link::DeliveryUpdate>& updates)
{
    for (const qsizetype row : m_log.outdated(failing, updates)) {
        beginRemoveRows({}, static_cast<int>(row), static_cast<int>(row));
        m_log.hide(row);
        endRemoveRows();
    }
}

void FramesModel::evict(quint64 firstKept, qsizetype incoming)
{
    const FrameLog::Eviction eviction = m_log.plannedEviction(firstKept, incoming);
    if (eviction.shown > 0) {
        beginRemoveRows({}, 0, static_cast<int>(eviction.shown) - 1);
    }
    m_log.evict(eviction);
    m_timeline.evict(eviction.entries);
    m_marks.forgetBefore(firstKept);
    if (eviction.shown > 0) {
        endRemoveRows();
    }
}

// A message of an earlier batch can turn out to be with the client that is looked for.
void FramesModel::showLateRows(const std::vector<link::DeliveryUpdate>& updates)
{
    if (!m_log.filter().needsRecipients()) {
        return;
    }
    for (const link::DeliveryUpdate& update : updates) {
        if (const auto row = m_log.lateRow(update.message)) {
            beginInsertRows({}, static_cast<int>(*row), static_cast<int>(*row));
            m_log.showLate(update.message, *row);
            endInsertRows();
        }
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
            update.settles ? entry->row.deliveries.settle(delivery.state)
                           : entry->row.deliveries.add(delivery.state);
        }
        if (row) {
            first = std::min(first, *row);
            last = std::max(last, *row);
            if (entry->unfolded) {
                update.settles ? settleUnfolded(*row, update.deliveries)
                               : addUnfolded(*row, update.deliveries);
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
    UnfoldedRows& unfolded = *m_log.shown(row).unfolded;
    const std::vector<Delivery> added = unfolded.news(deliveries);
    if (added.empty()) {
        return;
    }
    const auto first = static_cast<int>(unfolded.deliveries.size());
    beginInsertRows(index(static_cast<int>(row), 0), first, first + static_cast<int>(added.size()) - 1);
    unfolded.add(added);
    endInsertRows();
}

void FramesModel::settleUnfolded(qsizetype row, const std::vector<Delivery>& settled)
{
    m_log.shown(row).unfolded->settle(settled);
    deliveriesChanged(row);
}

void FramesModel::deliveriesChanged(qsizetype row)
{
    const QModelIndex top = index(static_cast<int>(row), 0);
    if (rowCount(top) > 0) {
        Q_EMIT dataChanged(index(0, ToColumn, top), index(rowCount(top) - 1, SummaryColumn, top));
    }
}

void FramesModel::setDetail(const link::FrameDetail& detail)
{
    const auto row = m_log.rowOfNumber(detail.number);
    if (!row || !m_log.shown(*row).unfolded) {
        return;
    }
    if (hasHandshake(m_log.shown(*row).row)) {
        addLines(*row, detail);
    } else {
        addUnfolded(*row, detail.deliveries);
    }
}

void FramesModel::addLines(qsizetype row, const link::FrameDetail& detail)
{
    UnfoldedRows& unfolded = *m_log.shown(row).unfolded;
    std::vector<HandshakeLine> lines = handshakeLines(detail);
    if (lines.empty() || !unfolded.lines.empty()) {
        return;
    }
    beginInsertRows(index(static_cast<int>(row), 0), 0, static_cast<int>(lines.size()) - 1);
    unfolded.lines = std::move(lines);
    endInsertRows();
}

void FramesModel::addProgress(const link::DeliveriesProgressed& progressed)
{
    std::optional<qsizetype> row;
    LoggedFrame* entry = m_log.findMessage(progressed.message, row);
    if (entry == nullptr) {
        return;
    }
    if (entry->progress == nullptr) {
        entry->progress = std::make_unique<ProgressByClient>();
    }
    for (const link::DeliveryProgress& progress : progressed.progress) {
        entry->progress->insert(progress.client, progress);
    }
    if (row && entry->unfolded && !entry->unfolded->deliveries.empty()) {
        deliveriesChanged(*row);
    }
}

void FramesModel::rowChanged(const QModelIndex& index)
{
    Q_EMIT dataChanged(index.siblingAtColumn(0), index.siblingAtColumn(ColumnCount - 1));
}

void FramesModel::toggleMark(const QModelIndex& index)
{
    if (index.isValid()) {
        m_marks.toggleMark(frame(index).number);
        rowChanged(index.parent().isValid() ? index.parent() : index);
    }
}

void FramesModel::toggleIgnored(const QModelIndex& index)
{
    if (index.isValid()) {
        m_marks.toggleIgnored(frame(index).number);
        rowChanged(index.parent().isValid() ? index.parent() : index);
        Q_EMIT dataChanged(this->index(0, DeltaColumn), this->index(rowCount() - 1, DeltaColumn));
    }
}

void FramesModel::toggleReference(const QModelIndex& index)
{
    if (index.isValid()) {
        m_marks.toggleReference(frame(index).number, frame(index).time);
        Q_EMIT dataChanged(this->index(0, DeltaColumn), this->index(rowCount() - 1, DeltaColumn));
        Q_EMIT headerDataChanged(Qt::Horizontal, DeltaColumn, DeltaColumn);
    }
}

void FramesModel::setPaused(bool paused)
{
    if (m_paused == paused) {
        return;
    }
    m_paused = paused;
    if (!paused) {
        const link::FrameBatch held = m_held.take();
        apply(held);
        showTold(std::exchange(m_toldInPause, {}));
        hideOutdated(std::exchange(m_failedInPause, {}), held.deliveries);
    }
    Q_EMIT ledgerChanged();
}

void FramesModel::setFilter(const FrameFilter& filter)
{
    beginResetModel();
    m_log.setFilter(filter);
    m_failedInPause.clear(); // of another filter
    endResetModel();
    Q_EMIT filterChanged();
    Q_EMIT ledgerChanged();
}

void FramesModel::clear()
{
    beginResetModel();
    m_cleared += m_log.clear();
    m_timeline.clear();
    m_marks.clear();
    endResetModel();
    Q_EMIT ledgerChanged();
}

ViewLedger FramesModel::ledger() const
{
    ViewLedger ledger;
    ledger.captured = m_ledger.captured;
    ledger.shown = m_log.shownFrames();
    ledger.hidden = m_log.hiddenFrames();
    ledger.waiting = m_held.frames();
    ledger.cleared = m_cleared;
    const quint64 accounted = ledger.shown + ledger.hidden + ledger.waiting + ledger.cleared;
    ledger.notKept = ledger.captured > accounted ? ledger.captured - accounted : 0;
    ledger.keptBytes = m_ledger.keptBytes;
    ledger.unlisted = m_log.missing();
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
    if (!top.isValid() || m_log.shown(top.row()).unfolded->deliveries.empty()) {
        return nullptr;
    }
    return &m_log.shown(top.row()).unfolded->deliveries[static_cast<size_t>(index.row())];
}

bool FramesModel::concerns(const QModelIndex& index, ClientId client) const
{
    const QModelIndex top = index.parent().isValid() ? index.parent() : index;
    const LoggedFrame& entry = m_log.shown(top.row());
    return entry.row.client == client ||
           std::find(entry.recipients.begin(), entry.recipients.end(), client) != entry.recipients.end();
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
    return entry.unfolded ? static_cast<int>(entry.unfolded->count()) : 0;
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
    if (parent.internalId() != topRow || parent.column() != 0) {
        return false;
    }
    const FrameRow& row = m_log.shown(parent.row()).row;
    return row.deliveries.recipients > 0 || hasHandshake(row);
}

bool FramesModel::canFetchMore(const QModelIndex& parent) const
{
    return parent.isValid() && hasChildren(parent) && !m_log.shown(parent.row()).unfolded;
}

void FramesModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent)) {
        LoggedFrame& entry = m_log.shown(parent.row());
        entry.unfolded = std::make_unique<UnfoldedRows>();
        Q_EMIT detailWanted(entry.row.number);
    }
}

std::vector<const LoggedFrame*> FramesModel::newestOf(ClientId client, size_t count) const
{
    constexpr size_t searched = 5'000; // a client that was silent for longer has none
    return client.isNull() ? std::vector<const LoggedFrame*>() : m_log.newestOf(client, count, searched);
}

QVariant FramesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !isAnswered(role)) {
        return {};
    }
    const FrameListCells cells(m_log, m_marks, m_names);
    const auto column = static_cast<Column>(index.column());
    return index.internalId() == topRow
               ? cells.top(index.row(), column, role)
               : cells.below(index.parent().row(), static_cast<size_t>(index.row()), column, role);
}

QVariant FramesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    if (section == DeltaColumn && role == Qt::ToolTipRole && m_marks.reference()) {
        return tr("Since frame %1").arg(countText(m_marks.reference()->number));
    }
    return frameHeaderData(static_cast<Column>(section), role);
}

} // namespace signalbox::ui
