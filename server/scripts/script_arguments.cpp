// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/scripts/script_arguments.h"

#include <QtQml/QJSEngine>

namespace signalbox::scripts {

using namespace Qt::StringLiterals;
namespace to_script = services::to_script;

namespace {

QString textOf(ClientId client)
{
    return QString::fromLatin1(client.text());
}

} // namespace

QJSValueList ScriptArguments::operator()(const to_script::Opened& what)
{
    return {u"onOpen"_s, textOf(what.client.client), requestValue(what.request), clientValue(what.client)};
}

QJSValueList ScriptArguments::operator()(const to_script::TextCame& what)
{
    return {u"onTextMessage"_s, textOf(what.client), QString::fromUtf8(what.text)};
}

QJSValueList ScriptArguments::operator()(const to_script::BinaryCame& what)
{
    return {u"onBinaryMessage"_s, textOf(what.client), bytesValue(what.payload)};
}

QJSValueList ScriptArguments::operator()(const to_script::PongCame& what)
{
    return {u"onPong"_s, textOf(what.client), bytesValue(what.payload)};
}

QJSValueList ScriptArguments::operator()(const to_script::IdleTimedOut& what)
{
    return {u"onIdleTimeout"_s, textOf(what.client)};
}

QJSValueList ScriptArguments::operator()(const to_script::Failed& what)
{
    return {u"onError"_s, textOf(what.client), what.what};
}

QJSValueList ScriptArguments::operator()(const to_script::Closed& what)
{
    return {u"onClose"_s, textOf(what.client), static_cast<uint>(what.code), QString::fromUtf8(what.reason)};
}

QJSValueList ScriptArguments::operator()(const to_script::RequestCame& what)
{
    return {u"resource"_s, QString(), QString::fromUtf8(what.resource.method + ' ' + what.resource.path),
            requestValue(what.request)};
}

QJSValueList ScriptArguments::operator()(const to_script::AuthorizationAsked& what)
{
    return {u"authorize"_s, textOf(what.client.client), requestValue(what.request), clientValue(what.client)};
}

QJSValueList ScriptArguments::operator()(const to_script::ControllerOpened& what)
{
    return {u"onOpened"_s, textOf(what.client.client), {}, clientValue(what.client)};
}

QJSValueList ScriptArguments::operator()(const to_script::ControllerReopened& what)
{
    return {u"onReopened"_s, textOf(what.client)};
}

QJSValueList ScriptArguments::operator()(const to_script::ControllerCalled& what)
{
    return {u"call"_s, textOf(what.client), QString::fromUtf8(what.topic), QString::fromUtf8(what.data),
            bytesValue(what.blob)};
}

QJSValueList ScriptArguments::operator()(const to_script::PropertySet& what)
{
    return {u"property"_s, textOf(what.client), QString::fromUtf8(what.name), QString::fromUtf8(what.value)};
}

QJSValueList ScriptArguments::operator()(const to_script::ControllerClosed& what)
{
    return {u"onClosed"_s, textOf(what.client)};
}

QJSValueList ScriptArguments::operator()(const to_script::FrameCame& what)
{
    return {u"decode"_s, QString(),
            what.binary ? bytesValue(what.payload) : QJSValue(QString::fromUtf8(what.payload))};
}

QJSValueList ScriptArguments::operator()(const to_script::EncodingAsked& what)
{
    return {u"encode"_s, QString(), QString::fromUtf8(what.message), bytesValue(what.blob)};
}

QJSValueList ScriptArguments::known(const services::ScriptClient& client)
{
    return {textOf(client.client), clientValue(client)};
}

QJSValue ScriptArguments::clientValue(const services::ScriptClient& client)
{
    QJSValue value = m_engine.newObject();
    value.setProperty(u"user"_s, QString::fromUtf8(client.user));
    value.setProperty(u"path"_s, QString::fromUtf8(client.path));
    value.setProperty(u"address"_s, QString::fromUtf8(client.address));
    value.setProperty(u"hasController"_s, client.hasController);
    value.setProperty(u"persistentId"_s, QString::fromUtf8(client.persistentId));
    value.setProperty(u"properties"_s, listValue(client.properties));
    return value;
}

QJSValue ScriptArguments::requestValue(const services::ScriptRequest& request)
{
    QJSValue value = m_engine.newObject();
    value.setProperty(u"method"_s, QString::fromUtf8(request.method));
    value.setProperty(u"path"_s, QString::fromUtf8(request.path));
    value.setProperty(u"query"_s, listValue(request.query));
    value.setProperty(u"headers"_s, listValue(request.headers));
    value.setProperty(u"parameters"_s, listValue(request.parameters));
    value.setProperty(u"body"_s, QString::fromUtf8(request.body));
    return value;
}

QJSValue ScriptArguments::listValue(const QList<services::NamedText>& texts)
{
    QJSValue list = m_engine.newArray(static_cast<uint>(texts.size() * 2));
    quint32 place = 0;
    for (const services::NamedText& text : texts) {
        list.setProperty(place++, QString::fromUtf8(text.name));
        list.setProperty(place++, QString::fromUtf8(text.value));
    }
    return list;
}

QJSValue ScriptArguments::bytesValue(const std::optional<QByteArray>& bytes)
{
    return bytes ? m_engine.toScriptValue(*bytes) : QJSValue();
}

} // namespace signalbox::scripts
