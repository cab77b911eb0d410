// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/events.h"
#include "server/link/frame_detail.h"
#include "ui/models/frame_filter.h"
#include "ui/models/frame_log.h"
#include "ui/models/frame_marks.h"
#include "ui/models/held_batches.h"
#include "ui/models/traffic_timeline.h"
#include "ui/models/view_ledger.h"

#include <QtCore/QAbstractItemModel>

#include <span>
#include <vector>

namespace signalbox::ui {

class ClientNames;

/// The frames list. Top rows are frames, pushes, handshakes, ends and gaps. The row of a routed message
/// unfolds into its deliveries, that of a handshake into its lines; they are asked for (detailWanted) when it
/// is unfolded for the first time.
///
/// Rows come in batches: one insertion, one removal and one change for each, whatever its size. The filter is
/// applied on the way in. Main thread. Limit: maxRows rows, shown and hidden together, of which maxRows can
/// be shown: with a filter older ones stand before them. While paused as many may wait.
class FramesModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column {
        NumberColumn,
        TimeColumn,
        DeltaColumn, ///< since the row above, or since the reference of the time
        FromColumn,
        DirectionColumn,
        ToColumn,
        TypeColumn,
        LengthColumn,
        ActionColumn,
        SummaryColumn,
        ColumnCount,
    };
    static constexpr int kindRole = Qt::UserRole;       ///< int of the link::RowKind; not valid below a row
    static constexpr int markedRole = Qt::UserRole + 1; ///< bool
    static constexpr qsizetype defaultMaxRows = 50'000;

    /// `names` must outlive the model.
    explicit FramesModel(const ClientNames& names, qsizetype maxRows = defaultMaxRows,
                         QObject* parent = nullptr);

    void append(const link::FrameBatch& batch);
    void setPaused(bool paused); ///< ending a pause applies what waits
    [[nodiscard]] bool isPaused() const { return m_paused; }
    void setFilter(const FrameFilter& filter);
    /// The command that asked capture to decide; what it says of another one is of the past. 0: none.
    void setFilterCommand(quint64 command) { m_filterCommand = command; }
    void addFound(const link::FramesFound& found);
    /// From now on rows that pass stay when they leave the log: number of the first row of that.
    quint64 keepOlder() { return m_log.keepOlder(); }
    /// Rows that pass and are older than all that are here, the newest first, as far as there is room.
    void addOlder(const std::vector<link::FrameRow>& rows);
    [[nodiscard]] qsizetype room() const { return m_log.maxRows() - m_log.shownCount(); }
    [[nodiscard]] bool isFiltered() const { return !m_log.filter().isEmpty(); }
    [[nodiscard]] const FrameFilter& filter() const { return m_log.filter(); }
    void clear();
    /// The answer to detailWanted().
    void setDetail(const link::FrameDetail& detail);
    void addProgress(const link::DeliveriesProgressed& progressed);

    [[nodiscard]] const FrameMarks& marks() const { return m_marks; }
    void toggleMark(const QModelIndex& index);
    void toggleIgnored(const QModelIndex& index); ///< an ignored row is no end of a Δ
    void toggleReference(const QModelIndex& index);
    [[nodiscard]] const TrafficTimeline& timeline() const { return m_timeline; }

    [[nodiscard]] ViewLedger ledger() const;
    /// The frame of a row, or of the row that a delivery stands under. Valid until the next change.
    [[nodiscard]] const link::FrameRow& frame(const QModelIndex& index) const;
    /// The delivery of a row below a message; nothing for a top row.
    [[nodiscard]] const Delivery* delivery(const QModelIndex& index) const;
    /// The newest frames of a client, shown or hidden, newest first. Valid until the next change.
    [[nodiscard]] std::vector<const LoggedFrame*> newestOf(ClientId client, size_t count) const;
    /// Whether a row went over the connection of a client, or its message went to
    /// that client.
    [[nodiscard]] bool concerns(const QModelIndex& index, ClientId client) const;
    /// The row with that number; an invalid index when it is hidden or gone.
    [[nodiscard]] QModelIndex indexOf(quint64 number) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    bool hasChildren(const QModelIndex& parent = {}) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// After a batch: how many rows it added to what is shown.
    void rowsShown(int rows);
    void ledgerChanged();
    void filterChanged();
    void detailWanted(quint64 number);

private:
    void keep(std::vector<quint64>& numbers, const std::vector<quint64>& more) const;
    void apply(const link::FrameBatch& batch);
    void evict(quint64 firstKept, qsizetype incoming);
    void trim();
    void showTold(std::span<const quint64> passing);
    void hideOutdated(std::span<const quint64> failing, const std::vector<link::DeliveryUpdate>& updates);
    void showLateRows(const std::vector<link::DeliveryUpdate>& updates);
    void addDeliveries(const std::vector<link::DeliveryUpdate>& updates);
    void addUnfolded(qsizetype row, const std::vector<Delivery>& deliveries);
    void settleUnfolded(qsizetype row, const std::vector<Delivery>& settled);
    void deliveriesChanged(qsizetype row);
    void addLines(qsizetype row, const link::FrameDetail& detail);
    void rowChanged(const QModelIndex& index);

    const ClientNames& m_names;
    FrameLog m_log;
    FrameMarks m_marks;
    TrafficTimeline m_timeline;
    HeldBatches m_held;    ///< behind the pause
    link::Ledger m_ledger; ///< as of the last batch, applied or waiting
    quint64 m_cleared = 0;
    quint64 m_filterCommand = 0;
    std::vector<quint64> m_toldInPause;
    std::vector<quint64> m_failedInPause;
    bool m_paused = false;
};

} // namespace signalbox::ui
