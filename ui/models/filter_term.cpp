// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/filter_term.h"

#include "ui/format/plain.h"
#include "ui/models/client_names.h"

#include <algorithm>

namespace signalbox::ui {

using link::Direction;
using link::FrameRow;
using link::RowKind;
using link::SenderKind;

namespace {

char lowered(char character)
{
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character + ('a' - 'A')) : character;
}

bool isSame(QByteArrayView left, QByteArrayView right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](char one, char other) { return lowered(one) == lowered(other); });
}

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
        return clientOf(row);
    case RowKind::Refused:
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
        return row.target;
    case RowKind::Opened:
    case RowKind::Closed:
    case RowKind::Refused:
        return "broker";
    case RowKind::OperatorAct:
        return clientOf(row);
    case RowKind::Gap:
        return {};
    }
    Q_UNREACHABLE();
}

bool isClient(const FrameRow& row, QByteArrayView value)
{
    return isSame(row.user, value) || (!row.client.isNull() && isSame(row.client.text(), value));
}

bool isAmong(const RowRecipients& recipients, const QByteArray& value)
{
    if (recipients.clients.empty()) {
        return false;
    }
    if (const auto id = ClientId::fromText(value.toLower());
        id &&
        std::find(recipients.clients.begin(), recipients.clients.end(), *id) != recipients.clients.end()) {
        return true;
    }
    const QString name = plainName(value);
    return recipients.names != nullptr &&
           std::any_of(recipients.clients.begin(), recipients.clients.end(), [&](ClientId client) {
               return recipients.names->name(client).compare(name, Qt::CaseInsensitive) == 0;
           });
}

} // namespace

QByteArrayView rowKindWord(const FrameRow& row)
{
    switch (row.kind) {
    case RowKind::Frame:
        return websocket::opcodeName(row.header.opcode);
    case RowKind::Push:
        return "push";
    case RowKind::Opened:
        return "opened";
    case RowKind::Closed:
        return "ended";
    case RowKind::Joined:
        return "joined";
    case RowKind::Left:
        return "left";
    case RowKind::Refused:
        return "refused";
    case RowKind::OperatorAct:
        return "act";
    case RowKind::Gap:
        return "gap";
    }
    Q_UNREACHABLE();
}

// A client is found by its user and by its id, whichever of them the row shows.
bool fulfils(const FrameRow& row, const RowRecipients& recipients, const FilterTerm& term)
{
    const bool isReceived = row.direction == Direction::Received;
    switch (term.field) {
    case FilterField::From:
        return isSame(fromOf(row), term.value) ||
               (row.kind == RowKind::Frame && isReceived && isClient(row, term.value));
    case FilterField::To:
        return isSame(toOf(row), term.value) ||
               (row.kind == RowKind::Frame && !isReceived && isClient(row, term.value));
    case FilterField::Action:
        return isSame(row.action, term.value);
    case FilterField::Opcode:
        return isSame(rowKindWord(row), term.value);
    case FilterField::Client:
        return isSame(clientId(row), term.value);
    case FilterField::With:
        return isClient(row, term.value) || isAmong(recipients, term.value);
    }
    Q_UNREACHABLE();
}

FilterTerm termOf(const FrameRow& row, FilterField field)
{
    switch (field) {
    case FilterField::From:
        return {field, fromOf(row)};
    case FilterField::To:
        return {field, toOf(row)};
    case FilterField::Action:
        return {field, row.action};
    case FilterField::Opcode:
        return {field, row.kind == RowKind::Gap ? QByteArray() : rowKindWord(row).toByteArray()};
    case FilterField::Client:
    case FilterField::With:
        return {field, clientId(row)};
    }
    Q_UNREACHABLE();
}

} // namespace signalbox::ui
