// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/seen_values.h"

#include "ui/models/broker_state.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>

namespace signalbox::ui {

using filter::Field;
using namespace Qt::StringLiterals;

namespace {

constexpr int maxFrames = 200; // newest ones whose JSON is looked at
constexpr qsizetype maxPaths = 60;

QStringList usersOf(const ClientsModel& clients)
{
    QStringList users;
    for (int row = 0; row < clients.rowCount(); ++row) {
        const UserName& user = clients.client(row).user;
        if (!user.isEmpty()) {
            users.append(user.text());
        }
    }
    users.sort(Qt::CaseInsensitive);
    users.removeDuplicates();
    return users;
}

QStringList clientsOf(const ClientsModel& clients)
{
    QStringList ids;
    for (int row = 0; row < clients.rowCount(); ++row) {
        ids.append(QString::fromLatin1(clients.client(row).client.text()));
    }
    return ids;
}

bool isPlainKey(const QString& key)
{
    return !key.isEmpty() && std::all_of(key.begin(), key.end(), [](QChar character) {
        return character.isLetterOrNumber() || character == u'_' || character == u'$' || character == u'-';
    });
}

/// A string that holds JSON is opened, as the filter does.
QJsonObject objectOf(const QJsonValue& value)
{
    return value.isString() ? QJsonDocument::fromJson(value.toString().toUtf8()).object() : value.toObject();
}

void addPaths(QStringList& paths, const QJsonObject& object, const QString& before, int depth)
{
    for (auto member = object.begin(); member != object.end() && paths.size() < maxPaths; ++member) {
        if (!isPlainKey(member.key())) {
            continue;
        }
        const QString path = before + member.key();
        if (!paths.contains(path)) {
            paths.append(path);
        }
        if (depth > 1) {
            addPaths(paths, objectOf(member.value()), path + u'.', depth - 1);
        }
    }
}

QStringList pathsOf(const FramesModel& frames, Field field)
{
    QStringList paths;
    const int last = frames.rowCount() - 1;
    for (int row = last; row >= 0 && row > last - maxFrames && paths.size() < maxPaths; --row) {
        const link::FrameRow& frame = frames.frame(frames.index(row, 0));
        const bool isData = frame.isXSockets && field == Field::Message;
        const QJsonObject payload = QJsonDocument::fromJson(isData ? frame.data : frame.preview).object();
        const bool isEnvelope = payload.contains("action"_L1) && field == Field::Message;
        addPaths(paths, isEnvelope ? objectOf(payload["message"_L1]) : payload, {}, 2);
    }
    paths.sort();
    return paths;
}

} // namespace

QStringList seenValues(BrokerState& state, Field field)
{
    const QList<Field> ofUsers{Field::From,   Field::FromUser, Field::To,
                               Field::ToUser, Field::With,     Field::User};
    if (ofUsers.contains(field)) {
        return usersOf(state.clients());
    }
    const QList<Field> ofClients{Field::Client, Field::FromClient, Field::ToClient};
    if (ofClients.contains(field)) {
        return clientsOf(state.clients());
    }
    if (field == Field::Group) {
        return state.groups().names();
    }
    if (field == Field::Action) {
        return state.actions().stringList();
    }
    const bool isJson = field == Field::Message || field == Field::Payload;
    return isJson ? pathsOf(state.frames(), field) : QStringList();
}

} // namespace signalbox::ui
