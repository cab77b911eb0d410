// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filter/field_numbers.h"

#include "server/filter/field_words.h"
#include "server/filter/row_traits.h"

#include <array>
#include <optional>

namespace signalbox::filter {

using link::FrameRow;
using link::RowKind;

namespace {

using MaybeNumber = std::optional<long double>;

template <typename Value>
MaybeNumber when(bool isThere, Value value)
{
    return isThere ? MaybeNumber(static_cast<long double>(value)) : std::nullopt;
}

bool hasHeader(const FrameRow& row)
{
    return row.kind == RowKind::Frame;
}

bool hasPayload(const FrameRow& row)
{
    return row.kind == RowKind::Frame || row.kind == RowKind::Push;
}

bool visitClientsReached(Subject& subject, const NumberVisitor& visit)
{
    const FrameRow& row = subject.row();
    if (isSentFrame(row) && !row.client.isNull() && visit(row.client.number())) {
        return true;
    }
    for (const ClientId client : subject.recipients()) {
        if (visit(client.number())) {
            return true;
        }
    }
    return false;
}

MaybeNumber codeOf(Subject& subject)
{
    const FrameRow& row = subject.row();
    if (!isCloseFrame(row)) {
        return when(row.code != 0, row.code);
    }
    const QByteArrayView payload = subject.payload(); // RFC 6455 §5.5.1
    return payload.size() < 2
               ? std::nullopt
               : MaybeNumber(static_cast<uchar>(payload[0]) << 8 | static_cast<uchar>(payload[1]));
}

/// Of a row alone.
using NumberSource = MaybeNumber (*)(const FrameRow& row);

struct NumberField {
    Field field;
    NumberSource source;
};

template <qint64 DeliveryCounts::*Member>
MaybeNumber countOf(const FrameRow& row)
{
    return when(!row.message.isNull(), row.deliveries.*Member);
}

template <typename Function>
constexpr NumberField numberField(Field field, Function function)
{
    return {field, function};
}

constexpr std::array numberFields{
    numberField(Field::Number, [](const FrameRow& row) { return when(true, row.number); }),
    numberField(Field::Time,
                [](const FrameRow& row) { return when(true, row.time.time_since_epoch().count()); }),
    numberField(Field::Kind, [](const FrameRow& row) { return when(true, static_cast<int>(row.kind)); }),
    numberField(Field::Type, [](const FrameRow& row) { return when(true, typeOf(row)); }),
    numberField(Field::Direction,
                [](const FrameRow& row) { return when(hasPayload(row), static_cast<int>(row.direction)); }),
    numberField(
        Field::Opcode,
        [](const FrameRow& row) { return when(hasHeader(row), static_cast<int>(row.header.opcode)); }),
    numberField(Field::Fin, [](const FrameRow& row) { return when(hasHeader(row), row.header.fin); }),
    numberField(Field::Rsv,
                [](const FrameRow& row) { return when(hasHeader(row), row.header.reservedBits); }),
    numberField(Field::Mask, [](const FrameRow& row) { return when(hasHeader(row), row.header.masked); }),
    numberField(Field::Length,
                [](const FrameRow& row) { return when(hasPayload(row), row.header.payloadBytes); }),
    numberField(Field::Fragment, [](const FrameRow& row) { return when(row.fragment > 0, row.fragment); }),
    numberField(Field::FromClient,
                [](const FrameRow& row) {
                    return when(isFromClient(row) && !row.client.isNull(), row.client.number());
                }),
    numberField(Field::Client,
                [](const FrameRow& row) { return when(!row.client.isNull(), row.client.number()); }),
    numberField(Field::Sender,
                [](const FrameRow& row) { return when(hasPayload(row), static_cast<int>(row.sender)); }),
    numberField(Field::Id,
                [](const FrameRow& row) { // rows about a message are found with it
                    const MessageId id = row.message.isNull() ? row.about : row.message;
                    return when(!id.isNull(), id.number());
                }),
    numberField(Field::Recipients, countOf<&DeliveryCounts::recipients>),
    numberField(Field::Sent, countOf<&DeliveryCounts::sent>),
    numberField(Field::Queued, countOf<&DeliveryCounts::queued>),
    numberField(Field::Dropped, countOf<&DeliveryCounts::dropped>),
    numberField(
        Field::End,
        [](const FrameRow& row) { return when(row.kind == RowKind::Closed, static_cast<int>(row.end)); }),
};

} // namespace

bool visitNumbers(Field field, Subject& subject, const NumberVisitor& visit)
{
    if (field == Field::ToClient) {
        return visitClientsReached(subject, visit);
    }
    if (field == Field::Code) {
        const MaybeNumber code = codeOf(subject);
        return code && visit(*code);
    }
    for (const NumberField& known : numberFields) {
        if (known.field == field) {
            const MaybeNumber number = known.source(subject.row());
            return number && visit(*number);
        }
    }
    return false;
}

} // namespace signalbox::filter
