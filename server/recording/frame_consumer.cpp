// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/frame_consumer.h"

#include "server/recording/delivery_list.h"

#include <algorithm>
#include <tuple>

namespace signalbox::recording {

namespace {

// A batch is bounded in work too, so that the capture thread answers a fetch soon.
constexpr qint64 maxBatchPayloadBytes = 4 * 1024 * 1024; // read for previews and summaries
constexpr qint64 maxBatchDeliveries = 100'000;

bool isSame(const link::Ledger& left, const link::Ledger& right)
{
    const auto members = [](const link::Ledger& l) {
        return std::tie(l.captured, l.notKept, l.keptBytes, l.budgetBytes);
    };
    return members(left) == members(right);
}

} // namespace

FrameConsumer::FrameConsumer(ConsumerSink sink, int maxUnconfirmedBatches, const KeptFrames& kept,
                             link::FrameWishes wishes)
    : m_sink(std::move(sink))
    , m_maxUnconfirmedBatches(maxUnconfirmedBatches)
    , m_kept(kept)
    , m_wishes(std::move(wishes))
    , m_nextRow(m_wishes.keptRows ? kept.rows().begin() : kept.rows().end())
    , m_nextDeliveries(kept.deliveries().end())
    , m_known(kept.rows().end())
{
}

FrameConsumer::Progress FrameConsumer::feed(RowMaker& rows)
{
    if (m_maxUnconfirmedBatches > 0 && m_unconfirmedBatches >= m_maxUnconfirmedBatches) {
        return Progress::CaughtUp; // as far as it can be
    }
    link::FrameBatch batch;
    batch.missed = m_kept.rows().begin() - std::min(m_nextRow, m_kept.rows().begin());
    m_nextRow = std::max(m_nextRow, m_kept.rows().begin());
    m_nextDeliveries = std::max(m_nextDeliveries, m_kept.deliveries().begin());
    collectDeliveries(batch); // first: for the rows that are known; new rows come with their sums
    collectRows(rows, batch);
    batch.firstKept = m_kept.firstKept();
    batch.ledger = m_kept.ledgerBefore(m_nextRow);
    const bool moreWaits = m_nextRow < end() || m_nextDeliveries != m_kept.deliveries().end();
    if (!moreWaits) {
        m_known = m_kept.rows().end();
    }
    if (!isNews(batch)) {
        return moreWaits ? Progress::MoreWaits : Progress::CaughtUp;
    }
    m_lastLedger = batch.ledger;
    m_lastFirstKept = batch.firstKept;
    ++m_unconfirmedBatches;
    m_sink.batch(std::move(batch));
    return moreWaits ? Progress::MoreWaits : Progress::CaughtUp;
}

void FrameConsumer::confirm(int batches)
{
    m_unconfirmedBatches = std::max(0, m_unconfirmedBatches - batches);
}

void FrameConsumer::answer(link::CommandId command, link::FrameDetail detail) const
{
    m_sink.detail(command, std::move(detail));
}

void FrameConsumer::setFilter(link::CommandId command, const filter::Filter& filter, RowMaker& rows)
{
    m_filter = filter;
    m_filterCommand = filter.isEmpty() ? 0 : command;
    m_subject = std::make_unique<KeptSubject>(m_kept, rows);
}

void FrameConsumer::handOnOnly(const filter::Filter& filter, RowMaker& rows)
{
    m_wanted = filter;
    m_subject = std::make_unique<KeptSubject>(m_kept, rows);
}

quint64 FrameConsumer::nextNumber() const
{
    const quint64 position = std::max(m_nextRow, m_kept.rows().begin());
    return position == m_kept.rows().end() ? m_kept.nextNumber() : m_kept.rows().at(position).number;
}

bool FrameConsumer::passes(quint64 position, const filter::Filter& filter)
{
    if (filter.isEmpty()) {
        return true;
    }
    m_subject->set(position);
    return filter.matches(*m_subject);
}

// A row that is handed on or left out once and for all waits for its deliveries, which are joined to it a
// moment later.
quint64 FrameConsumer::end() const
{
    return m_wanted.needsDeliveries() ? m_known : m_kept.rows().end();
}

/// A row that was handed on can pass, or not pass any more, now that more of its deliveries are known.
void FrameConsumer::decideAgain(quint64 position, link::FrameBatch& batch)
{
    if (m_filterCommand != 0 && m_filter.needsDeliveries()) {
        std::vector<quint64>& decided = passes(position, m_filter) ? batch.passing : batch.failing;
        decided.push_back(m_kept.rows().at(position).number);
    }
}

void FrameConsumer::collectDeliveries(link::FrameBatch& batch)
{
    qint64 collected = 0;
    for (; m_nextDeliveries != m_kept.deliveries().end() && collected < maxBatchDeliveries;
         ++m_nextDeliveries) {
        const KeptDeliveries& entry = m_kept.deliveries().at(m_nextDeliveries);
        if (entry.row < m_kept.rows().begin() || entry.row >= m_nextRow || !passes(entry.row, m_wanted)) {
            continue;
        }
        decideAgain(entry.row, batch);
        link::DeliveryUpdate& update = batch.deliveries.emplace_back();
        update.message = m_kept.rows().at(entry.row).body.message;
        update.settles = entry.settles();
        unpackDeliveries(m_kept.bytes(entry.list), update.deliveries);
        collected += static_cast<qint64>(update.deliveries.size());
    }
}

void FrameConsumer::collectRows(RowMaker& rows, link::FrameBatch& batch)
{
    const quint64 last = end();
    batch.rows.reserve(std::min<size_t>(last - std::min(last, m_nextRow), maxBatchRows));
    batch.filter = m_filterCommand;
    qint64 payloadBytes = 0;
    QByteArray buffer;
    for (size_t looked = 0; m_nextRow < last && looked < maxBatchRows && payloadBytes < maxBatchPayloadBytes;
         ++looked, ++m_nextRow) {
        payloadBytes += m_kept.rows().at(m_nextRow).body.payload.bytes;
        if (!passes(m_nextRow, m_wanted)) {
            continue;
        }
        if (m_filterCommand != 0 && passes(m_nextRow, m_filter)) {
            batch.passing.push_back(m_kept.rows().at(m_nextRow).number);
        }
        link::FrameRow& row = batch.rows.emplace_back(rows.row(m_nextRow, m_nextDeliveries));
        if (m_wishes.payloads) {
            row.payload = rows.message(m_nextRow, buffer).toByteArray();
        }
    }
}

bool FrameConsumer::isNews(const link::FrameBatch& batch) const
{
    return !batch.rows.empty() || batch.missed > 0 || !batch.deliveries.empty() || !m_lastLedger ||
           !isSame(batch.ledger, *m_lastLedger) || batch.firstKept != m_lastFirstKept;
}

} // namespace signalbox::recording
