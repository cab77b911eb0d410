// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/scripts/log_limit.h"
#include "server/services/script_acts.h"

#include <QtCore/QObject>
#include <QtQml/QJSValue>

class QJSEngine;

namespace signalbox::scripts {

class HostChannel;

/// What api.js can do outside the engine: no script ever gets hold of it. A fault is thrown into the script.
///
/// Texts and names come as strings, bytes as ArrayBuffer, clients as their id's text.
class ScriptBridge final : public QObject {
    Q_OBJECT

public:
    ScriptBridge(HostChannel& channel, QJSEngine& engine);

    Q_INVOKABLE void send(const QString& client, const QJSValue& payload);
    Q_INVOKABLE void broadcast(const QJSValue& text, const QString& except);
    Q_INVOKABLE void close(const QString& client, int code, const QString& reason);
    Q_INVOKABLE void storeConnection(const QString& name, const QString& client);
    Q_INVOKABLE void sendToStored(const QString& name, const QJSValue& payload);
    Q_INVOKABLE void removeStored(const QString& name);
    Q_INVOKABLE void closeStored(const QString& name);
    Q_INVOKABLE void addToGroup(const QString& client, const QString& group);
    Q_INVOKABLE void sendToGroup(const QString& group, const QJSValue& payload);
    Q_INVOKABLE void removeFromGroup(const QString& client, const QString& group);
    Q_INVOKABLE void removeGroup(const QString& group);
    Q_INVOKABLE void closeGroup(const QString& group);
    /// Of these clients' ids, or all but these. `options`: subscribers, acknowledged, retained, blob.
    Q_INVOKABLE void invoke(const QString& controller, const QString& topic, const QString& data, bool allBut,
                            const QStringList& clients, const QJSValue& options);
    Q_INVOKABLE void setProperty(const QString& client, const QString& name, const QString& value);

    /// 0 debug, 1 info, 2 warning, 3 error.
    Q_INVOKABLE void log(int level, const QString& text);
    /// The word that was meant; empty: none is near.
    Q_INVOKABLE QString nearest(const QString& word, const QStringList& known) const;

    /// Logs how many lines were left out, once their second is over.
    void logSummary();
    [[nodiscard]] const LogLimit& logLimit() const { return m_log; }

private:
    /// Sends it; waits for the broker's answer when the act may fail.
    void perform(services::ScriptAct act);
    void fail(const QString& message);
    /// UTF-8. Nothing: it has a lone surrogate, or is too long; the script was told.
    [[nodiscard]] std::optional<QByteArray> utf8(const QString& text);
    [[nodiscard]] std::optional<QByteArray> bytesOf(const QJSValue& payload);

    HostChannel& m_channel;
    QJSEngine& m_engine;
    LogLimit m_log;
};

} // namespace signalbox::scripts
