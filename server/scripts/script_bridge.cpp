// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/scripts/script_bridge.h"

#include "server/core/nearest_word.h"
#include "server/scripts/host_channel.h"

#include <QtQml/QJSEngine>

namespace signalbox::scripts {

using namespace Qt::StringLiterals;
namespace act = services::script_act;

namespace {

constexpr qsizetype maxPayloadBytes = qsizetype{64} * 1024 * 1024;

ClientId idOf(const QString& text)
{
    return ClientId::fromText(text.toLatin1()).value_or(ClientId());
}

/// Those that name something that may not be there, or may not be made.
template <typename Act>
constexpr bool mayFail = !std::is_same_v<Act, act::Send> && !std::is_same_v<Act, act::Broadcast> &&
                         !std::is_same_v<Act, act::Close> && !std::is_same_v<Act, act::Invoke> &&
                         !std::is_same_v<Act, act::SetProperty>;

} // namespace

ScriptBridge::ScriptBridge(HostChannel& channel, QJSEngine& engine)
    : m_channel(channel)
    , m_engine(engine)
{
}

void ScriptBridge::perform(services::ScriptAct wanted)
{
    const bool waits = std::visit([]<typename Act>(const Act&) { return mayFail<Act>; }, wanted);
    if (!waits) {
        m_channel.send(services::from_script::Tell{std::move(wanted)});
        return;
    }
    m_channel.send(services::from_script::Ask{std::move(wanted)});
    m_channel.flush();
    const std::optional<services::to_script::Answer> answer = m_channel.receiveAnswer();
    if (!answer) {
        fail(u"the broker is gone"_s);
    } else if (!answer->error.isEmpty()) {
        fail(answer->error);
    }
}

void ScriptBridge::fail(const QString& message)
{
    m_engine.throwError(QJSValue::GenericError, message);
}

std::optional<QByteArray> ScriptBridge::utf8(const QString& text)
{
    if (!text.isValidUtf16()) {
        m_engine.throwError(QJSValue::TypeError,
                            u"the text has half of a surrogate pair, which UTF-8 cannot say"_s);
        return std::nullopt;
    }
    QByteArray bytes = text.toUtf8();
    if (bytes.size() > maxPayloadBytes) {
        m_engine.throwError(QJSValue::RangeError, u"more than 64 MiB in one message"_s);
        return std::nullopt;
    }
    return bytes;
}

std::optional<QByteArray> ScriptBridge::bytesOf(const QJSValue& payload)
{
    if (payload.isString()) {
        return utf8(payload.toString());
    }
    QByteArray bytes = payload.toVariant().toByteArray();
    if (bytes.size() > maxPayloadBytes) {
        m_engine.throwError(QJSValue::RangeError, u"more than 64 MiB in one message"_s);
        return std::nullopt;
    }
    return bytes;
}

void ScriptBridge::send(const QString& client, const QJSValue& payload)
{
    if (const auto bytes = bytesOf(payload)) {
        perform(act::Send{idOf(client), *bytes, !payload.isString()});
    }
}

void ScriptBridge::broadcast(const QJSValue& text, const QString& except)
{
    if (const auto bytes = bytesOf(text)) {
        perform(act::Broadcast{*bytes, idOf(except)});
    }
}

void ScriptBridge::close(const QString& client, int code, const QString& reason)
{
    if (const auto bytes = utf8(reason)) {
        perform(act::Close{idOf(client), static_cast<quint16>(code), *bytes});
    }
}

void ScriptBridge::storeConnection(const QString& name, const QString& client)
{
    if (const auto bytes = utf8(name)) {
        perform(act::StoreConnection{*bytes, idOf(client)});
    }
}

void ScriptBridge::sendToStored(const QString& name, const QJSValue& payload)
{
    const auto to = utf8(name);
    if (const auto bytes = to ? bytesOf(payload) : std::nullopt) {
        perform(act::SendToStored{*to, *bytes, !payload.isString()});
    }
}

void ScriptBridge::removeStored(const QString& name)
{
    if (const auto bytes = utf8(name)) {
        perform(act::RemoveStored{*bytes});
    }
}

void ScriptBridge::closeStored(const QString& name)
{
    if (const auto bytes = utf8(name)) {
        perform(act::CloseStored{*bytes});
    }
}

void ScriptBridge::addToGroup(const QString& client, const QString& group)
{
    if (const auto bytes = utf8(group)) {
        perform(act::AddToGroup{idOf(client), *bytes});
    }
}

void ScriptBridge::sendToGroup(const QString& group, const QJSValue& payload)
{
    const auto to = utf8(group);
    if (const auto bytes = to ? bytesOf(payload) : std::nullopt) {
        perform(act::SendToGroup{*to, *bytes, !payload.isString()});
    }
}

void ScriptBridge::removeFromGroup(const QString& client, const QString& group)
{
    if (const auto bytes = utf8(group)) {
        perform(act::RemoveFromGroup{idOf(client), *bytes});
    }
}

void ScriptBridge::removeGroup(const QString& group)
{
    if (const auto bytes = utf8(group)) {
        perform(act::RemoveGroup{*bytes});
    }
}

void ScriptBridge::closeGroup(const QString& group)
{
    if (const auto bytes = utf8(group)) {
        perform(act::CloseGroup{*bytes});
    }
}

void ScriptBridge::invoke(const QString& controller, const QString& topic, const QString& data, bool allBut,
                          const QStringList& clients, const QJSValue& options)
{
    const auto topicBytes = utf8(topic);
    const auto dataBytes = topicBytes ? utf8(data) : std::nullopt;
    if (!dataBytes) {
        return;
    }
    act::Invoke wanted{controller.toUtf8(), *topicBytes, *dataBytes, allBut, {}};
    for (const QString& client : clients) {
        wanted.clients.append(idOf(client));
    }
    wanted.subscribers = options.property(u"subscribers"_s).toBool();
    wanted.acknowledged = options.property(u"acknowledged"_s).toBool();
    wanted.retained = options.property(u"retained"_s).toBool();
    if (const QJSValue blob = options.property(u"blob"_s); !blob.isUndefined()) {
        wanted.blob = bytesOf(blob);
    }
    perform(std::move(wanted));
}

void ScriptBridge::setProperty(const QString& client, const QString& name, const QString& value)
{
    const auto nameBytes = utf8(name);
    if (const auto valueBytes = nameBytes ? utf8(value) : std::nullopt) {
        perform(act::SetProperty{idOf(client), *nameBytes, *valueBytes});
    }
}

void ScriptBridge::log(int level, const QString& text)
{
    logSummary();
    if (const auto line = m_log.take(text, std::chrono::steady_clock::now())) {
        m_channel.send(
            services::from_script::Logged{static_cast<services::from_script::LogLevel>(level), *line});
        m_channel.flush(); // a script that hangs after it has told why
    }
}

void ScriptBridge::logSummary()
{
    if (const auto line = m_log.takeSummary(std::chrono::steady_clock::now())) {
        m_channel.send(services::from_script::Logged{services::from_script::LogLevel::Warning, *line});
        m_channel.flush();
    }
}

QString ScriptBridge::nearest(const QString& word, const QStringList& known) const
{
    return nearestWord(word, known);
}

} // namespace signalbox::scripts
