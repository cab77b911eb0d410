// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/json_detail.h"

#include "ui/format/numbers.h"
#include "ui/format/plain.h"
#include "ui/models/payload_image.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QSet>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

struct Json {
    Q_DECLARE_TR_FUNCTIONS(JsonDetail)
};

constexpr int maxOpenedStrings = 4; ///< how deep a string that holds JSON is opened within another

/// Digits that a double, and so JavaScript, keeps for sure.
constexpr int exactDigits = 15;

/// What all values of one text share.
struct Text {
    qsizetype base = 0;
    BytesSource source = BytesSource::Frame;
    qsizetype fixedOffset =
        -1; ///< inside a string offsets are those of its unescaped text: point to the string
    qsizetype fixedLength = 0;
    int opened = 0; ///< strings around it
};

QString countedText(const JsonNode& json)
{
    const auto count = static_cast<qint64>(json.children.size());
    if (json.type == JsonType::Object) {
        return count == 1 ? Json::tr("object, 1 member")
                          : Json::tr("object, %1 members").arg(countText(count));
    }
    return count == 1 ? Json::tr("array, 1 element") : Json::tr("array, %1 elements").arg(countText(count));
}

QString valueText(const JsonNode& json)
{
    switch (json.type) {
    case JsonType::Object:
    case JsonType::Array:
        return countedText(json);
    case JsonType::String:
        return u'"' + plainPayload(json.text) + u'"';
    case JsonType::Number:
    case JsonType::Boolean:
    case JsonType::Null:
        return plainPayload(json.text);
    }
    Q_UNREACHABLE();
}

QString envelopeSentence(const QByteArray& key)
{
    const QByteArray lower = key.toLower();
    if (lower == "action") {
        return Json::tr("What the recipients are to do with it; the broker passes it on.");
    }
    if (lower == "message") {
        return Json::tr("What is passed on, as it is.");
    }
    if (lower == "recipients") {
        return Json::tr("Who gets it; without this key the clients without a group.");
    }
    if (lower == "userid") {
        return Json::tr("Who the sender says it is. The broker knows it by its connection.");
    }
    if (lower == "groupid") {
        return Json::tr("Puts the sender's connection into this group.");
    }
    return Json::tr("Not a key of an envelope: passed on, and not read.");
}

QString numberSentence(const QByteArray& digits)
{
    const bool isInteger = !digits.contains('.') && !digits.contains('e') && !digits.contains('E');
    return isInteger && digits.size() > exactDigits + (digits.startsWith('-') ? 1 : 0)
               ? Json::tr("Shown to the last digit; JavaScript keeps integers up to 9,007,199,254,740,991.")
               : QString();
}

DetailNode valueDetail(const JsonNode& json, const QString& name, const Text& text);

void addChildren(DetailNode& node, const JsonNode& json, const Text& text)
{
    QSet<QByteArray> keys;
    qint64 position = 0;
    for (const JsonNode& child : json.children) {
        const bool isElement = json.type == JsonType::Array;
        DetailNode added =
            valueDetail(child, isElement ? u"[%1]"_s.arg(position++) : plainPayload(child.key), text);
        if (!isElement && keys.contains(child.key)) {
            added.meaning = Meaning::Warning;
            added.explanation = Json::tr("⚠ This key is there twice: readers differ in which one they take "
                                         "(RFC 8259 §4).");
        }
        keys.insert(child.key);
        node.children.push_back(std::move(added));
    }
}

void openString(DetailNode& node, const JsonNode& json, const Text& text)
{
    node.image = imageInText(json.text);
    if (!node.image.isEmpty()) {
        node.explanation =
            Json::tr("A picture (%1), %2: see the tab Picture.")
                .arg(QString::fromLatin1(imageFormat(node.image)), exactBytesText(node.image.size()));
        return;
    }
    const QByteArray inner = json.text.trimmed();
    if (text.opened >= maxOpenedStrings || !(inner.startsWith('{') || inner.startsWith('['))) {
        return;
    }
    if (const auto outline = jsonOutline(json.text)) {
        node.explanation = Json::tr("A string that holds JSON: %1.").arg(countedText(*outline));
        addChildren(node, *outline, {text.base, text.source, node.offset, node.length, text.opened + 1});
    }
}

DetailNode valueDetail(const JsonNode& json, const QString& name, const Text& text)
{
    DetailNode node{name, valueText(json), text.base + json.offset, json.length, Meaning::Normal, {}};
    node.source = text.source;
    if (text.fixedOffset >= 0) {
        node.offset = text.fixedOffset;
        node.length = text.fixedLength;
    }
    if (json.type == JsonType::Number) {
        node.explanation = numberSentence(json.text);
    } else if (json.type == JsonType::String) {
        openString(node, json, text);
    }
    addChildren(node, json, text);
    return node;
}

} // namespace

DetailNode jsonDetail(const JsonNode& json, const QString& name, qsizetype base, BytesSource source,
                      JsonUse use)
{
    DetailNode node = valueDetail(json, name, {base, source, -1, 0, 0});
    if (use == JsonUse::Envelope) {
        for (size_t place = 0; place < node.children.size(); ++place) {
            if (node.children[place].explanation.isEmpty()) {
                node.children[place].explanation = envelopeSentence(json.children[place].key);
            }
        }
    }
    return node;
}

QString jsonFaultText(QByteArrayView text)
{
    const QByteArrayView trimmed = text.trimmed();
    if (!trimmed.startsWith('{') && !trimmed.startsWith('[')) {
        return {};
    }
    const std::optional<OutlineFault> fault = outlineFault(text);
    if (!fault) {
        return {};
    }
    switch (fault->kind) {
    case OutlineFault::Kind::TooLarge:
        return Json::tr("too deep or too large to be shown as JSON");
    case OutlineFault::Kind::EndsEarly:
        return Json::tr("not JSON: it ends too early, in line %1").arg(countText(fault->line));
    case OutlineFault::Kind::Unexpected:
        break;
    }
    return Json::tr("not JSON: “%1” does not belong into line %2, column %3")
        .arg(plainPayload(text.sliced(fault->offset, fault->length)), countText(fault->line),
             countText(fault->column));
}

} // namespace signalbox::ui
