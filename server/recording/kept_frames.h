// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/frame_detail.h"
#include "server/recording/block_queue.h"
#include "server/recording/capture_record.h"
#include "server/recording/capture_ring.h"
#include "server/recording/chunk_table.h"
#include "server/recording/message_index.h"
#include "server/recording/name_table.h"
#include "server/recording/population_history.h"
#include "server/recording/related_rows.h"

#include <optional>
#include <vector>

namespace signalbox::recording {

/// One row of the store: the record, and what the store adds to it.
struct KeptRow {
    RecordBody body;
    quint64 number = 0;
    quint64 newestDeliveries = 0; ///< position of a KeptDeliveries plus 1; 0: none
    NameTable::Index user = 0;    ///< of the client
    quint32 previousFragment = 0; ///< how many rows back the fragment before this one is; 0: none
};

/// The deliveries of one message at one worker; or of these, some that had been queued and are settled.
struct KeptDeliveries {
    PayloadRef list;
    quint64 row = 0;      ///< position
    quint64 older = 0;    ///< of the same row: position plus 1; 0: none
    quint64 encoding = 0; ///< position of a KeptEncoding plus 1; 0: the row's own bytes left
    quint32 sent = 0;
    qint32 queued = 0; ///< less than none: these were settled, and are counted as sent or dropped here
    quint32 dropped = 0;

    [[nodiscard]] bool settles() const { return queued < 0; }
};

/// What left for those clients of one worker whose dialect writes the message in a form of its own.
struct KeptEncoding {
    PayloadRef payload;
    websocket::FrameHeader header;
    quint64 row = 0; ///< position
};

/// What a Gap row stands for.
struct KeptGap {
    quint64 number = 0;
    RingLoss loss;
};

/// The frames that capture keeps, within a budget of bytes: numbered rows, the chunks they refer to, the
/// names they share, who was there at each of them. The oldest rows go first; what went is counted, so that
/// captured = kept + not kept at every moment.
///
/// A row that was lost has a number too: a Gap row has the number of the first lost one, and the row after it
/// follows the last lost one. Gap rows are not counted in the ledger; the rows that they stand for are, as
/// not kept.
///
/// Thread: capture. Owner: Capture. Costs 128 bytes a row, 8 for a message, 56 for its deliveries at each
/// worker, 16 for a row about a message, and the payloads.
class KeptFrames final {
public:
    enum class JoinOutcome { Joined, RowEvicted, RowUnknown };

    explicit KeptFrames(qint64 budgetBytes);
    Q_DISABLE_COPY_MOVE(KeptFrames)

    void setBudget(qint64 budgetBytes);

    void addChunk(std::shared_ptr<const PayloadChunk> chunk);
    /// Gives the row its number. `previousFragment` is a position, plus 1; 0: none. Returns the row's own,
    /// plus 1.
    quint64 append(const RecordBody& body, NameTable::Index user, quint64 previousFragment = 0);
    void appendGap(const RingLoss& loss);
    /// Joins a record of kind Deliveries or Settled to its message's row.
    JoinOutcome joinDeliveries(const RecordBody& body);
    /// Keeps the chunks that `body` refers to until letBytesGo(body); empties references to bytes that are
    /// not here.
    void holdBytes(RecordBody& body);
    void letBytesGo(const RecordBody& body);
    [[nodiscard]] PopulationHistory& population() { return m_population; }
    [[nodiscard]] const PopulationHistory& population() const { return m_population; }
    [[nodiscard]] NameTable& names() { return m_names; }
    [[nodiscard]] const NameTable& names() const { return m_names; }

    /// Number of the oldest row that is kept; when there is none, the number that comes next.
    [[nodiscard]] quint64 firstKept() const;
    [[nodiscard]] quint64 nextNumber() const { return m_nextNumber; }
    [[nodiscard]] const BlockQueue<KeptRow>& rows() const { return m_rows; }
    [[nodiscard]] const BlockQueue<KeptDeliveries>& deliveries() const { return m_deliveries; }
    /// The position of the first row that has this number or a larger one.
    [[nodiscard]] quint64 positionOf(quint64 number) const;
    /// The position of the row with this number; nothing when it is not kept.
    [[nodiscard]] std::optional<quint64> find(quint64 number) const;
    [[nodiscard]] QByteArrayView bytes(const PayloadRef& reference) const { return m_chunks.view(reference); }
    [[nodiscard]] RingLoss gap(quint64 number) const;
    /// Sums of a row's deliveries among those with a position below `deliveriesEnd`.
    [[nodiscard]] DeliveryCounts counts(const KeptRow& row, quint64 deliveriesEnd) const;
    /// All deliveries of a row, in the order in which they came, each as it is now.
    [[nodiscard]] std::vector<Delivery> deliveriesOf(const KeptRow& row) const;
    /// The forms other than the row's own in which its message left, each once.
    [[nodiscard]] std::vector<link::Encoding> encodingsOf(const KeptRow& row) const;
    /// The other rows that are kept and about the same message, its own first.
    [[nodiscard]] std::vector<quint64> relatedTo(quint64 position) const;

    /// The ledger as it is for somebody who has seen the rows before `position` only.
    [[nodiscard]] link::Ledger ledgerBefore(quint64 position) const;
    [[nodiscard]] qint64 keptBytes() const;

private:
    [[nodiscard]] quint64 keepEncoding(const RecordBody& body, quint64 row);
    /// Of a row, the oldest first.
    [[nodiscard]] std::vector<KeptDeliveries> entriesOf(const KeptRow& row) const;
    void evict();
    void evictOldestRow();

    qint64 m_budgetBytes;
    quint64 m_nextNumber = 1;
    BlockQueue<KeptRow> m_rows;
    BlockQueue<KeptDeliveries> m_deliveries;
    BlockQueue<KeptEncoding, 64> m_encodings;
    BlockQueue<KeptGap, 64> m_gaps;
    MessageIndex m_rowOfMessage;
    RelatedRows m_related;
    ChunkTable m_chunks;
    NameTable m_names;
    PopulationHistory m_population{m_names};
};

} // namespace signalbox::recording
