// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/client_cells.h"

#include "ui/format/client_words.h"
#include "ui/format/numbers.h"
#include "ui/format/plain.h"
#include "ui/format/times.h"

#include <QtCore/QCoreApplication>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

struct ClientCells {
    Q_DECLARE_TR_FUNCTIONS(ClientCells)
};

QString nameText(const ClientRow& row, WallTime now)
{
    QString text = (row.traffic.queuedBytes > 0 ? u"◐ "_s : u"● "_s) + row.name;
    if (row.isMuted(now)) {
        text += u"  "_s + mutedMark();
    }
    if (row.info.testClient) {
        text += u"  "_s + testClientMark();
    }
    return text;
}

QString tagsText(const QList<TagName>& tags)
{
    QStringList names;
    for (const TagName& tag : tags) {
        names += plainName(tag.bytes());
    }
    return names.join(u", "_s);
}

QString connectedForText(const ClientRow& row, WallTime now)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(now - row.info.connectedAt);
    return seconds.count() < 60
               ? ClientCells::tr("%1 s").arg(std::max<qint64>(0, seconds.count()))
               : durationText(std::chrono::duration_cast<std::chrono::microseconds>(seconds));
}

/// What a column of numbers is sorted by.
double measure(const ClientRow& row, ClientColumn column)
{
    switch (column) {
    case ClientColumn::ReceivedRate:
        return row.trail->receivedRate();
    case ClientColumn::SentRate:
        return row.trail->sentRate();
    case ClientColumn::Queue:
        return static_cast<double>(row.traffic.queuedBytes);
    case ClientColumn::RoundTrip:
        return static_cast<double>(row.traffic.roundTrip.count());
    case ClientColumn::ConnectedFor:
        return -static_cast<double>(row.info.connectedAt.time_since_epoch().count());
    case ClientColumn::Received:
        return static_cast<double>(row.traffic.messagesReceived);
    case ClientColumn::Sent:
        return static_cast<double>(row.traffic.messagesSent);
    case ClientColumn::Ignored:
        return static_cast<double>(row.traffic.messagesIgnored);
    default:
        return static_cast<double>(row.info.client.number());
    }
}

/// What a column of words is sorted by; the bytes decide, so that nothing is made for it.
QByteArray words(const ClientRow& row, ClientColumn column)
{
    switch (column) {
    case ClientColumn::Groups: // those without one last
        return row.info.groups.isEmpty() ? QByteArray("\xff") : row.info.groups.first().bytes();
    case ClientColumn::Path:
        return row.info.path;
    case ClientColumn::Address:
        return row.info.address;
    case ClientColumn::UserAgent:
        return row.info.userAgent;
    case ClientColumn::Tags:
        return row.info.tags.isEmpty() ? QByteArray() : row.info.tags.first().bytes();
    case ClientColumn::Proxy:
        return row.info.proxy;
    default:
        return row.info.dialect;
    }
}

} // namespace

QString clientCellText(const ClientRow& row, ClientColumn column, WallTime now)
{
    switch (column) {
    case ClientColumn::Name:
        return nameText(row, now);
    case ClientColumn::Groups:
        return groupsText(row.info);
    case ClientColumn::ReceivedRate:
        return rateText(row.trail->receivedRate());
    case ClientColumn::SentRate:
        return rateText(row.trail->sentRate());
    case ClientColumn::Queue:
        return row.traffic.queuedBytes > 0 ? bytesText(row.traffic.queuedBytes) : u"0"_s;
    case ClientColumn::Id:
        return QString::fromLatin1(row.info.client.text());
    case ClientColumn::RoundTrip:
        return row.traffic.roundTrip.count() < 0 ? QString() : durationText(row.traffic.roundTrip);
    case ClientColumn::ConnectedFor:
        return connectedForText(row, now);
    case ClientColumn::Path:
        return plainName(row.info.path);
    case ClientColumn::Address:
        return plainName(row.info.address);
    case ClientColumn::UserAgent:
        return plainName(row.info.userAgent);
    case ClientColumn::Tags:
        return tagsText(row.info.tags);
    case ClientColumn::Received:
        return countText(row.traffic.messagesReceived);
    case ClientColumn::Sent:
        return countText(row.traffic.messagesSent);
    case ClientColumn::Dialect:
        return plainName(row.info.dialect);
    case ClientColumn::Proxy:
        return proxyText(row.info);
    case ClientColumn::Ignored:
        return countText(row.traffic.messagesIgnored);
    case ClientColumn::Fan:
    case ClientColumn::Count:
        break;
    }
    return {};
}

Meaning clientCellMeaning(const ClientRow& row, ClientColumn column, WallTime now)
{
    if (column == ClientColumn::Name) {
        return row.traffic.queuedBytes > 0 ? Meaning::Warning
               : row.isMuted(now)          ? Meaning::Muted
                                           : Meaning::Normal;
    }
    if (column == ClientColumn::Queue) {
        return row.traffic.queuedBytes > 0 ? Meaning::Warning : Meaning::Muted;
    }
    if (column == ClientColumn::Groups) {
        return row.info.groups.isEmpty() ? Meaning::Muted : Meaning::Normal;
    }
    const bool isZero = isNumber(column) && isMeasured(column) && measure(row, column) == 0.0;
    return isZero ? Meaning::Muted : Meaning::Normal;
}

QString clientColumnTitle(ClientColumn column)
{
    switch (column) {
    case ClientColumn::Name:
        return ClientCells::tr("Client");
    case ClientColumn::Fan:
        return ClientCells::tr("The message");
    case ClientColumn::Groups:
        return ClientCells::tr("Groups");
    case ClientColumn::ReceivedRate:
        return ClientCells::tr("In/s");
    case ClientColumn::SentRate:
        return ClientCells::tr("Out/s");
    case ClientColumn::Queue:
        return ClientCells::tr("Queue");
    case ClientColumn::Id:
        return ClientCells::tr("Id");
    case ClientColumn::RoundTrip:
        return ClientCells::tr("Round trip");
    case ClientColumn::ConnectedFor:
        return ClientCells::tr("Connected for");
    case ClientColumn::Path:
        return ClientCells::tr("Path");
    case ClientColumn::Address:
        return ClientCells::tr("Address");
    case ClientColumn::UserAgent:
        return ClientCells::tr("User agent");
    case ClientColumn::Tags:
        return ClientCells::tr("Tags");
    case ClientColumn::Received:
        return ClientCells::tr("In");
    case ClientColumn::Sent:
        return ClientCells::tr("Out");
    case ClientColumn::Dialect:
        return ClientCells::tr("Dialect");
    case ClientColumn::Proxy:
        return ClientCells::tr("Proxy");
    case ClientColumn::Ignored:
        return ClientCells::tr("Ignored");
    case ClientColumn::Count:
        break;
    }
    Q_UNREACHABLE();
}

bool isNumber(ClientColumn column)
{
    return isMeasured(column) || column == ClientColumn::ConnectedFor;
}

bool isMeasured(ClientColumn column)
{
    switch (column) {
    case ClientColumn::ReceivedRate:
    case ClientColumn::SentRate:
    case ClientColumn::Queue:
    case ClientColumn::RoundTrip:
    case ClientColumn::Received:
    case ClientColumn::Sent:
    case ClientColumn::Ignored:
        return true;
    default:
        return false;
    }
}

bool clientComesBefore(const ClientRow& left, const ClientRow& right, ClientColumn column)
{
    std::strong_ordering order = std::strong_ordering::equal;
    if (column == ClientColumn::Name) {
        order = left.sortName.compare(right.sortName) <=> 0;
    } else if (isNumber(column) || column == ClientColumn::Id) {
        const double difference = measure(left, column) - measure(right, column);
        order = difference < 0.0   ? std::strong_ordering::less
                : difference > 0.0 ? std::strong_ordering::greater
                                   : std::strong_ordering::equal;
    } else if (column != ClientColumn::Fan) {
        order = words(left, column).compare(words(right, column)) <=> 0;
    }
    return order == 0 ? left.info.client < right.info.client : order < 0;
}

QString clientSentence(const ClientRow& row, WallTime now)
{
    QString sentence = ClientCells::tr("client %1, groups: %2, %3 waiting")
                           .arg(clientLabel(row.name, row.info.client), groupsText(row.info),
                                exactBytesText(row.traffic.queuedBytes));
    if (row.isMuted(now)) {
        sentence += ClientCells::tr(", muted");
    }
    if (row.info.testClient) {
        sentence += ClientCells::tr(", test client");
    }
    return sentence;
}

} // namespace signalbox::ui
