// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/client_words.h"

#include "server/core/topic_filter.h"
#include "server/link/commands.h"
#include "ui/format/plain.h"
#include "ui/format/times.h"

#include <QtCore/QCoreApplication>

#include <array>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

struct ClientWords {
    Q_DECLARE_TR_FUNCTIONS(ClientWords)
};

struct Program {
    QByteArrayView token; ///< in the User-Agent header
    QLatin1StringView name;
};

// Each names itself and those before it in its User-Agent, so the order decides.
constexpr std::array programs{
    Program{"Edg/", "Edge"_L1},
    Program{"OPR/", "Opera"_L1},
    Program{"Firefox/", "Firefox"_L1},
    Program{"Chrome/", "Chrome"_L1},
    Program{"Safari/", "Safari"_L1},
    Program{"Python/", "Python"_L1},
    Program{"curl/", "curl"_L1},
    Program{"node", "Node"_L1},
    Program{"PHP", "PHP"_L1},
    Program{"West Wind", "West Wind"_L1},
    Program{"Signalbox", "Signalbox"_L1},
};

} // namespace

QString programName(const QByteArray& userAgent)
{
    for (const Program& program : programs) {
        if (userAgent.contains(program.token)) {
            return program.name;
        }
    }
    const qsizetype end = userAgent.indexOf('/');
    return plainName(end < 0 ? QByteArrayView(userAgent) : QByteArrayView(userAgent).first(end));
}

QString clientName(const link::ClientInfo& info)
{
    if (!info.user.isEmpty()) {
        return plainName(info.user.bytes());
    }
    const QString program = programName(info.userAgent);
    const QString path = plainName(info.path);
    if (program.isEmpty()) {
        return path.isEmpty() ? ClientWords::tr("unnamed") : path;
    }
    return path.isEmpty() ? program : ClientWords::tr("%1, %2").arg(program, path);
}

QString clientLabel(const QString& name, ClientId client)
{
    const QString id = QString::fromLatin1(client.text());
    return name.isEmpty() ? id : name + u' ' + id;
}

QString noGroupText()
{
    return ClientWords::tr("(no group)");
}

QString proxyText(const link::ClientInfo& info)
{
    const QString proxy = plainName(info.proxy);
    return info.secure && !proxy.isEmpty() ? ClientWords::tr("%1, TLS").arg(proxy) : proxy;
}

QString mutedMark()
{
    return ClientWords::tr("⊘ muted");
}

QString testClientMark()
{
    return ClientWords::tr("◇ test");
}

QString groupsText(const QList<GroupName>& groups)
{
    QStringList names;
    for (const GroupName& group : groups) {
        names += plainName(group.bytes());
    }
    return names.isEmpty() ? noGroupText() : names.join(u", "_s);
}

QString groupsText(const link::ClientInfo& info)
{
    QStringList names;
    for (const GroupName& group : info.groups) {
        names += isTopicFilterOf(info, group) ? topicFilterText(group) : plainName(group.bytes());
    }
    return names.isEmpty() ? noGroupText() : names.join(u", "_s);
}

bool isTopicFilterOf(const link::ClientInfo& info, const GroupName& group)
{
    return info.dialect == "xsockets" && isTopicFilter(group.bytes());
}

QString topicFilterText(const GroupName& filter)
{
    return ClientWords::tr("✱ filter %1").arg(plainName(filter.bytes()));
}

QString endReasonText(EndReason reason)
{
    switch (reason) {
    case EndReason::PeerClosed:
        return ClientWords::tr("closed by the client");
    case EndReason::Vanished:
        return ClientWords::tr("vanished");
    case EndReason::ProtocolError:
        return ClientWords::tr("broke the protocol");
    case EndReason::InvalidPayload:
        return ClientWords::tr("sent text that is not UTF-8");
    case EndReason::MessageTooBig:
        return ClientWords::tr("sent a message over the limit");
    case EndReason::SlowClient:
        return ClientWords::tr("too slow: its queue was over the limit");
    case EndReason::FrameTimedOut:
        return ClientWords::tr("began a frame and did not end it");
    case EndReason::DisconnectedByOperator:
        return ClientWords::tr("disconnected by the operator");
    case EndReason::Shutdown:
        return ClientWords::tr("the broker stopped");
    case EndReason::PolicyViolation:
        return ClientWords::tr("broke a rule of the service");
    }
    Q_UNREACHABLE();
}

QString endText(const link::ClientEnd& end, WallTime now)
{
    QString text =
        ClientWords::tr("%1 %2 (%3)")
            .arg(sinceText(end.time, now), endReasonText(end.reason), QString::number(end.closeCode));
    if (end.connectedAt != WallTime{} && end.time >= end.connectedAt) {
        text += ClientWords::tr(", after %1").arg(durationText(end.time - end.connectedAt));
    }
    return end.closeReason.isEmpty() ? text : text + u": "_s + plainName(end.closeReason);
}

Meaning endMeaning(EndReason reason)
{
    switch (reason) {
    case EndReason::PeerClosed:
    case EndReason::DisconnectedByOperator:
    case EndReason::Shutdown:
        return Meaning::Normal;
    case EndReason::Vanished:
        return Meaning::Warning;
    default:
        return Meaning::Bad;
    }
}

QString closeCodeText(quint16 code)
{
    return ClientWords::tr("%1 %2").arg(code).arg(
        QString::fromLatin1(websocket::closeCodeName(code).toByteArray()));
}

} // namespace signalbox::ui
