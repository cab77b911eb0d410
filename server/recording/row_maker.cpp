// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/row_maker.h"

#include "server/core/recipient_words.h"
#include "server/recording/fragment_chain.h"
#include "server/recording/recipient_list.h"
#include "server/recording/xsockets_summary.h"

#include <numeric>

namespace signalbox::recording {

namespace {

/// Whole messages in more fragments than this are not put together for a summary.
constexpr quint32 maxSummarisedFragments = 1024;

link::RowKind rowKind(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Frame:
        return link::RowKind::Frame;
    case RecordKind::Push:
        return link::RowKind::Push;
    case RecordKind::Opened:
        return link::RowKind::Opened;
    case RecordKind::Closed:
        return link::RowKind::Closed;
    case RecordKind::Joined:
        return link::RowKind::Joined;
    case RecordKind::Left:
        return link::RowKind::Left;
    case RecordKind::Refused:
        return link::RowKind::Refused;
    case RecordKind::Answered:
        return link::RowKind::Answered;
    case RecordKind::Called:
        return link::RowKind::Called;
    case RecordKind::OperatorAct:
        return link::RowKind::OperatorAct;
    case RecordKind::Gap:
        return link::RowKind::Gap;
    case RecordKind::Deliveries:
    case RecordKind::Settled:
    case RecordKind::IntroductionBegan:
    case RecordKind::ClientKnown:
    case RecordKind::IntroductionEnded:
        break; // never rows
    }
    Q_UNREACHABLE();
}

QByteArray preview(QByteArrayView payload, bool isText)
{
    return isText ? firstCharacters(payload, maxPreviewBytes)
                  : payload.first(std::min(payload.size(), maxPreviewBytes)).toByteArray();
}

/// "GET /ws?user=ann" of "GET /ws?user=ann HTTP/1.1". RFC 9112 §3.
QByteArray methodAndTarget(QByteArrayView request)
{
    const qsizetype end = request.indexOf(' ', request.indexOf(' ') + 1);
    return request.first(std::max<qsizetype>(end, 0)).toByteArray();
}

/// The target alone.
QByteArray requestTarget(QByteArrayView request)
{
    const qsizetype start = request.indexOf(' ') + 1;
    const qsizetype end = request.indexOf(' ', start);
    return start > 0 && end > start ? request.sliced(start, end - start).toByteArray() : QByteArray();
}

bool isHttp(link::RowKind kind)
{
    return kind == link::RowKind::Opened || kind == link::RowKind::Refused ||
           kind == link::RowKind::Answered || kind == link::RowKind::Called;
}

} // namespace

RowMaker::RowMaker(const KeptFrames& kept)
    : m_kept(kept)
    , m_snapshots(kept)
{
}

link::FrameRow RowMaker::row(quint64 position, quint64 deliveriesEnd)
{
    link::FrameRow row = bareRow(position, deliveriesEnd);
    complete(position, row);
    return row;
}

link::FrameRow RowMaker::bareRow(quint64 position, quint64 deliveriesEnd) const
{
    const KeptRow& kept = m_kept.rows().at(position);
    const RecordBody& body = kept.body;
    link::FrameRow row;
    row.number = kept.number;
    row.time = body.time;
    row.kind = rowKind(body.kind);
    row.direction = body.direction;
    row.sender = body.sender;
    row.client = body.client;
    row.user = m_kept.names().name(kept.user);
    (body.isAbout ? row.about : row.message) = body.message;
    row.deliveries = m_kept.counts(kept, deliveriesEnd);
    addWhatItsKindHas(kept, row);
    return row;
}

void RowMaker::complete(quint64 position, link::FrameRow& row)
{
    if (row.kind == link::RowKind::Frame) {
        completeFrame(position, row);
    } else if (row.kind == link::RowKind::Push) {
        completePush(m_kept.rows().at(position).body, row);
    }
}

void RowMaker::addWhatItsKindHas(const KeptRow& kept, link::FrameRow& row) const
{
    const RecordBody& body = kept.body;
    switch (row.kind) {
    case link::RowKind::Frame:
        row.header = body.header;
        row.fragment = body.fragment;
        row.isXSockets = body.isXSockets;
        break;
    case link::RowKind::Push:
        row.header = body.header;
        break;
    case link::RowKind::Opened:
        row.text = requestTarget(m_kept.bytes(body.payload));
        break;
    case link::RowKind::Closed:
        row.text = text(body, 0);
        row.code = body.code;
        row.end = body.end;
        break;
    case link::RowKind::Refused:
        addExchange(body, row);
        row.text = text(body, 0);
        break;
    case link::RowKind::Answered:
        addExchange(body, row);
        row.text = methodAndTarget(m_kept.bytes(body.payload));
        break;
    case link::RowKind::Called:
        addCall(body, row);
        break;
    case link::RowKind::Joined:
    case link::RowKind::Left:
        row.target = text(body, 0);
        break;
    case link::RowKind::OperatorAct:
        row.text = m_kept.bytes(body.payload).toByteArray();
        break;
    case link::RowKind::Gap:
        addGap(row);
        break;
    }
}

link::FrameDetail RowMaker::detail(quint64 number)
{
    link::FrameDetail detail;
    detail.number = number;
    const std::optional<quint64> position = m_kept.find(number);
    if (!position) {
        return detail;
    }
    const KeptRow& kept = m_kept.rows().at(*position);
    const RecordBody& body = kept.body;
    detail.kept = true;
    detail.row = row(*position, m_kept.deliveries().end());
    detail.headerBytes = QByteArray(body.headerBytes.data(), body.headerByteCount);
    detail.deliveries = m_kept.deliveriesOf(kept);
    detail.encodings = m_kept.encodingsOf(kept);
    for (const quint64 related : m_kept.relatedTo(*position)) {
        const KeptRow& other = m_kept.rows().at(related);
        detail.related.push_back({other.number, rowKind(other.body.kind)});
    }
    addFragments(*position, detail);
    detail.routing = m_snapshots.make(*position);
    const QByteArray payload = m_kept.bytes(body.payload).toByteArray();
    if (isHttp(detail.row.kind)) {
        detail.handshakeRequest = payload;
        detail.handshakeResponse = response(body);
    } else {
        detail.payload = payload;
    }
    return detail;
}

void RowMaker::addFragments(quint64 position, link::FrameDetail& detail) const
{
    const FragmentChain chain = findFragments(m_kept, position);
    for (const quint64 fragment : chain.positions) {
        detail.fragments.push_back(m_kept.rows().at(fragment).number);
    }
    detail.message = joinFragments(m_kept, chain);
}

void RowMaker::completeFrame(quint64 position, link::FrameRow& row)
{
    addPayload(m_kept.bytes(m_kept.rows().at(position).body.payload), row);
    QByteArray buffer;
    const bool isMessage =
        row.fragment == 0 || (row.fragment > 1 && !(row.message.isNull() && row.about.isNull()));
    if (row.isXSockets) {
        summariseXSockets(isMessage ? message(position, buffer) : QByteArrayView(),
                          m_kept.bytes(m_kept.rows().at(position).body.second).toByteArray(), row);
    } else if (row.header.opcode == websocket::Opcode::Text || row.fragment > 1) {
        addEnvelope(isMessage ? message(position, buffer) : QByteArrayView(), row);
    }
}

QByteArrayView RowMaker::message(quint64 position, QByteArray& buffer) const
{
    const RecordBody& body = m_kept.rows().at(position).body;
    if (body.kind != RecordKind::Frame && body.kind != RecordKind::Push) {
        return {};
    }
    if (body.kind == RecordKind::Frame && body.fragment > 1 && !body.message.isNull()) {
        buffer = joinFragments(m_kept, findFragments(m_kept, position, maxSummarisedFragments));
        return buffer;
    }
    return m_kept.bytes(body.payload);
}

void RowMaker::completePush(const RecordBody& body, link::FrameRow& row)
{
    const QByteArrayView payload = m_kept.bytes(body.payload);
    addPayload(payload, row);
    if (body.second.bytes == 0 || body.sender != link::SenderKind::Operator) {
        addEnvelope(payload, row);
    }
    if (const auto recipients = unpackRecipients(m_kept.bytes(body.second))) {
        row.target = recipientsInWords(*recipients);
    }
}

void RowMaker::addPayload(QByteArrayView payload, link::FrameRow& row) const
{
    row.preview = preview(payload, row.header.opcode == websocket::Opcode::Text);
}

void RowMaker::addEnvelope(QByteArrayView payload, link::FrameRow& row)
{
    message::EnvelopeSummary summary = m_summarizer.summarise(payload);
    row.action = std::move(summary.action);
    row.target = std::move(summary.target);
    if (summary.userId != row.user) {
        row.claimedUser = std::move(summary.userId);
    }
}

void RowMaker::addExchange(const RecordBody& body, link::FrameRow& row) const
{
    row.header.payloadBytes = body.header.payloadBytes;
    row.code = body.code;
    row.took = std::chrono::microseconds(body.fragment);
    row.origin = text(body, 1);
    row.address = text(body, 2);
}

void RowMaker::addCall(const RecordBody& body, link::FrameRow& row) const
{
    row.header.payloadBytes = body.header.payloadBytes;
    row.code = body.code;
    row.took = std::chrono::microseconds(body.fragment);
    row.text = text(body, 0);
    row.target = text(body, 1);
    row.attempt = body.header.maskingKey[0];
    row.isTriedAgain = body.header.maskingKey[1] != 0;
}

void RowMaker::addGap(link::FrameRow& row) const
{
    const RingLoss loss = m_kept.gap(row.number);
    row.gapRows = loss.records;
    row.gapBytes = static_cast<qint64>(loss.bytes);
    row.gapEnd = loss.last;
}

QByteArray RowMaker::text(const RecordBody& body, size_t index) const
{
    const QByteArrayView second = m_kept.bytes(body.second);
    const auto& lengths = body.textBytes;
    const qsizetype fromEnd =
        std::accumulate(lengths.begin() + static_cast<qsizetype>(index), lengths.end(), qsizetype{0});
    return fromEnd <= second.size() ? second.last(fromEnd).first(lengths.at(index)).toByteArray()
                                    : QByteArray();
}

QByteArray RowMaker::response(const RecordBody& body) const
{
    const QByteArrayView second = m_kept.bytes(body.second);
    const qsizetype names = body.kind == RecordKind::Opened ? static_cast<qsizetype>(body.fragment) : 0;
    const qsizetype texts = std::accumulate(body.textBytes.begin(), body.textBytes.end(), names);
    return second.chopped(std::min(texts, second.size())).toByteArray();
}

} // namespace signalbox::recording
