// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/cbor_reader.h"
#include "server/link/cbor_writer.h"
#include "server/services/from_script.h"
#include "server/services/to_script.h"

namespace signalbox::link {

// The values of a script host over its socket pair. Both ends are of the same program.
#define SIGNALBOX_SCRIPT_WIRE(Value, ...)                                                                    \
    template <>                                                                                              \
    struct WireFields<services::Value> {                                                                     \
        using V = services::Value;                                                                           \
        static constexpr auto members = std::make_tuple(__VA_ARGS__);                                        \
    }

SIGNALBOX_SCRIPT_WIRE(NamedText, &V::name, &V::value);
SIGNALBOX_SCRIPT_WIRE(ScriptRequest, &V::method, &V::path, &V::query, &V::headers, &V::parameters, &V::body);
SIGNALBOX_SCRIPT_WIRE(ScriptResponse, &V::status, &V::headers, &V::body);
SIGNALBOX_SCRIPT_WIRE(ScriptError, &V::file, &V::line, &V::message, &V::stack);
SIGNALBOX_SCRIPT_WIRE(ScriptClient, &V::client, &V::user, &V::path, &V::address, &V::hasController,
                      &V::persistentId, &V::isBack, &V::properties);
SIGNALBOX_SCRIPT_WIRE(ScriptResource, &V::method, &V::path);
SIGNALBOX_SCRIPT_WIRE(Declaration, &V::basePath, &V::upgradePath, &V::controller, &V::subprotocol,
                      &V::resources, &V::handlers, &V::idleTimeout);

SIGNALBOX_SCRIPT_WIRE(to_script::Load, &V::file, &V::source, &V::clients);
SIGNALBOX_SCRIPT_WIRE(to_script::Opened, &V::client, &V::request);
SIGNALBOX_SCRIPT_WIRE(to_script::TextCame, &V::client, &V::text);
SIGNALBOX_SCRIPT_WIRE(to_script::BinaryCame, &V::client, &V::payload);
SIGNALBOX_SCRIPT_WIRE(to_script::PongCame, &V::client, &V::payload);
SIGNALBOX_SCRIPT_WIRE(to_script::IdleTimedOut, &V::client);
SIGNALBOX_SCRIPT_WIRE(to_script::Failed, &V::client, &V::what);
SIGNALBOX_SCRIPT_WIRE(to_script::Closed, &V::client, &V::code, &V::reason);
SIGNALBOX_SCRIPT_WIRE(to_script::RequestCame, &V::request, &V::resource);
SIGNALBOX_SCRIPT_WIRE(to_script::AuthorizationAsked, &V::client, &V::request);
SIGNALBOX_SCRIPT_WIRE(to_script::ControllerOpened, &V::client);
SIGNALBOX_SCRIPT_WIRE(to_script::ControllerReopened, &V::client);
SIGNALBOX_SCRIPT_WIRE(to_script::ControllerCalled, &V::client, &V::topic, &V::data, &V::blob);
SIGNALBOX_SCRIPT_WIRE(to_script::PropertySet, &V::client, &V::name, &V::value);
SIGNALBOX_SCRIPT_WIRE(to_script::ControllerClosed, &V::client);
SIGNALBOX_SCRIPT_WIRE(to_script::FrameCame, &V::payload, &V::binary);
SIGNALBOX_SCRIPT_WIRE(to_script::EncodingAsked, &V::message, &V::blob);
SIGNALBOX_SCRIPT_WIRE(to_script::Call, &V::number, &V::what);
SIGNALBOX_SCRIPT_WIRE(to_script::Answer, &V::error);

SIGNALBOX_SCRIPT_WIRE(script_act::Send, &V::client, &V::payload, &V::binary);
SIGNALBOX_SCRIPT_WIRE(script_act::Broadcast, &V::text, &V::except);
SIGNALBOX_SCRIPT_WIRE(script_act::Close, &V::client, &V::code, &V::reason);
SIGNALBOX_SCRIPT_WIRE(script_act::StoreConnection, &V::name, &V::client);
SIGNALBOX_SCRIPT_WIRE(script_act::SendToStored, &V::name, &V::payload, &V::binary);
SIGNALBOX_SCRIPT_WIRE(script_act::RemoveStored, &V::name);
SIGNALBOX_SCRIPT_WIRE(script_act::CloseStored, &V::name);
SIGNALBOX_SCRIPT_WIRE(script_act::AddToGroup, &V::client, &V::group);
SIGNALBOX_SCRIPT_WIRE(script_act::SendToGroup, &V::group, &V::payload, &V::binary);
SIGNALBOX_SCRIPT_WIRE(script_act::RemoveFromGroup, &V::client, &V::group);
SIGNALBOX_SCRIPT_WIRE(script_act::RemoveGroup, &V::group);
SIGNALBOX_SCRIPT_WIRE(script_act::CloseGroup, &V::group);

SIGNALBOX_SCRIPT_WIRE(script_act::Invoke, &V::controller, &V::topic, &V::data, &V::allBut, &V::clients,
                      &V::subscribers, &V::acknowledged, &V::retained, &V::blob);
SIGNALBOX_SCRIPT_WIRE(script_act::SetProperty, &V::client, &V::name, &V::value);

SIGNALBOX_SCRIPT_WIRE(from_script::Declared, &V::declaration);
SIGNALBOX_SCRIPT_WIRE(from_script::LoadFailed, &V::error);
SIGNALBOX_SCRIPT_WIRE(from_script::Tell, &V::act);
SIGNALBOX_SCRIPT_WIRE(from_script::Ask, &V::act);
SIGNALBOX_SCRIPT_WIRE(from_script::Logged, &V::level, &V::text);
SIGNALBOX_SCRIPT_WIRE(from_script::Done, &V::number, &V::error, &V::response, &V::took);

#undef SIGNALBOX_SCRIPT_WIRE

} // namespace signalbox::link

namespace signalbox::services {

template <typename Value>
[[nodiscard]] QByteArray toCbor(const Value& value)
{
    QByteArray bytes;
    link::CborWriter(&bytes).write(value);
    return bytes;
}

/// Nothing: it has another shape.
template <typename Value>
[[nodiscard]] std::optional<Value> fromCbor(const QByteArray& bytes)
{
    link::CborReader reader(bytes);
    Value value;
    reader.read(value);
    return reader.isWhole() && !reader.takeUnknown() ? std::optional<Value>(std::move(value)) : std::nullopt;
}

} // namespace signalbox::services
