// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/answers.h"
#include "server/control/object_text.h"
#include "server/message/json_text.h"
#include "server/settings/endpoint_reader.h"
#include "server/settings/setting_value.h"

#include <QtCore/QUrl>

namespace signalbox::control {

namespace {

/// A query may hold an access token of the application: what is before it tells enough.
QByteArray shownUrl(const QByteArray& url)
{
    const qsizetype query = url.indexOf('?');
    return query < 0 ? url : url.first(query) + "?***";
}

QByteArray valueJson(const Settings& settings, const SettingKey& key)
{
    if (const auto* const text = std::get_if<TextField>(&key.field)) {
        return message::jsonString(shownUrl(text->member.read(settings)));
    }
    return settingText(settings, key).toUtf8(); // numbers, words, lists: TOML writes them as JSON does
}

QByteArray endpointJson(const EndpointSettings& endpoint)
{
    const QString dialect = endpointDialectWords().at(static_cast<qsizetype>(endpoint.dialect));
    return ObjectText()
        .text("path", endpoint.path)
        .text("dialect", QStringView(dialect))
        .json("subprotocols", arrayText(endpoint.subprotocols,
                                        [](const QByteArray& name) { return message::jsonString(name); }))
        .text("base_path", endpoint.basePath)
        .bytes();
}

} // namespace

http::Response configurationAnswer(const Settings& settings)
{
    ObjectText whole;
    ObjectText section;
    QByteArrayView name;
    for (const SettingKey& key : settingKeys()) {
        if (key.section() != name) {
            if (!name.isEmpty()) {
                whole.json(name, section.bytes());
            }
            section = {};
            name = key.section();
        }
        section.json(key.name.sliced(name.size() + 1), valueJson(settings, key));
    }
    whole.json(name, section.bytes());
    whole.json("endpoint", arrayText(settings.endpoints, &endpointJson));
    return http::jsonResponse(200, whole.bytes());
}

} // namespace signalbox::control
