// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/filter_term.h"

#include "server/filter/field_words.h"
#include "server/filter/printing.h"

namespace signalbox::ui {

using link::Direction;
using link::FrameRow;
using link::RowKind;
using link::SenderKind;

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxSearched = 40; // characters of a payload that a condition is made of

QByteArray clientId(const FrameRow& row)
{
    return row.client.isNull() ? QByteArray() : row.client.text();
}

QByteArray clientOf(const FrameRow& row)
{
    return row.user.isEmpty() ? clientId(row) : row.user;
}

QByteArray senderOf(const FrameRow& row)
{
    switch (row.sender) {
    case SenderKind::Client:
        return clientOf(row);
    case SenderKind::Http:
        return "http";
    case SenderKind::Operator:
        return "operator";
    case SenderKind::Broker:
        return "broker";
    case SenderKind::Service:
        return "service";
    }
    Q_UNREACHABLE();
}

QByteArray fromOf(const FrameRow& row)
{
    switch (row.kind) {
    case RowKind::Frame:
        return row.direction == Direction::Received ? clientOf(row) : QByteArray("broker");
    case RowKind::Push:
        return senderOf(row);
    case RowKind::Opened:
    case RowKind::Closed:
    case RowKind::Joined:
    case RowKind::Left:
    case RowKind::Called:
        return clientOf(row);
    case RowKind::Refused:
    case RowKind::Answered:
        return row.origin.isEmpty() ? row.address : row.origin;
    case RowKind::OperatorAct:
        return "operator";
    case RowKind::Gap:
        return {};
    }
    Q_UNREACHABLE();
}

QByteArray toOf(const FrameRow& row)
{
    switch (row.kind) {
    case RowKind::Frame:
        if (row.direction == Direction::Sent) {
            return clientOf(row);
        }
        return row.message.isNull() ? QByteArray("broker") : row.target;
    case RowKind::Push:
    case RowKind::Joined:
    case RowKind::Left:
    case RowKind::Called:
        return row.target;
    case RowKind::Opened:
    case RowKind::Closed:
    case RowKind::Refused:
    case RowKind::Answered:
        return "broker";
    case RowKind::OperatorAct:
        return clientOf(row);
    case RowKind::Gap:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

QByteArray shownValue(const FrameRow& row, filter::Field field)
{
    using filter::Field;
    const bool hasPayload = row.kind == RowKind::Frame || row.kind == RowKind::Push;
    if (row.kind == RowKind::Gap) {
        return {};
    }
    if (field == Field::From) {
        return fromOf(row);
    }
    if (field == Field::To) {
        return toOf(row);
    }
    if (field == Field::Action) {
        return row.action;
    }
    if (field == Field::Type) {
        return QByteArray(filter::typeWord(row).data(), filter::typeWord(row).size());
    }
    if (field == Field::Length) {
        return hasPayload ? QByteArray::number(row.header.payloadBytes) : QByteArray();
    }
    if (field == Field::Number) {
        return QByteArray::number(row.number);
    }
    if (field == Field::Direction) {
        const QByteArray word = row.direction == Direction::Sent ? "sent" : "received";
        return hasPayload ? word : QByteArray();
    }
    return field == Field::Client ? clientId(row) : QByteArray();
}

QString shownCondition(const FrameRow& row, filter::Field field)
{
    const QByteArray value = shownValue(row, field);
    return value.isEmpty() ? QString() : filter::equalTo(field, value);
}

QString summaryCondition(const FrameRow& row)
{
    using filter::Field;
    switch (row.kind) {
    case RowKind::Frame:
    case RowKind::Push: {
        const QString text = QString::fromUtf8(row.preview).section(u'\n', 0, 0).left(maxSearched);
        return text.isEmpty() ? QString() : u"payload contains "_s + filter::quotedText(text);
    }
    case RowKind::Closed:
        return filter::equalTo(Field::Code, QByteArray::number(row.code));
    case RowKind::Refused:
        return filter::equalTo(Field::Error, row.text);
    case RowKind::Called:
        return row.text.isEmpty() ? filter::equalTo(Field::Code, QByteArray::number(row.code))
                                  : filter::equalTo(Field::Error, row.text);
    case RowKind::Answered: // without its method
        return filter::equalTo(Field::Path, row.text.sliced(row.text.indexOf(' ') + 1));
    case RowKind::Opened:
        return filter::equalTo(Field::Path, row.text);
    case RowKind::OperatorAct:
        return filter::equalTo(Field::Act, row.text);
    case RowKind::Joined:
    case RowKind::Left:
        return filter::equalTo(Field::Group, row.target);
    case RowKind::Gap:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace signalbox::ui
