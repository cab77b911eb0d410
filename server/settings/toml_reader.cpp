// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/toml_reader.h"

#include "server/core/plain_text.h"

#include <algorithm>
#include <string_view>
#include <toml++/toml.h>
#include <tuple>

namespace signalbox {

namespace {

QByteArray bytesOf(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

SettingOrigin originOf(const toml::source_region& source, const QString& path)
{
    return {SettingOrigin::Source::File, path, static_cast<int>(source.begin.line),
            static_cast<int>(source.begin.column)};
}

QString kindOf(toml::node_type type)
{
    switch (type) {
    case toml::node_type::none:
    case toml::node_type::string:
    case toml::node_type::integer:
    case toml::node_type::boolean:
        break;
    case toml::node_type::table:
        return QStringLiteral("a section");
    case toml::node_type::array:
        return QStringLiteral("a list that holds more than texts");
    case toml::node_type::floating_point:
        return QStringLiteral("a fraction");
    case toml::node_type::date:
    case toml::node_type::time:
    case toml::node_type::date_time:
        return QStringLiteral("a date or time");
    }
    return QStringLiteral("another value");
}

WrittenValue valueOf(const toml::node& node)
{
    if (const auto* text = node.as_string()) {
        return QString::fromUtf8(bytesOf(text->get()));
    }
    if (const auto* number = node.as_integer()) {
        return static_cast<qint64>(number->get());
    }
    if (const auto* yes = node.as_boolean()) {
        return yes->get();
    }
    const auto* array = node.as_array();
    if (array == nullptr || !(array->empty() || array->is_homogeneous(toml::node_type::string))) {
        return OtherValue{kindOf(node.type())};
    }
    QStringList items;
    for (const toml::node& item : *array) {
        items.append(QString::fromUtf8(bytesOf(item.as_string()->get())));
    }
    return items;
}

std::vector<WrittenSetting> entriesOf(const toml::table& table, const QByteArray& prefix, const QString& path)
{
    std::vector<WrittenSetting> entries;
    for (const auto& [key, node] : table) {
        const auto* section = node.as_table();
        if (section != nullptr && !section->empty()) { // [endpoints.echo], or echo.enabled
            std::ranges::move(entriesOf(*section, prefix + bytesOf(key.str()) + '.', path),
                              std::back_inserter(entries));
            continue;
        }
        entries.push_back({prefix + bytesOf(key.str()), valueOf(node), originOf(key.source(), path)});
    }
    return entries;
}

/// toml++ keeps a table in the order of its names; a reader wants the order of the lines.
template <typename Written>
void sortByLine(std::vector<Written>& list)
{
    std::stable_sort(list.begin(), list.end(), [](const Written& left, const Written& right) {
        return std::tie(left.origin.line, left.origin.column) <
               std::tie(right.origin.line, right.origin.column);
    });
}

void addTables(WrittenFile& file, const toml::array& array, const QByteArray& name, const QString& path)
{
    for (const toml::node& node : array) {
        WrittenTable table{name, originOf(node.source(), path), entriesOf(*node.as_table(), {}, path)};
        sortByLine(table.entries);
        file.tables.push_back(std::move(table));
    }
}

void addTopLevel(WrittenFile& file, const toml::key& key, const toml::node& node, const QString& path)
{
    const QByteArray name = bytesOf(key.str());
    const auto* section = node.as_table();
    if (node.is_array_of_tables()) {
        addTables(file, *node.as_array(), name, path);
    } else if (section != nullptr && !section->empty()) {
        std::ranges::move(entriesOf(*section, name + '.', path), std::back_inserter(file.settings));
    } else {
        file.settings.push_back({name, valueOf(node), originOf(key.source(), path)});
    }
}

} // namespace

Result<WrittenFile> readToml(QByteArrayView text, const QString& path)
{
    try {
        const toml::table document =
            toml::parse(std::string_view(text.data(), static_cast<size_t>(text.size())), path.toStdString());
        WrittenFile file;
        for (const auto& [key, node] : document) {
            addTopLevel(file, key, node, path);
        }
        sortByLine(file.settings);
        sortByLine(file.tables);
        return file;
    } catch (const toml::parse_error& error) {
        return Error{"config.syntax", originOf(error.source(), path).text() + QStringLiteral(": ") +
                                          printableLine(QString::fromUtf8(bytesOf(error.description())))};
    }
}

} // namespace signalbox
