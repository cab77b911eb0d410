// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filter/field_texts.h"

#include "server/core/recipient.h"
#include "server/filter/field_words.h"
#include "server/filter/row_traits.h"

#include <array>
#include <charconv>

namespace signalbox::filter {

using link::FrameRow;
using link::RowKind;

namespace {

bool visitText(QByteArrayView text, const TextVisitor& visit)
{
    return !text.isEmpty() && visit(text);
}

bool visitClient(ClientId client, const TextVisitor& visit)
{
    if (client.isNull()) {
        return false;
    }
    std::array<char, 24> text{'c'};
    const auto end = std::to_chars(text.data() + 1, text.data() + text.size(), client.number()).ptr;
    return visit(QByteArrayView(text.data(), end));
}

bool visitConnection(const FrameRow& row, const TextVisitor& visit)
{
    return visitText(row.user, visit) || visitClient(row.client, visit);
}

bool visitSender(Subject& subject, const TextVisitor& visit)
{
    const FrameRow& row = subject.row();
    switch (row.kind) {
    case RowKind::Frame:
        return isSentFrame(row) ? visit("broker") : visitConnection(row, visit);
    case RowKind::Push:
        return visit(QByteArrayView(wordOfValue(Field::Sender, static_cast<int>(row.sender)))) ||
               visitConnection(row, visit);
    case RowKind::Opened:
    case RowKind::Closed:
    case RowKind::Joined:
    case RowKind::Left:
    case RowKind::Called:
        return visitConnection(row, visit);
    case RowKind::Refused:
    case RowKind::Answered:
        return visitText(row.origin, visit) || visitText(row.address, visit);
    case RowKind::OperatorAct:
        return visit("operator");
    case RowKind::Gap:
        return false;
    }
    Q_UNREACHABLE();
}

bool visitRecipients(Subject& subject, const TextVisitor& visit)
{
    for (const ClientId client : subject.recipients()) {
        if (visitClient(client, visit) || visitText(subject.userOf(client), visit)) {
            return true;
        }
    }
    return false;
}

bool visitReceiver(Subject& subject, const TextVisitor& visit)
{
    const FrameRow& row = subject.row();
    switch (row.kind) {
    case RowKind::Frame:
        if (isSentFrame(row) && visitConnection(row, visit)) {
            return true;
        }
        if (row.message.isNull()) {
            return !isSentFrame(row) && visit("broker");
        }
        return visitText(subject.wholeRow().target, visit) || visitRecipients(subject, visit);
    case RowKind::Push:
        return visitText(subject.wholeRow().target, visit) || visitRecipients(subject, visit);
    case RowKind::Joined:
    case RowKind::Left:
    case RowKind::Called:
        return visitText(subject.wholeRow().target, visit);
    case RowKind::Opened:
    case RowKind::Closed:
    case RowKind::Refused:
    case RowKind::Answered:
        return visit("broker");
    case RowKind::OperatorAct:
        return visitConnection(row, visit);
    case RowKind::Gap:
        return false;
    }
    Q_UNREACHABLE();
}

bool visitUsersReached(Subject& subject, const TextVisitor& visit)
{
    if (isSentFrame(subject.row()) && visitText(subject.row().user, visit)) {
        return true;
    }
    for (const ClientId client : subject.recipients()) {
        if (visitText(subject.userOf(client), visit)) {
            return true;
        }
    }
    return false;
}

/// The groups among the recipients that an envelope names.
bool visitEnvelopeGroups(Subject& subject, const TextVisitor& visit)
{
    constexpr int maxSearched = 64;
    QByteArrayList entry{"recipients", {}};
    for (int at = 0; at < maxSearched; ++at) {
        entry[1] = QByteArray::number(at);
        if (subject.json().find(entry).kind != message::JsonFinding::Kind::Container) {
            return false;
        }
        const QByteArrayList type = entry + QByteArrayList{"type"};
        const QByteArrayList value = entry + QByteArrayList{"value"};
        if (recipientTypeFromName(subject.json().find(type).text) == RecipientType::Group &&
            visitText(subject.json().find(value).text, visit)) {
            return true;
        }
    }
    return false;
}

bool visitGroups(Subject& subject, const TextVisitor& visit)
{
    const FrameRow& row = subject.wholeRow();
    if (row.kind == RowKind::Joined || row.kind == RowKind::Left) {
        return visitText(row.target, visit);
    }
    if (row.target.startsWith("group ")) {
        return visitText(QByteArrayView(row.target).sliced(6), visit);
    }
    return row.target.endsWith(" recipients") && visitEnvelopeGroups(subject, visit);
}

bool visitReason(Subject& subject, const TextVisitor& visit)
{
    const FrameRow& row = subject.row();
    if (isCloseFrame(row)) {
        const QByteArrayView payload = subject.payload(); // RFC 6455 §5.5.1: the code, then the reason
        return payload.size() > 2 && visit(payload.sliced(2));
    }
    return row.kind == RowKind::Closed && visitText(row.text, visit);
}

bool visitEverything(Subject& subject, const TextVisitor& visit)
{
    const FrameRow& row = subject.row();
    if (visitConnection(row, visit) || visitText(subject.payload(), visit) || visitText(row.text, visit) ||
        visit(QByteArrayView(typeWord(row))) || visitText(row.origin, visit) ||
        visitText(row.address, visit)) {
        return true;
    }
    const FrameRow& whole = subject.wholeRow();
    return visitText(whole.action, visit) || visitText(whole.target, visit) ||
           visitText(whole.claimedUser, visit);
}

using TextSource = bool (*)(Subject&, const TextVisitor&);

template <RowKind... Kinds>
bool visitTextOf(Subject& subject, const TextVisitor& visit)
{
    return ((subject.row().kind == Kinds) || ...) && visitText(subject.row().text, visit);
}

/// Of a request the method stands before it.
bool visitPath(Subject& subject, const TextVisitor& visit)
{
    const FrameRow& row = subject.row();
    return row.kind == RowKind::Answered
               ? visitText(QByteArrayView(row.text).sliced(row.text.indexOf(' ') + 1), visit)
               : visitTextOf<RowKind::Opened>(subject, visit);
}

template <QByteArray FrameRow::*Member>
bool visitMember(Subject& subject, const TextVisitor& visit)
{
    return visitText(subject.row().*Member, visit);
}

template <QByteArray FrameRow::*Member>
bool visitEnvelopeMember(Subject& subject, const TextVisitor& visit)
{
    return visitText(subject.wholeRow().*Member, visit);
}

bool visitSendersUser(Subject& subject, const TextVisitor& visit)
{
    return isFromClient(subject.row()) && visitText(subject.row().user, visit);
}

bool visitParticipants(Subject& subject, const TextVisitor& visit)
{
    return visitConnection(subject.row(), visit) || visitRecipients(subject, visit);
}

struct TextField {
    Field field;
    TextSource source;
};
constexpr std::array textFields{
    TextField{Field::From, visitSender},
    TextField{Field::FromUser, visitSendersUser},
    TextField{Field::To, visitReceiver},
    TextField{Field::ToUser, visitUsersReached},
    TextField{Field::With, visitParticipants},
    TextField{Field::User, visitMember<&FrameRow::user>},
    TextField{Field::Claims, visitEnvelopeMember<&FrameRow::claimedUser>},
    TextField{Field::Group, visitGroups},
    TextField{Field::Target, visitEnvelopeMember<&FrameRow::target>},
    TextField{Field::Action, visitEnvelopeMember<&FrameRow::action>},
    TextField{Field::Any, visitEverything},
    TextField{Field::Reason, visitReason},
    TextField{Field::Error, visitTextOf<RowKind::Refused, RowKind::Called>},
    TextField{Field::Origin, visitMember<&FrameRow::origin>},
    TextField{Field::Address, visitMember<&FrameRow::address>},
    TextField{Field::Path, visitPath},
    TextField{Field::Act, visitTextOf<RowKind::OperatorAct>},
};

} // namespace

bool visitTexts(Field field, Subject& subject, const TextVisitor& visit)
{
    for (const TextField& known : textFields) {
        if (known.field == field) {
            return known.source(subject, visit);
        }
    }
    return false;
}

} // namespace signalbox::filter
