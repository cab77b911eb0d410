// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/frame_log.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <limits>
#include <utility>

namespace signalbox::ui {

using link::FrameRow;
using link::RowKind;

const LoggedFrame& FrameLog::shown(qsizetype row) const
{
    return row < m_older.count() ? m_older.at(row) : m_entries[positionOf(row)];
}

LoggedFrame& FrameLog::shown(qsizetype row)
{
    return row < m_older.count() ? m_older.at(row) : m_entries[positionOf(row)];
}

quint64 FrameLog::sequence(qsizetype row) const
{
    return row < m_older.count() ? m_older.sequence(row) : m_shown[indexOf(row)];
}

size_t FrameLog::positionOf(qsizetype row) const
{
    return static_cast<size_t>(m_shown[indexOf(row)] - m_firstSequence);
}

bool FrameLog::isPassing(const LoggedFrame& entry) const
{
    const bool isTold = m_told.contains(entry.row.number) && m_filter.isInRange(entry.row);
    return isTold || m_filter.matches(entry.row, {entry.recipients, &m_names});
}

std::optional<qsizetype> FrameLog::rowOfSequence(quint64 sequence) const
{
    const auto place = std::lower_bound(m_shown.begin(), m_shown.end(), sequence);
    if (place == m_shown.end() || *place != sequence) {
        return m_older.rowOfSequence(sequence);
    }
    return m_older.count() + (place - m_shown.begin());
}

/// Where a row is shown, or would be.
qsizetype FrameLog::placeOf(quint64 sequence) const
{
    return m_older.count() + (std::lower_bound(m_shown.begin(), m_shown.end(), sequence) - m_shown.begin());
}

std::optional<qsizetype> FrameLog::rowOfNumber(quint64 number) const
{
    const auto place =
        std::lower_bound(m_shown.begin(), m_shown.end(), number, [this](quint64 sequence, quint64 wanted) {
            return m_entries[static_cast<size_t>(sequence - m_firstSequence)].row.number < wanted;
        });
    if (place == m_shown.end() ||
        m_entries[static_cast<size_t>(*place - m_firstSequence)].row.number != number) {
        return m_older.rowOfNumber(number);
    }
    return m_older.count() + (place - m_shown.begin());
}

LoggedFrame* FrameLog::findMessage(MessageId message, std::optional<qsizetype>& row)
{
    const auto known = m_messages.constFind(message);
    if (known == m_messages.cend()) {
        return nullptr;
    }
    row = rowOfSequence(*known);
    return &m_entries[static_cast<size_t>(*known - m_firstSequence)];
}

std::vector<const LoggedFrame*> FrameLog::newestOf(ClientId client, size_t count, size_t searched) const
{
    std::vector<const LoggedFrame*> found;
    const auto end = m_entries.rbegin() + static_cast<std::ptrdiff_t>(std::min(searched, m_entries.size()));
    for (auto entry = m_entries.rbegin(); entry != end && found.size() < count; ++entry) {
        if (entry->row.client == client) {
            found.push_back(&*entry);
        }
    }
    return found;
}

FrameLog::Eviction FrameLog::plannedEviction(quint64 firstKept, qsizetype incoming) const
{
    const auto total = static_cast<qsizetype>(m_entries.size());
    qsizetype entries = std::clamp<qsizetype>(total + incoming - m_maxRows, 0, total);
    while (entries < total && m_entries[static_cast<size_t>(entries)].row.number < firstKept) {
        ++entries;
    }
    const quint64 end = m_firstSequence + static_cast<quint64>(entries);
    auto leaving = std::lower_bound(m_shown.begin(), m_shown.end(), end);
    while (m_keepsOlder && leaving != m_shown.begin() &&
           m_entries[static_cast<size_t>(*std::prev(leaving) - m_firstSequence)].row.number >= firstKept) {
        --leaving; // it stays, as an older row
    }
    return {entries, m_older.notKept(firstKept) + (leaving - m_shown.begin()), firstKept};
}

void FrameLog::evict(const Eviction& eviction)
{
    m_older.forget(eviction.firstKept);
    for (qsizetype i = 0; i < eviction.entries; ++i) {
        const FrameRow& row = m_entries.front().row;
        const bool isShown = !m_shown.empty() && m_shown.front() == m_firstSequence;
        if (row.kind != RowKind::Gap) {
            --m_frames;
            m_shownFrames -= isShown ? 1 : 0;
        }
        if (isShown) {
            m_shown.pop_front();
        }
        m_told.remove(row.number);
        m_recipients -= m_entries.front().recipients.size();
        if (!row.message.isNull()) {
            m_messages.remove(row.message);
        }
        if (isShown && m_keepsOlder && row.number >= eviction.firstKept) {
            m_entries.front().recipients = {};
            m_older.takeOver(m_firstSequence, std::move(m_entries.front()));
        }
        m_entries.pop_front();
        ++m_firstSequence;
    }
    m_forgotten = std::max(m_forgotten, m_firstSequence);
}

std::vector<quint64> FrameLog::passing(size_t count) const
{
    std::vector<quint64> sequences;
    sequences.reserve(count);
    for (size_t position = m_entries.size() - count; position < m_entries.size(); ++position) {
        if (isPassing(m_entries[position])) {
            sequences.push_back(m_firstSequence + position);
        }
    }
    return sequences;
}

void FrameLog::show(const std::vector<quint64>& sequences)
{
    for (const quint64 sequence : sequences) {
        m_shown.push_back(sequence);
        const FrameRow& row = m_entries[static_cast<size_t>(sequence - m_firstSequence)].row;
        m_shownFrames += row.kind == RowKind::Gap ? 0 : 1;
    }
}

std::optional<qsizetype> FrameLog::lateRow(MessageId message) const
{
    const auto known = m_messages.constFind(message);
    if (known == m_messages.cend() || !isPassing(m_entries[static_cast<size_t>(*known - m_firstSequence)])) {
        return std::nullopt;
    }
    return rowOfSequence(*known) ? std::nullopt : std::optional(placeOf(*known));
}

void FrameLog::showLate(MessageId message, qsizetype row)
{
    m_shown.insert(m_shown.begin() + static_cast<qsizetype>(indexOf(row)), m_messages.value(message));
    ++m_shownFrames; // a gap carries no message
}

std::optional<quint64> FrameLog::sequenceOf(quint64 number) const
{
    const auto entry =
        std::lower_bound(m_entries.begin(), m_entries.end(), number,
                         [](const LoggedFrame& one, quint64 wanted) { return one.row.number < wanted; });
    return entry != m_entries.end() && entry->row.number == number
               ? std::optional(m_firstSequence + static_cast<quint64>(entry - m_entries.begin()))
               : std::nullopt;
}

void FrameLog::tell(std::span<const quint64> passing)
{
    const quint64 oldest = m_entries.empty() ? 0 : m_entries.front().row.number;
    for (const quint64 number : passing) {
        if (number >= oldest) {
            m_told.insert(number);
        } else if (number > m_clearedUpTo) {
            m_older.expect(number);
        }
    }
}

std::vector<FrameLog::LateRows> FrameLog::late(std::span<const quint64> passing) const
{
    std::vector<quint64> sequences;
    for (const quint64 number : passing) {
        const auto sequence = sequenceOf(number);
        if (sequence && !rowOfSequence(*sequence) &&
            isPassing(m_entries[static_cast<size_t>(*sequence - m_firstSequence)])) {
            sequences.push_back(*sequence);
        }
    }
    std::sort(sequences.begin(), sequences.end(), std::greater<>());
    sequences.erase(std::unique(sequences.begin(), sequences.end()), sequences.end());
    std::vector<LateRows> runs;
    for (const quint64 sequence : sequences) {
        const qsizetype row = placeOf(sequence);
        if (runs.empty() || runs.back().row != row) {
            runs.push_back({row, {}});
        }
        runs.back().sequences.push_back(sequence);
    }
    for (LateRows& run : runs) {
        std::reverse(run.sequences.begin(), run.sequences.end());
    }
    return runs;
}

void FrameLog::showLate(const LateRows& rows)
{
    m_shown.insert(m_shown.begin() + static_cast<qsizetype>(indexOf(rows.row)), rows.sequences.begin(),
                   rows.sequences.end());
    for (const quint64 sequence : rows.sequences) {
        const FrameRow& row = m_entries[static_cast<size_t>(sequence - m_firstSequence)].row;
        m_shownFrames += row.kind == RowKind::Gap ? 0 : 1;
    }
}

void FrameLog::takeBack(std::span<const quint64> failing)
{
    for (const quint64 number : failing) {
        m_told.remove(number);
    }
}

std::vector<qsizetype> FrameLog::outdated(std::span<const quint64> failing,
                                          const std::vector<link::DeliveryUpdate>& updates) const
{
    std::vector<quint64> sequences;
    for (const quint64 number : failing) {
        if (const auto sequence = sequenceOf(number); sequence && !m_told.contains(number)) {
            sequences.push_back(*sequence);
        }
    }
    for (const link::DeliveryUpdate& update : updates) {
        const auto known = m_messages.constFind(update.message);
        const bool isKnown =
            m_filter.needsRecipients() && known != m_messages.cend() && *known >= m_forgotten;
        if (isKnown && !isPassing(m_entries[static_cast<size_t>(*known - m_firstSequence)])) {
            sequences.push_back(*known);
        }
    }
    std::sort(sequences.begin(), sequences.end(), std::greater<>());
    sequences.erase(std::unique(sequences.begin(), sequences.end()), sequences.end());
    std::vector<qsizetype> rows;
    for (const quint64 sequence : sequences) {
        if (const auto row = rowOfSequence(sequence)) {
            rows.push_back(*row);
        }
    }
    return rows;
}

void FrameLog::hide(qsizetype row)
{
    m_shown.erase(m_shown.begin() + static_cast<qsizetype>(indexOf(row)));
    --m_shownFrames; // gaps always pass
}

void FrameLog::addRecipients(const std::vector<link::DeliveryUpdate>& updates)
{
    for (const link::DeliveryUpdate& update : updates) {
        const auto known = m_messages.constFind(update.message);
        if (update.settles || known == m_messages.cend() || *known < m_forgotten) {
            continue;
        }
        std::vector<ClientId>& recipients =
            m_entries[static_cast<size_t>(*known - m_firstSequence)].recipients;
        recipients.reserve(recipients.size() + update.deliveries.size());
        for (const Delivery& delivery : update.deliveries) {
            recipients.push_back(delivery.client);
        }
        m_recipients += update.deliveries.size();
        forgetRecipients();
    }
}

void FrameLog::forgetRecipients()
{
    while (m_recipients > maxRecipients && m_forgotten < m_firstSequence + m_entries.size()) {
        std::vector<ClientId>& oldest =
            m_entries[static_cast<size_t>(m_forgotten - m_firstSequence)].recipients;
        m_recipients -= oldest.size();
        oldest = {};
        ++m_forgotten;
    }
}

void FrameLog::append(std::span<const FrameRow> rows)
{
    for (const FrameRow& row : rows) {
        if (!row.message.isNull()) {
            m_messages.insert(row.message, m_firstSequence + m_entries.size());
        }
        m_frames += row.kind == RowKind::Gap ? 0 : 1;
        m_entries.push_back({row});
        countFragments(m_entries.back(), m_firstSequence + m_entries.size() - 1);
    }
}

// The frames of one message share a counter, which the last of them sets.
void FrameLog::countFragments(LoggedFrame& entry, quint64 sequence)
{
    const FrameRow& row = entry.row;
    if (row.kind == RowKind::Closed) {
        m_open.remove(row.client.number() * 2);
        m_open.remove(row.client.number() * 2 + 1);
    }
    if (row.kind != RowKind::Frame || row.fragment == 0) {
        return;
    }
    const quint64 key = row.client.number() * 2 + (row.direction == link::Direction::Received ? 0 : 1);
    OpenMessage& open = m_open[key];
    if (row.fragment == 1 || open.fragments == nullptr) {
        open = {std::make_shared<quint32>(0), sequence};
    }
    entry.fragments = open.fragments;
    if (row.header.fin) {
        *open.fragments = row.fragment;
        m_completed = std::min(open.first, m_completed.value_or(open.first));
        m_open.remove(key);
    }
}

std::optional<qsizetype> FrameLog::takeCompleted()
{
    if (!m_completed) {
        return std::nullopt;
    }
    const qsizetype place = placeOf(*std::exchange(m_completed, std::nullopt));
    return place == shownCount() ? std::nullopt : std::optional(place);
}

quint64 FrameLog::keepOlder()
{
    m_keepsOlder = true;
    return m_entries.empty() ? 0 : m_entries.front().row.number;
}

std::span<const FrameRow> FrameLog::acceptable(std::span<const FrameRow> rows) const
{
    const quint64 oldest = m_older.count() > 0 ? m_older.at(0).row.number
                           : m_entries.empty() ? std::numeric_limits<quint64>::max()
                                               : m_entries.front().row.number;
    const auto begin =
        std::find_if(rows.begin(), rows.end(), [oldest](const FrameRow& row) { return row.number < oldest; });
    const auto end = std::find_if(begin, rows.end(), [this](const FrameRow& row) {
        return row.number <= m_clearedUpTo || !m_filter.isInRange(row);
    });
    const auto room = static_cast<std::ptrdiff_t>(std::max<qsizetype>(m_maxRows - shownCount(), 0));
    return {begin, begin + std::min<std::ptrdiff_t>(end - begin, room)};
}

qsizetype FrameLog::surplus() const
{
    return std::clamp<qsizetype>(shownCount() - m_maxRows, 0, m_older.count());
}

void FrameLog::addOlder(std::span<const FrameRow> rows)
{
    m_older.add(rows, m_firstSequence);
}

void FrameLog::setFilter(const FrameFilter& filter)
{
    m_filter = filter;
    m_older.clear();
    m_keepsOlder = false;
    m_told.clear();
    m_shown.clear();
    m_shownFrames = 0;
    quint64 sequence = m_firstSequence;
    for (const LoggedFrame& entry : m_entries) {
        if (isPassing(entry)) {
            m_shown.push_back(sequence);
            m_shownFrames += entry.row.kind == RowKind::Gap ? 0 : 1;
        }
        ++sequence;
    }
}

quint64 FrameLog::clear()
{
    const quint64 frames = m_older.frames() + m_frames;
    m_clearedUpTo = m_entries.empty() ? m_clearedUpTo : m_entries.back().row.number;
    m_older.clear();
    m_firstSequence += m_entries.size();
    m_entries.clear();
    m_shown.clear();
    m_told.clear();
    m_messages.clear();
    m_open.clear();
    m_completed.reset();
    m_frames = 0;
    m_shownFrames = 0;
    m_recipients = 0;
    m_forgotten = m_firstSequence;
    return frames;
}

} // namespace signalbox::ui
