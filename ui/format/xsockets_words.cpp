// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/xsockets_words.h"

#include "ui/format/plain.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QJsonValue>

#include <algorithm>
#include <array>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

struct XSocketsWords {
    Q_DECLARE_TR_FUNCTIONS(XSocketsWords)
};

struct ReservedTopic {
    QByteArrayView topic;
    const char* word;
};

constexpr std::array reservedTopics{
    ReservedTopic{"0", QT_TRANSLATE_NOOP("XSocketsWords", "authentication failed")},
    ReservedTopic{"1", QT_TRANSLATE_NOOP("XSocketsWords", "open")},
    ReservedTopic{"2", QT_TRANSLATE_NOOP("XSocketsWords", "opened")},
    ReservedTopic{"3", QT_TRANSLATE_NOOP("XSocketsWords", "close")},
    ReservedTopic{"4", QT_TRANSLATE_NOOP("XSocketsWords", "error")},
    ReservedTopic{"5", QT_TRANSLATE_NOOP("XSocketsWords", "subscribe")},
    ReservedTopic{"6", QT_TRANSLATE_NOOP("XSocketsWords", "unsubscribe")},
    ReservedTopic{"7", QT_TRANSLATE_NOOP("XSocketsWords", "ping")},
    ReservedTopic{"8", QT_TRANSLATE_NOOP("XSocketsWords", "pong")},
    ReservedTopic{"9", QT_TRANSLATE_NOOP("XSocketsWords", "acknowledge")},
    ReservedTopic{"10", QT_TRANSLATE_NOOP("XSocketsWords", "release")},
    ReservedTopic{"11", QT_TRANSLATE_NOOP("XSocketsWords", "received")},
    ReservedTopic{"12", QT_TRANSLATE_NOOP("XSocketsWords", "complete")},
    ReservedTopic{"13", QT_TRANSLATE_NOOP("XSocketsWords", "acknowledge subscribe")},
    ReservedTopic{"14", QT_TRANSLATE_NOOP("XSocketsWords", "acknowledge unsubscribe")},
    ReservedTopic{"s1", QT_TRANSLATE_NOOP("XSocketsWords", "store")},
    ReservedTopic{"s2", QT_TRANSLATE_NOOP("XSocketsWords", "read")},
    ReservedTopic{"s3", QT_TRANSLATE_NOOP("XSocketsWords", "remove")},
    ReservedTopic{"s4", QT_TRANSLATE_NOOP("XSocketsWords", "clear")},
};

/// Topics that are made of a prefix and a name.
constexpr std::array namedTopics{
    ReservedTopic{"set_", QT_TRANSLATE_NOOP("XSocketsWords", "set")},
    ReservedTopic{"get_", QT_TRANSLATE_NOOP("XSocketsWords", "get")},
    ReservedTopic{"__", QT_TRANSLATE_NOOP("XSocketsWords", "confirm")},
    ReservedTopic{"s1:", QT_TRANSLATE_NOOP("XSocketsWords", "store")},
    ReservedTopic{"s2:", QT_TRANSLATE_NOOP("XSocketsWords", "read")},
    ReservedTopic{"s3:", QT_TRANSLATE_NOOP("XSocketsWords", "remove")},
};

constexpr qsizetype shownIdCharacters = 4;

const ReservedTopic* reservedTopic(QByteArrayView topic)
{
    const auto* const found = std::ranges::find_if(reservedTopics, [topic](const ReservedTopic& known) {
        return topic.compare(known.topic, Qt::CaseInsensitive) == 0;
    });
    return found == reservedTopics.end() ? nullptr : found;
}

const ReservedTopic* namedTopic(QByteArrayView topic)
{
    const auto* const found = std::ranges::find_if(namedTopics, [topic](const ReservedTopic& known) {
        return topic.size() > known.topic.size() &&
               topic.first(known.topic.size()).compare(known.topic, Qt::CaseInsensitive) == 0;
    });
    return found == namedTopics.end() ? nullptr : found;
}

bool is(QByteArrayView topic, QByteArrayView wanted)
{
    return topic.compare(wanted, Qt::CaseInsensitive) == 0;
}

/// What is routed is a publish, whatever its topic looks like.
bool isRouted(const link::FrameRow& row)
{
    return !row.message.isNull();
}

/// A member of the data whose name is written in either case.
QJsonValue member(const QJsonObject& object, QLatin1StringView upperCase)
{
    const QJsonValue value = object.value(upperCase);
    return value.isUndefined() ? object.value(QString(upperCase).toLower()) : value;
}

/// A value that may be a string which holds JSON.
QByteArray jsonText(const QJsonValue& value)
{
    if (value.isObject()) {
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    }
    return value.isArray() ? QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact)
                           : value.toVariant().toString().toUtf8();
}

/// "  {"text":"hi"}", or nothing for no data.
QString dataText(const QByteArray& data)
{
    return data.isEmpty() || data == "null" ? QString() : u"  "_s + plainPayload(data);
}

QString subscriptionText(const link::FrameRow& row)
{
    const QJsonObject data = QJsonDocument::fromJson(row.data).object();
    const QString topic = member(data, "T"_L1).toString();
    if (topic.isEmpty()) { // a string alone, or more than is here
        return topicText(row.controller, row.data);
    }
    const QString text = topicText(row.controller, topic.toUtf8());
    return member(data, "A"_L1).toBool() ? XSocketsWords::tr("%1, to be confirmed").arg(text) : text;
}

QString openedText(const link::FrameRow& row)
{
    const QByteArray id = QJsonDocument::fromJson(row.data).object().value("PI"_L1).toString().toUtf8();
    const QString controller = plainName(row.controller);
    return id.isEmpty() ? controller
                        : XSocketsWords::tr("%1, PersistentId %2").arg(controller, persistentIdText(id));
}

QString errorText(const link::FrameRow& row)
{
    const QJsonObject data = QJsonDocument::fromJson(row.data).object();
    const QString code = data.value("code"_L1).toString();
    const QString text = code.isEmpty() ? dataText(row.data)
                                        : u"  "_s + plainName(code.toUtf8()) + u": "_s +
                                              plainPayload(data.value("message"_L1).toString().toUtf8());
    return plainName(row.controller) + text;
}

/// "chat › colour = "red"": what is stored under a name, or answered.
QString valueText(const link::FrameRow& row, const ReservedTopic& named)
{
    const QByteArray name = row.action.sliced(named.topic.size());
    const bool isStorage = named.topic.endsWith(':'); // whose answer says the key once more
    const QByteArray value =
        isStorage ? jsonText(member(QJsonDocument::fromJson(row.data).object(), "V"_L1)) : row.data;
    const QString text = topicText(row.controller, name);
    const bool isNothing = value.isEmpty() || value == "null" || value == "\"\"";
    return isNothing ? text : text + u" = "_s + plainPayload(value);
}

QString storageText(const link::FrameRow& row)
{
    const QJsonObject data = QJsonDocument::fromJson(row.data).object();
    const QString key = member(data, "K"_L1).toString();
    if (key.isEmpty()) {
        return plainName(row.controller) + dataText(row.data);
    }
    const QString text = topicText(row.controller, key.toUtf8());
    const QByteArray value = jsonText(member(data, "V"_L1));
    return value.isEmpty() ? text : text + u" = "_s + plainPayload(value);
}

QString acknowledgedText(const link::FrameRow& row)
{
    const int id = member(QJsonDocument::fromJson(row.preview).object(), "I"_L1).toInt();
    const QString controller = plainName(row.controller);
    return id == 0 ? controller : XSocketsWords::tr("%1, message %2").arg(controller).arg(id);
}

QString reservedText(const link::FrameRow& row)
{
    if (is(row.action, "5") || is(row.action, "6")) {
        return subscriptionText(row);
    }
    if (is(row.action, "2")) {
        return openedText(row);
    }
    if (is(row.action, "4")) {
        return errorText(row);
    }
    if (is(row.action, "9")) {
        return acknowledgedText(row);
    }
    return row.action.startsWith('s') || row.action.startsWith('S')
               ? storageText(row)
               : plainName(row.controller) + dataText(row.data);
}

} // namespace

QString reservedTopicText(QByteArrayView topic)
{
    const ReservedTopic* known = reservedTopic(topic);
    known = known == nullptr ? namedTopic(topic) : known;
    return known == nullptr ? QString() : XSocketsWords::tr(known->word);
}

QString xsocketsKindText(QByteArrayView topic)
{
    const QString reserved = reservedTopicText(topic);
    return reserved.isEmpty() ? XSocketsWords::tr("publish") : reserved;
}

QString xsocketsActionText(const link::FrameRow& row)
{
    const QString reserved = isRouted(row) ? QString() : reservedTopicText(row.action);
    return reserved.isEmpty() ? plainName(row.action) : reserved;
}

QString xsocketsSummary(const link::FrameRow& row)
{
    if (row.action.isEmpty()) {
        return plainPayload(row.preview);
    }
    if (isRouted(row)) {
        return topicText(row.controller, row.action) + dataText(row.data);
    }
    if (reservedTopic(row.action) != nullptr) {
        return xsocketsKindText(row.action) + u' ' + reservedText(row);
    }
    const ReservedTopic* const named = namedTopic(row.action);
    if (named == nullptr) {
        return topicText(row.controller, row.action) + dataText(row.data);
    }
    const bool isConfirmation = named->topic == "__";
    return xsocketsKindText(row.action) + u' ' +
           (isConfirmation ? topicText(row.controller, QByteArrayView(row.action).sliced(2))
                           : valueText(row, *named));
}

QString persistentIdText(QByteArrayView persistentId)
{
    return persistentId.isEmpty()
               ? QString()
               : u"…"_s + plainName(persistentId.last(std::min(persistentId.size(), shownIdCharacters)));
}

QString topicText(QByteArrayView controller, QByteArrayView topic)
{
    const QString text = plainName(topic);
    return controller.isEmpty() ? text : plainName(controller) + u" › "_s + text;
}

} // namespace signalbox::ui
