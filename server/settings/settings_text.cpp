// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/settings_text.h"

#include "server/core/plain_text.h"
#include "server/settings/endpoint_reader.h"
#include "server/settings/setting_value.h"
#include "server/settings/settings_table.h"

#include <QtCore/QFile>

namespace signalbox {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype commentColumn = 44;

QString commented(const QString& line, const QString& comment)
{
    return line.leftJustified(commentColumn) + u"  # "_s + printableLine(comment) + u'\n';
}

QString lastPartText(QByteArrayView key)
{
    return QString::fromLatin1(key.sliced(key.indexOf('.') + 1));
}

QString endpointText(const EndpointSettings& endpoint)
{
    QStringList subprotocols;
    for (const QByteArray& name : endpoint.subprotocols) {
        subprotocols.append(QString::fromLatin1(name));
    }
    const QString dialect = endpointDialectWords().at(static_cast<qsizetype>(endpoint.dialect));
    return u"\n[[endpoint]]\npath = %1\ndialect = %2\nsubprotocols = %3\nbase_path = %4\n"_s.arg(
        tomlString(QString::fromLatin1(endpoint.path)), tomlString(dialect), tomlList(subprotocols),
        tomlString(QString::fromLatin1(endpoint.basePath)));
}

} // namespace

QByteArray settingsText(const LoadedSettings& loaded)
{
    QString text;
    QByteArrayView section;
    for (const SettingKey& key : settingKeys()) {
        if (key.section() != section) {
            text += (section.isEmpty() ? u"["_s : u"\n["_s) + QString::fromLatin1(key.section()) + u"]\n"_s;
            section = key.section();
        }
        text += commented(lastPartText(key.name) + u" = "_s + settingText(loaded.settings, key),
                          loaded.originOf(key.name).text());
    }
    for (const EndpointSettings& endpoint : loaded.settings.endpoints) {
        text += endpointText(endpoint);
    }
    return text.toUtf8();
}

QByteArray defaultSettingsText()
{
    QFile file(u":/signalbox/signalbox.toml"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "defaultSettingsText", "the resource is built in");
    return opened ? file.readAll() : QByteArray();
}

} // namespace signalbox
