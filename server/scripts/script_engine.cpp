// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/scripts/script_engine.h"

#include "server/scripts/event_drain.h"
#include "server/scripts/script_arguments.h"
#include "server/scripts/script_place.h"

#include <QtCore/QFile>

namespace signalbox::scripts {

using namespace Qt::StringLiterals;
namespace to_script = services::to_script;

namespace {

QList<services::NamedText> namedTexts(const QJSValue& list)
{
    QList<services::NamedText> texts;
    const quint32 length = list.property(u"length"_s).toUInt();
    for (quint32 i = 0; i + 1 < length; i += 2) {
        texts.append({list.property(i).toString().toUtf8(), list.property(i + 1).toString().toUtf8()});
    }
    return texts;
}

services::Declaration declarationOf(const QJSValue& value)
{
    services::Declaration declaration;
    declaration.basePath = value.property(u"basePath"_s).toString().toUtf8();
    declaration.upgradePath = value.property(u"upgradePath"_s).toString().toUtf8();
    declaration.controller = value.property(u"controller"_s).toString().toUtf8();
    declaration.subprotocol = value.property(u"subprotocol"_s).toString().toUtf8();
    for (const services::NamedText& resource : namedTexts(value.property(u"resources"_s))) {
        declaration.resources.append({resource.name, resource.value});
    }
    const QJSValue handlers = value.property(u"handlers"_s);
    for (quint32 i = 0; i < handlers.property(u"length"_s).toUInt(); ++i) {
        declaration.handlers.append(handlers.property(i).toString().toUtf8());
    }
    declaration.idleTimeout = std::chrono::milliseconds(value.property(u"idleMilliseconds"_s).toInt());
    return declaration;
}

/// What was thrown while the file ran may be no Error, and then only `trace` knows where
/// ("function:line:column:file").
services::ScriptError loadError(const QString& file, const QJSValue& thrown, const QStringList& trace)
{
    if (thrown.isError()) {
        const QString name = thrown.property(u"name"_s).toString();
        const QString message =
            name == u"Error" ? thrown.property(u"message"_s).toString() : thrown.toString();
        return placedError(file, message, thrown.property(u"stack"_s).toString());
    }
    QStringList stack;
    for (const QString& frame : trace) {
        stack.append(
            u"%1@%2:%3"_s.arg(frame.section(u':', 0, 0), frame.section(u':', 3), frame.section(u':', 1, 1)));
    }
    return placedError(file, u"thrown: "_s + thrown.toString(), stack.join(u'\n'));
}

} // namespace

ScriptEngine::ScriptEngine(HostChannel& channel, EventDrain& events)
    : m_events(events)
    , m_bridge(channel, m_engine)
{
    QJSEngine::setObjectOwnership(&m_bridge, QJSEngine::CppOwnership);
    const QJSValue native = m_engine.newQObject(&m_bridge);
    const QJSValue checks = ours(u"checks.js"_s).call({native});
    const QJSValue api = ours(u"api.js"_s).call({m_engine.globalObject(), native, checks});
    Q_ASSERT_X(!checks.isError() && !api.isError(), "ScriptEngine",
               qPrintable(checks.toString() + api.toString()));
    m_begin = api.property(u"begin"_s);
    m_end = api.property(u"end"_s);
    m_declaration = api.property(u"declaration"_s);
    m_adopt = api.property(u"adopt"_s);
}

QJSValue ScriptEngine::ours(const QString& file)
{
    QFile source(u":/scripts/"_s + file);
    const bool isOpen = source.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    return m_engine.evaluate(QString::fromUtf8(source.readAll()), u"signalbox/"_s + file);
}

std::variant<services::Declaration, services::ScriptError> ScriptEngine::load(const to_script::Load& load)
{
    m_file = load.file;
    QStringList trace;
    const QJSValue result =
        m_engine.evaluate(QString::fromUtf8(load.source), scriptUrl.toString(), 1, &trace);
    if (result.isError() || !trace.isEmpty()) {
        return loadError(m_file, result, trace);
    }
    m_events.drain();
    const QJSValue declared = m_declaration.call();
    if (!declared.isObject()) {
        return services::ScriptError{
            m_file, 0, u"the file calls service({ … }) nowhere, so there is nothing to serve"_s};
    }
    for (const services::ScriptClient& client : load.clients) {
        m_adopt.call(ScriptArguments(m_engine).known(client));
    }
    return declarationOf(declared);
}

ScriptEngine::Outcome ScriptEngine::call(const to_script::What& what)
{
    const QJSValue begun = m_begin.call(std::visit(ScriptArguments(m_engine), what));
    m_events.drain();
    const QJSValue ended = m_end.call();
    return outcomeOf(begun.isError() ? begun : ended);
}

ScriptEngine::Outcome ScriptEngine::outcomeOf(const QJSValue& value) const
{
    if (value.isError()) { // not even what was thrown could be looked at
        return {placedError(m_file, value.toString(), value.property(u"stack"_s).toString()), {}};
    }
    if (value.isUndefined()) {
        return {};
    }
    if (const QJSValue error = value.property(u"error"_s); error.isObject()) {
        return {placedError(m_file, error.property(u"message"_s).toString(),
                            error.property(u"stack"_s).toString()),
                {}};
    }
    const QJSValue plain = value.property(u"response"_s);
    const QJSValue body = plain.property(u"body"_s);
    services::ScriptResponse response;
    response.status = plain.property(u"status"_s).toInt();
    response.headers = namedTexts(plain.property(u"headers"_s));
    response.body = body.isString() ? body.toString().toUtf8() : body.toVariant().toByteArray();
    return {{}, response};
}

} // namespace signalbox::scripts
