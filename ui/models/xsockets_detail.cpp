// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/xsockets_detail.h"

#include "ui/format/xsockets_words.h"
#include "ui/models/json_detail.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <optional>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

struct XSockets {
    Q_DECLARE_TR_FUNCTIONS(XSocketsDetail)
};

struct FieldWords {
    QString name;
    QString sentence;
};

/// Keys count in either case.
std::optional<FieldWords> fieldWords(const QByteArray& key)
{
    const QByteArray upper = key.toUpper();
    if (upper == "C") {
        return FieldWords{XSockets::tr("controller"),
                          XSockets::tr("What it is for. Without a controller it is "
                                       "for the one that the path names.")};
    }
    if (upper == "T") {
        return FieldWords{XSockets::tr("topic"), XSockets::tr("What is published, or what is asked for.")};
    }
    if (upper == "D") {
        return FieldWords{XSockets::tr("data"), {}};
    }
    if (upper == "I") {
        return FieldWords{XSockets::tr("id"), XSockets::tr("Named again by whoever acknowledges it.")};
    }
    if (upper == "Q") {
        return FieldWords{XSockets::tr("quality of service"),
                          XSockets::tr("0: once at most. 1: until it is acknowledged.")};
    }
    if (upper == "R") {
        return FieldWords{XSockets::tr("retained"),
                          XSockets::tr("To be kept as the last good value of its topic.")};
    }
    return std::nullopt;
}

/// The fields inside the data of reserved topics.
QString dataFieldName(const QByteArray& key)
{
    const QByteArray upper = key.toUpper();
    if (upper == "CI") {
        return XSockets::tr("connection id");
    }
    if (upper == "PI") {
        return XSockets::tr("PersistentId");
    }
    if (upper == "K") {
        return XSockets::tr("key");
    }
    if (upper == "V") {
        return XSockets::tr("value");
    }
    if (upper == "A") {
        return XSockets::tr("to be confirmed");
    }
    const std::optional<FieldWords> field = fieldWords(key);
    return field ? field->name : QString();
}

QString named(const QString& key, const QString& name)
{
    return name.isEmpty() ? key : XSockets::tr("%1 (%2)").arg(name, key);
}

const JsonNode* field(const JsonNode& json, QByteArrayView upperCase)
{
    const auto found = std::ranges::find_if(json.children, [upperCase](const JsonNode& child) {
        return QByteArrayView(child.key).compare(upperCase, Qt::CaseInsensitive) == 0;
    });
    return found == json.children.end() ? nullptr : &*found;
}

/// The data of a reserved topic. A PersistentId is a secret: whoever looks for it looks at the bytes.
void nameDataFields(DetailNode& data)
{
    for (DetailNode& child : data.children) {
        const QByteArray key = child.name.toUtf8();
        child.name = named(child.name, dataFieldName(key));
        if (key.compare("PI", Qt::CaseInsensitive) == 0) {
            child.value = persistentIdText(child.value.remove(u'"').toUtf8());
            child.explanation =
                XSockets::tr("A secret: who has it has what is kept under it. The bytes show it.");
        }
    }
}

void nameField(DetailNode& node, const JsonNode& json, const QByteArray& topic)
{
    const std::optional<FieldWords> words = fieldWords(json.key);
    if (!words) {
        node.explanation = node.explanation.isEmpty() ? XSockets::tr("Not a field of XSockets: passed over.")
                                                      : node.explanation;
        return;
    }
    node.name = named(node.name, words->name);
    node.explanation = node.explanation.isEmpty() ? words->sentence : node.explanation;
    const QString asked = reservedTopicText(topic);
    if (asked.isEmpty()) {
        return;
    }
    const QByteArray upper = json.key.toUpper();
    if (upper == "T") {
        node.value = XSockets::tr("%1 %2").arg(node.value, asked);
    } else if (upper == "D") {
        nameDataFields(node);
    }
}

} // namespace

DetailNode xsocketsDetail(const JsonNode& json, qsizetype base, BytesSource source)
{
    const JsonNode* const topicField = field(json, "T");
    const QByteArray topic = topicField != nullptr ? topicField->text : QByteArray();
    DetailNode node = jsonDetail(json, XSockets::tr("XSockets"), base, source, JsonUse::Plain);
    if (!topic.isEmpty()) {
        const JsonNode* const controller = field(json, "C");
        const bool isPublish = reservedTopicText(topic).isEmpty();
        node.value =
            controller == nullptr ? xsocketsKindText(topic)
            : isPublish
                ? XSockets::tr("%1 %2").arg(xsocketsKindText(topic), topicText(controller->text, topic))
                : XSockets::tr("%1 %2").arg(xsocketsKindText(topic), topicText({}, controller->text));
    }
    for (size_t place = 0; place < node.children.size(); ++place) {
        nameField(node.children[place], json.children[place], topic);
    }
    return node;
}

bool isXSocketsText(QByteArrayView text)
{
    return text.startsWith("{\"C\":");
}

} // namespace signalbox::ui
