// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/frame_words.h"

#include "server/core/topic_filter.h"
#include "ui/format/act_words.h"
#include "ui/format/client_words.h"
#include "ui/format/exchange_words.h"
#include "ui/format/numbers.h"
#include "ui/format/plain.h"
#include "ui/format/routing_words.h"
#include "ui/format/times.h"
#include "ui/format/xsockets_words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QtEndian>

#include <algorithm>
#include <utility>

namespace signalbox::ui {

using namespace Qt::StringLiterals;
using link::Direction;
using link::FrameRow;
using link::RowKind;
using link::SenderKind;
using websocket::Opcode;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FrameWords)
};

QChar opcodeGlyph(Opcode opcode)
{
    switch (opcode) {
    case Opcode::Continuation:
        return u'⋯';
    case Opcode::Text:
        return u'≡';
    case Opcode::Binary:
        return u'▦';
    case Opcode::Close:
        return u'✕';
    case Opcode::Ping:
        return u'○';
    case Opcode::Pong:
        return u'●';
    }
    Q_UNREACHABLE();
}

QString senderText(SenderKind sender)
{
    switch (sender) {
    case SenderKind::Client:
        return Words::tr("client");
    case SenderKind::Http:
        return Words::tr("HTTP");
    case SenderKind::Operator:
        return Words::tr("operator");
    case SenderKind::Broker:
        return Words::tr("broker");
    case SenderKind::Service:
        return Words::tr("service");
    }
    Q_UNREACHABLE();
}

// RFC 6455 §5.5.1: a close frame's payload is empty, or a code in network order and a reason.
QString closeText(const QByteArray& payload)
{
    if (payload.size() < 2) {
        return Words::tr("without a code");
    }
    const QString code = closeCodeText(qFromBigEndian<quint16>(payload.constData()));
    return payload.size() == 2 ? code : Words::tr("%1, “%2”").arg(code, plainPayload(payload.sliced(2)));
}

bool isPrintable(const QByteArray& payload)
{
    return std::all_of(payload.cbegin(), payload.cend(),
                       [](char byte) { return byte >= 0x20 && byte < 0x7f; });
}

QString payloadText(Opcode opcode, const QByteArray& payload)
{
    switch (opcode) {
    case Opcode::Close:
        return closeText(payload);
    case Opcode::Binary:
        return QString::fromLatin1(payload.toHex(' '));
    case Opcode::Ping: // bytes of any kind (RFC 6455 §5.5.2), often a number
    case Opcode::Pong:
        return isPrintable(payload) ? plainPayload(payload) : QString::fromLatin1(payload.toHex(' '));
    case Opcode::Continuation: // of what, the row does not say
    case Opcode::Text:
        return plainPayload(payload);
    }
    Q_UNREACHABLE();
}

QString routedTo(const FrameRow& row)
{
    const QString target = row.target.isEmpty() ? noGroupText() : targetText(row.target);
    return Words::tr("%1 (%2)").arg(target, countText(row.deliveries.recipients));
}

/// With wildcards. Only clients of the xsockets dialect come into groups by themselves.
bool isSubscription(const FrameRow& row)
{
    return row.sender == SenderKind::Client && isTopicFilter(row.target);
}

} // namespace

QString refusedPartText(const QByteArray& errorCode)
{
    if (errorCode.contains("origin")) {
        return Words::tr("Origin");
    }
    if (errorCode.startsWith("http.host")) {
        return Words::tr("Host");
    }
    if (errorCode.startsWith("handshake.")) {
        return Words::tr("handshake");
    }
    if (errorCode == "http.too_many_clients") {
        return Words::tr("too many");
    }
    return Words::tr("request");
}

QString opcodeText(Opcode opcode)
{
    return QString::fromLatin1(websocket::opcodeName(opcode).toByteArray());
}

FrameWords::FrameWords(const FrameRow& row, QString name, quint32 fragments)
    : m_row(row)
    , m_name(std::move(name))
    , m_fragments(fragments)
{
}

QString FrameWords::client() const
{
    if (m_row.client.isNull()) {
        return {};
    }
    return clientLabel(m_row.user.isEmpty() ? m_name : plainName(m_row.user), m_row.client);
}

QString FrameWords::direction() const
{
    if (m_row.kind != RowKind::Frame) {
        return {};
    }
    return m_row.direction == Direction::Received ? Words::tr("↓ in") : Words::tr("↑ out");
}

QString FrameWords::claimed() const
{
    return Words::tr("⚠ says %1, connected as %2").arg(plainName(m_row.claimedUser), client());
}

QString FrameWords::from() const
{
    switch (m_row.kind) {
    case RowKind::Frame:
        if (m_row.direction == Direction::Sent) {
            return Words::tr("broker");
        }
        return m_row.claimedUser.isEmpty() ? client() : claimed();
    case RowKind::Push:
        return m_row.claimedUser.isEmpty()
                   ? senderText(m_row.sender)
                   : Words::tr("%1, as %2").arg(senderText(m_row.sender), plainName(m_row.claimedUser));
    case RowKind::Opened:
    case RowKind::Closed:
    case RowKind::Joined:
    case RowKind::Left:
    case RowKind::Called:
        return client();
    case RowKind::Refused:
    case RowKind::Answered:
        return plainName(m_row.origin.isEmpty() ? m_row.address : m_row.origin);
    case RowKind::OperatorAct:
        return Words::tr("operator");
    case RowKind::Gap:
        return {};
    }
    Q_UNREACHABLE();
}

QString FrameWords::to() const
{
    switch (m_row.kind) {
    case RowKind::Frame:
        if (m_row.direction == Direction::Sent) {
            return client();
        }
        if (!m_row.about.isNull()) {
            return Words::tr("application");
        }
        return m_row.message.isNull() ? Words::tr("broker") : routedTo(m_row);
    case RowKind::Push:
        return routedTo(m_row);
    case RowKind::Joined:
    case RowKind::Left:
        return isSubscription(m_row) ? topicFilterText(GroupName::trusted(m_row.target))
                                     : Words::tr("group %1").arg(plainName(m_row.target));
    case RowKind::Opened:
    case RowKind::Closed:
    case RowKind::Refused:
    case RowKind::Answered:
        return Words::tr("broker");
    case RowKind::Called: { // http:// says nothing
        const qsizetype host = m_row.target.indexOf("//");
        return plainName(m_row.target.sliced(host < 0 ? 0 : host + 2));
    }
    case RowKind::OperatorAct:
        return client();
    case RowKind::Gap:
        return {};
    }
    Q_UNREACHABLE();
}

QString FrameWords::frameType() const
{
    const QString word = opcodeText(m_row.header.opcode);
    if (m_row.fragment == 0) {
        return opcodeGlyph(m_row.header.opcode) + u' ' + word;
    }
    const QString place =
        m_fragments == 0 ? u"⋯%1"_s.arg(m_row.fragment) : u"⋯%1/%2"_s.arg(m_row.fragment).arg(m_fragments);
    if (m_row.header.opcode == Opcode::Continuation) {
        return place + u' ' + word;
    }
    return opcodeGlyph(m_row.header.opcode) + u' ' + word + u' ' + place;
}

QString FrameWords::type() const
{
    switch (m_row.kind) {
    case RowKind::Frame:
        return frameType();
    case RowKind::Push:
        return Words::tr("⇒ push");
    case RowKind::Opened:
        return Words::tr("✓ opened");
    case RowKind::Closed:
        return Words::tr("✕ ended");
    case RowKind::Joined:
        return Words::tr("⊕ joined");
    case RowKind::Left:
        return Words::tr("⊖ left");
    case RowKind::Refused:
        return Words::tr("✕ refused: %1").arg(refusedPartText(m_row.text));
    case RowKind::Answered:
        return Words::tr("⇄ request");
    case RowKind::Called:
        return callStateText(m_row);
    case RowKind::OperatorAct:
        return Words::tr("✎ act");
    case RowKind::Gap:
        return Words::tr("gap");
    }
    Q_UNREACHABLE();
}

QString FrameWords::length() const
{
    const bool isMessage = m_row.kind == RowKind::Frame || m_row.kind == RowKind::Push;
    const bool hasBody = m_row.kind == RowKind::Answered || m_row.kind == RowKind::Called;
    return isMessage || (hasBody && m_row.header.payloadBytes > 0) ? countText(m_row.header.payloadBytes)
                                                                   : QString();
}

QString FrameWords::action() const
{
    return m_row.isXSockets ? xsocketsActionText(m_row) : plainName(m_row.action);
}

QString FrameWords::summary() const
{
    switch (m_row.kind) {
    case RowKind::Frame:
        return m_row.isXSockets && !m_row.action.isEmpty() ? xsocketsSummary(m_row)
                                                           : payloadText(m_row.header.opcode, m_row.preview);
    case RowKind::Push:
        return plainPayload(m_row.preview);
    case RowKind::Opened:
        return plainPayload(m_row.text);
    case RowKind::OperatorAct:
        return actText(plainPayload(m_row.text));
    case RowKind::Closed: {
        const QString how = Words::tr("%1: %2").arg(endReasonText(m_row.end), closeCodeText(m_row.code));
        return m_row.text.isEmpty() ? how : Words::tr("%1, “%2”").arg(how, plainPayload(m_row.text));
    }
    case RowKind::Joined:
        return isSubscription(m_row) ? Words::tr("gets what goes to every group that it matches")
                                     : Words::tr("came into the group");
    case RowKind::Left:
        return isSubscription(m_row) ? Words::tr("subscribes to it no more")
                                     : Words::tr("went out of the group");
    case RowKind::Refused:
        return Words::tr("%1 %2").arg(m_row.code).arg(plainPayload(m_row.text));
    case RowKind::Answered:
        return answeredText(m_row);
    case RowKind::Called:
        return calledText(m_row);
    case RowKind::Gap:
        return gap();
    }
    Q_UNREACHABLE();
}

QString FrameWords::gap() const
{
    const QString frames = m_row.gapRows == 1 ? Words::tr("1 frame not kept")
                                              : Words::tr("%1 frames not kept").arg(countText(m_row.gapRows));
    return Words::tr("%1, %2 – %3, %4")
        .arg(frames, timeText(m_row.time), timeText(m_row.gapEnd), bytesText(m_row.gapBytes));
}

QString FrameWords::sentence() const
{
    if (m_row.kind == RowKind::Gap) {
        return gap();
    }
    // The glyph in front of the type is for eyes only.
    QString text = Words::tr("frame %1, from %2").arg(countText(m_row.number), from());
    if (!to().isEmpty()) {
        text += Words::tr(", to %1").arg(to());
    }
    const QString what = type();
    text += u", "_s + (what.startsWith(u'⋯') ? what.sliced(1) : what.section(u' ', 1));
    if (!length().isEmpty()) {
        text += u", "_s + exactBytesText(static_cast<qint64>(m_row.header.payloadBytes));
    }
    if (!m_row.action.isEmpty()) {
        text += Words::tr(", action %1").arg(action());
    }
    return text;
}

} // namespace signalbox::ui
