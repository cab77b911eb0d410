// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/setting_value.h"

#include "server/core/plain_text.h"
#include "server/settings/quantity.h"

#include <optional>

namespace signalbox {

namespace {

using namespace Qt::StringLiterals;

template <typename... Visitors>
struct Overloaded : Visitors... {
    using Visitors::operator()...;
};

constexpr qsizetype maxShownCharacters = 60;

/// The text, wherever it came from; nothing when the value is no text.
const QString* textOf(const WrittenValue& value)
{
    if (const auto* plain = std::get_if<PlainText>(&value)) {
        return &plain->text;
    }
    return std::get_if<QString>(&value);
}

Error wrongType(const QString& expected, const WrittenValue& value)
{
    return {"config.wrong_type", u"expected %1, got %2"_s.arg(expected, describeValue(value))};
}

Error outOfRange(const QString& minimum, const QString& maximum, const WrittenValue& value)
{
    return {"config.out_of_range",
            u"%1 is out of range: %2 to %3"_s.arg(describeValue(value), minimum, maximum)};
}

Result<void> assign(Settings& settings, const DurationField& field, const WrittenValue& value)
{
    const QString* text = textOf(value);
    const auto* number = std::get_if<qint64>(&value);
    const bool bareZero = number != nullptr && *number == 0;
    const auto duration = text != nullptr ? readDuration(*text)
                          : bareZero      ? std::optional(std::chrono::milliseconds(0))
                                          : std::nullopt;
    if (!duration) {
        return wrongType(u"a duration with its unit (ms, s, m or h) such as \"10s\""_s, value);
    }
    const bool never = field.zeroMeansNever && duration->count() == 0;
    if (!never && (*duration < field.minimum || *duration > field.maximum)) {
        const QString minimum =
            field.zeroMeansNever ? u"0, or "_s + durationText(field.minimum) : durationText(field.minimum);
        return outOfRange(minimum, durationText(field.maximum), value);
    }
    field.member.write(settings) = *duration;
    return {};
}

Result<void> assign(Settings& settings, const SizeField& field, const WrittenValue& value)
{
    const QString* text = textOf(value);
    const auto* number = std::get_if<qint64>(&value);
    const std::optional<qint64> bytes = text != nullptr     ? readSize(*text)
                                        : number != nullptr ? std::optional(*number)
                                                            : std::nullopt;
    if (!bytes) {
        return wrongType(u"a size in bytes or with a unit (KiB, MiB or GiB) such as \"64 KiB\""_s, value);
    }
    if (*bytes < field.minimum || *bytes > field.maximum) {
        return outOfRange(sizeText(field.minimum), sizeText(field.maximum), value);
    }
    field.member.write(settings) = *bytes;
    return {};
}

Result<void> assign(Settings& settings, const IntegerField& field, const WrittenValue& value)
{
    std::optional<qint64> number;
    if (const auto* written = std::get_if<qint64>(&value)) {
        number = *written;
    } else if (const auto* plain = std::get_if<PlainText>(&value)) {
        bool numeric = false;
        const qint64 read = plain->text.trimmed().toLongLong(&numeric);
        number = numeric ? std::optional(read) : std::nullopt;
    }
    if (!number) {
        return wrongType(u"a whole number"_s, value);
    }
    if (*number < field.minimum || *number > field.maximum) {
        return outOfRange(QString::number(field.minimum), QString::number(field.maximum), value);
    }
    field.member.write(settings) = static_cast<int>(*number);
    return {};
}

Result<void> assign(Settings& settings, const BooleanField& field, const WrittenValue& value)
{
    const auto* written = std::get_if<bool>(&value);
    const auto* plain = std::get_if<PlainText>(&value);
    const QString word = plain != nullptr ? plain->text.trimmed().toLower() : QString();
    const bool yes = word == u"true" || word == u"yes" || word == u"1";
    const bool no = word == u"false" || word == u"no" || word == u"0";
    if (written == nullptr && !yes && !no) {
        return wrongType(u"true or false"_s, value);
    }
    field.member.write(settings) = written != nullptr ? *written : yes;
    return {};
}

/// The items of a list; plain text holds them with commas between.
std::optional<QStringList> itemsOf(const WrittenValue& value)
{
    if (const auto* list = std::get_if<QStringList>(&value)) {
        return *list;
    }
    const auto* plain = std::get_if<PlainText>(&value);
    if (plain == nullptr) {
        return std::nullopt;
    }
    QStringList items = plain->text.split(u',', Qt::SkipEmptyParts);
    for (QString& item : items) {
        item = item.trimmed();
    }
    return items;
}

template <typename T, typename ReadItem>
Result<void> assignList(QList<T>& target, const WrittenValue& value, ReadItem readItem)
{
    const std::optional<QStringList> items = itemsOf(value);
    if (!items) {
        return wrongType(u"a list of texts such as [\"one\", \"two\"]"_s, value);
    }
    QList<T> list;
    for (const QString& item : *items) {
        const Result<T> read = readItem(item);
        if (!read) {
            return read.error();
        }
        if (list.contains(*read)) {
            return Error{"config.duplicate", u"\"%1\" stands there twice"_s.arg(printable(item))};
        }
        list.append(*read);
    }
    target = list;
    return {};
}

Result<void> assign(Settings& settings, const AddressListField& field, const WrittenValue& value)
{
    QList<ListenAddress> fresh;
    const Result<void> assigned = assignList(fresh, value, &readListenAddress);
    if (!assigned) {
        return assigned.error();
    }
    if (fresh.isEmpty()) {
        return Error{"config.wrong_type", u"expected at least one address to listen on"_s};
    }
    field.member.write(settings) = fresh;
    return {};
}

Result<void> assign(Settings& settings, const TextListField& field, const WrittenValue& value)
{
    return assignList(field.member.write(settings), value, field.readItem);
}

Result<void> assign(Settings& settings, const TextField& field, const WrittenValue& value)
{
    const QString* text = textOf(value);
    if (text == nullptr) {
        return wrongType(u"a text"_s, value);
    }
    Result<QByteArray> read = field.readText(*text);
    if (!read) {
        return read.error();
    }
    field.member.write(settings) = std::move(read).value();
    return {};
}

Result<void> assign(Settings& settings, const ChoiceField& field, const WrittenValue& value)
{
    const QString* text = textOf(value);
    const qsizetype index = text != nullptr ? field.words.indexOf(text->trimmed()) : -1;
    if (index < 0) {
        return wrongType(u"one of "_s + field.words.join(u", "), value);
    }
    field.write(settings, static_cast<int>(index));
    return {};
}

} // namespace

Result<void> assignSetting(Settings& settings, const SettingKey& key, const WrittenValue& value)
{
    return std::visit([&](const auto& field) { return assign(settings, field, value); }, key.field);
}

QString settingText(const Settings& settings, const SettingKey& key)
{
    const Overloaded text{
        [&](const DurationField& field) { return tomlString(durationText(field.member.read(settings))); },
        [&](const SizeField& field) { return tomlString(sizeText(field.member.read(settings))); },
        [&](const IntegerField& field) { return QString::number(field.member.read(settings)); },
        [&](const BooleanField& field) { return field.member.read(settings) ? u"true"_s : u"false"_s; },
        [&](const AddressListField& field) {
            QStringList items;
            for (const ListenAddress& address : field.member.read(settings)) {
                items.append(listenAddressText(address));
            }
            return tomlList(items);
        },
        [&](const TextListField& field) {
            QStringList items;
            for (const QByteArray& item : field.member.read(settings)) {
                items.append(QString::fromUtf8(item));
            }
            return tomlList(items);
        },
        [&](const TextField& field) { return tomlString(QString::fromUtf8(field.member.read(settings))); },
        [&](const ChoiceField& field) { return tomlString(field.words.at(field.read(settings))); },
    };
    return std::visit(text, key.field);
}

QList<QByteArray> changedKeys(const Settings& before, const Settings& after)
{
    QList<QByteArray> changed;
    for (const SettingKey& key : settingKeys()) {
        if (settingText(before, key) != settingText(after, key)) {
            changed.append(key.name.toByteArray());
        }
    }
    if (before.endpoints != after.endpoints) {
        changed.append("endpoint");
    }
    return changed;
}

QString tomlString(QStringView text)
{
    QString quoted = printableLine(text);
    quoted.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u'"' + quoted + u'"';
}

QString tomlList(const QStringList& items)
{
    QStringList quoted;
    for (const QString& item : items) {
        quoted.append(tomlString(item));
    }
    return u'[' + quoted.join(u", ") + u']';
}

QString describeValue(const WrittenValue& value)
{
    const Overloaded words{
        [](const PlainText& plain) {
            return u'"' + printable(plain.text.toUtf8(), maxShownCharacters) + u'"';
        },
        [](const QString& text) { return u'"' + printable(text.toUtf8(), maxShownCharacters) + u'"'; },
        [](qint64 number) { return QString::number(number); },
        [](bool yes) { return yes ? u"true"_s : u"false"_s; },
        [](const QStringList&) { return u"a list"_s; },
        [](const OtherValue& other) { return other.kind; },
    };
    return std::visit(words, value);
}

} // namespace signalbox
