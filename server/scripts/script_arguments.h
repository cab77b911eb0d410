// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/to_script.h"

#include <QtQml/QJSValue>

class QJSEngine;

namespace signalbox::scripts {

/// What api.js is called with for each thing that comes: a name, a client, and up to three values.
///
/// Main thread; lives for one call.
class ScriptArguments final {
public:
    explicit ScriptArguments(QJSEngine& engine)
        : m_engine(engine)
    {
    }

    [[nodiscard]] QJSValueList operator()(const services::to_script::Opened& what);
    [[nodiscard]] QJSValueList operator()(const services::to_script::TextCame& what);
    [[nodiscard]] QJSValueList operator()(const services::to_script::BinaryCame& what);
    [[nodiscard]] QJSValueList operator()(const services::to_script::PongCame& what);
    [[nodiscard]] QJSValueList operator()(const services::to_script::IdleTimedOut& what);
    [[nodiscard]] QJSValueList operator()(const services::to_script::Failed& what);
    [[nodiscard]] QJSValueList operator()(const services::to_script::Closed& what);
    [[nodiscard]] QJSValueList operator()(const services::to_script::RequestCame& what);
    [[nodiscard]] QJSValueList operator()(const services::to_script::AuthorizationAsked& what);
    [[nodiscard]] QJSValueList operator()(const services::to_script::ControllerOpened& what);
    [[nodiscard]] QJSValueList operator()(const services::to_script::ControllerReopened& what);
    [[nodiscard]] QJSValueList operator()(const services::to_script::ControllerCalled& what);
    [[nodiscard]] QJSValueList operator()(const services::to_script::PropertySet& what);
    [[nodiscard]] QJSValueList operator()(const services::to_script::ControllerClosed& what);
    [[nodiscard]] QJSValueList operator()(const services::to_script::FrameCame& what);
    [[nodiscard]] QJSValueList operator()(const services::to_script::EncodingAsked& what);

    /// A client that was there before the file was loaded anew.
    [[nodiscard]] QJSValueList known(const services::ScriptClient& client);

private:
    [[nodiscard]] QJSValue clientValue(const services::ScriptClient& client);
    [[nodiscard]] QJSValue requestValue(const services::ScriptRequest& request);
    [[nodiscard]] QJSValue listValue(const QList<services::NamedText>& texts);
    [[nodiscard]] QJSValue bytesValue(const std::optional<QByteArray>& bytes);

    QJSEngine& m_engine;
};

} // namespace signalbox::scripts
