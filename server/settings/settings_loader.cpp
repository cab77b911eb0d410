// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/settings_loader.h"

#include "server/core/nearest_word.h"
#include "server/core/plain_text.h"
#include "server/settings/endpoint_reader.h"
#include "server/settings/setting_value.h"
#include "server/settings/settings_check.h"
#include "server/settings/settings_table.h"
#include "server/settings/toml_reader.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <algorithm>

namespace signalbox {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 maxFileBytes = 1024 * 1024;
constexpr QByteArrayView endpointName("endpoint");

bool isSection(QByteArrayView name)
{
    const auto keys = settingKeys();
    return std::any_of(keys.begin(), keys.end(),
                       [&](const SettingKey& key) { return key.section() == name; });
}

/// The key that was meant; without a dot it may have been a section's name.
QString nearestKey(QByteArrayView name)
{
    const QString key = nearestSettingKey(name);
    if (!key.isEmpty()) {
        return key;
    }
    QStringList sections{QString::fromLatin1(endpointName)};
    for (const SettingKey& known : settingKeys()) {
        sections.append(QString::fromLatin1(known.section()));
    }
    return nearestWord(QString::fromUtf8(name), sections);
}

/// What is wrong with a key that is in no table.
QString unknownKey(QByteArrayView name)
{
    const QString shown = printable(name);
    if (name == endpointName || name.startsWith("endpoint.")) {
        return u"endpoints stand in the configuration file alone, each below a line [[endpoint]]"_s;
    }
    if (isSection(name)) {
        return u"\"%1\" is a section: write [%1], and its keys below"_s.arg(shown);
    }
    const QString near = nearestKey(name);
    return u"unknown key \"%1\""_s.arg(shown) + (near.isEmpty()
                                                     ? u"; signalbox default-config prints all keys"_s
                                                     : u"; did you mean \"%1\"?"_s.arg(near));
}

/// Gathers settings and faults from the sources, the weakest first. Stays for one call of loadSettings.
class Loader final {
public:
    explicit Loader(const SettingsSources& sources)
        : m_sources(sources)
    {
    }

    Result<LoadedSettings> load()
    {
        readFile();
        readEnvironment();
        for (const WrittenSetting& setting : m_sources.commandLine) {
            take(setting);
        }
        check();
        if (!m_errors.isEmpty()) {
            return Error{"config.invalid", m_errors.join(u'\n')};
        }
        return m_loaded;
    }

private:
    void readFile()
    {
        if (m_sources.file.isEmpty()) {
            return;
        }
        m_loaded.file = m_sources.file;
        const Result<QByteArray> text = fileText();
        const Result<WrittenFile> written = text ? readToml(*text, m_sources.file) : text.error();
        if (!written) {
            m_errors.append(written.error().message);
            return;
        }
        for (const WrittenSetting& setting : written->settings) {
            take(setting);
        }
        readTables(written->tables);
    }

    Result<QByteArray> fileText() const
    {
        const auto unreadable = [&](const QString& why) {
            return Error{"config.unreadable",
                         u"%1: cannot be read: %2"_s.arg(printableLine(m_sources.file), why)};
        };
        QFile file(m_sources.file);
        if (QFileInfo(file).isDir()) {
            return unreadable(u"it is a directory"_s);
        }
        if (!file.open(QIODevice::ReadOnly)) {
            return unreadable(file.errorString());
        }
        const QByteArray text = file.read(maxFileBytes + 1);
        if (text.size() > maxFileBytes) {
            return unreadable(u"it has more than 1 MiB"_s);
        }
        return text;
    }

    void readTables(const std::vector<WrittenTable>& tables)
    {
        std::vector<WrittenTable> endpoints;
        for (const WrittenTable& table : tables) {
            if (table.name == endpointName) {
                endpoints.push_back(table);
            } else if (table.name == "endpoints") {
                complain(table.origin, u"a further endpoint is an [[endpoint]]; [endpoints] switches what is "
                                       "built in"_s);
            } else if (isSection(table.name)) {
                complain(table.origin,
                         u"\"%1\" is a section: write [%1], not [[%1]]"_s.arg(printable(table.name)));
            } else {
                complain(table.origin, unknownKey(table.name));
            }
        }
        m_loaded.settings.endpoints = readEndpoints(endpoints, m_errors);
        if (!endpoints.empty()) {
            m_loaded.origins.insert(endpointName.toByteArray(), endpoints.front().origin);
        }
    }

    void readEnvironment()
    {
        QStringList names = m_sources.environment.keys();
        names.sort();
        for (const QString& name : names) {
            if (name.startsWith(u"SIGNALBOX_")) {
                readVariable(name);
            }
        }
    }

    void readVariable(const QString& name)
    {
        const auto keys = settingKeys();
        const SettingOrigin origin{SettingOrigin::Source::Environment, name};
        QStringList variables;
        bool ours = false;
        for (const SettingKey& key : keys) {
            const QString variable = QString::fromLatin1(key.variable());
            if (variable == name) {
                take({key.name.toByteArray(), PlainText{m_sources.environment.value(name)}, origin});
                return;
            }
            variables.append(variable);
            ours |= name.startsWith(u"SIGNALBOX_"_s + QString::fromLatin1(key.section()).toUpper() + u'_');
        }
        const QString near = nearestWord(name, variables);
        const QString hint = near.isEmpty() ? QString() : u"; did you mean %1?"_s.arg(near);
        // Containers set SIGNALBOX_SERVICE_HOST and SIGNALBOX_PORT by themselves: no reason to stay down.
        if (ours) {
            complain(origin, u"unknown variable"_s + hint);
        } else {
            m_loaded.warnings.append(u"%1: unknown variable, ignored"_s.arg(printable(name)) + hint);
        }
    }

    void take(const WrittenSetting& setting)
    {
        const SettingKey* key = findSettingKey(setting.key);
        if (key == nullptr) {
            const auto* other = std::get_if<OtherValue>(&setting.value);
            const bool emptySection = other != nullptr && isSection(setting.key);
            if (!emptySection) {
                complain(setting.origin, unknownKey(setting.key));
            }
            return;
        }
        const Result<void> assigned = assignSetting(m_loaded.settings, *key, setting.value);
        if (!assigned) {
            complain(setting.origin, QString::fromUtf8(setting.key) + u": "_s + assigned.error().message);
            return;
        }
        m_loaded.origins.insert(setting.key, setting.origin);
    }

    void check()
    {
        for (const Finding& finding : checkSettings(m_loaded.settings)) {
            const QString text = QString::fromLatin1(finding.key) + u": "_s + finding.message;
            const SettingOrigin origin = m_loaded.originOf(finding.key);
            const QString placed =
                origin.source == SettingOrigin::Source::Default ? text : origin.text() + u": "_s + text;
            (finding.severity == Severity::Error ? m_errors : m_loaded.warnings).append(placed);
        }
    }

    void complain(const SettingOrigin& origin, const QString& message)
    {
        m_errors.append(printableLine(origin.text()) + u": "_s + message);
    }

    const SettingsSources& m_sources;
    LoadedSettings m_loaded;
    QStringList m_errors;
};

} // namespace

Result<LoadedSettings> loadSettings(const SettingsSources& sources)
{
    return Loader(sources).load();
}

} // namespace signalbox
