// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/from_script.h"
#include "server/services/message_framing.h"
#include "server/services/to_script.h"

#include <QtCore/QProcess>
#include <QtCore/QStringList>

#include <optional>
#include <vector>

namespace signalbox::tests {

/// A real script host, `signalbox --script-host`, with the test at the broker's end of the socket. What it
/// does not answer within ten seconds, it does not answer.
class ScriptProcess final {
public:
    explicit ScriptProcess(const QStringList& arguments = {});
    ~ScriptProcess();
    Q_DISABLE_COPY_MOVE(ScriptProcess)

    /// What the file declares; m_error tells why there is nothing.
    [[nodiscard]] std::optional<services::Declaration>
    load(const QByteArray& source, const QString& file = QStringLiteral("test.js"),
         const QList<services::ScriptClient>& clients = {});
    /// The same, of a file in resources/services.
    [[nodiscard]] std::optional<services::Declaration> loadExample(const QString& name);
    [[nodiscard]] const services::ScriptError& loadError() const { return m_loadError; }

    /// Runs it to its end. Each Ask is answered with the next of `answers`, or with none: it is done.
    [[nodiscard]] std::optional<services::from_script::Done> call(const services::to_script::What& what,
                                                                  QStringList answers = {});
    /// Without waiting for anything.
    void post(const services::ToScript& message);
    /// Bytes that need not be a message.
    void postRaw(const QByteArray& bytes);
    [[nodiscard]] std::optional<services::FromScript> next(int milliseconds = 10'000);

    /// What the last call, or the load, told and asked: "send c1 hello", "? close-group even".
    [[nodiscard]] const QStringList& acts() const { return m_acts; }
    /// What was logged meanwhile: "info hello".
    [[nodiscard]] const QStringList& log() const { return m_log; }

    void closeSocket();
    [[nodiscard]] QProcess& process() { return m_process; }

private:
    void note(const services::FromScript& message);

    int m_descriptor = -1;
    services::MessageFraming m_received;
    services::ScriptError m_loadError{};
    QStringList m_acts;
    QStringList m_log;
    quint64 m_calls = 0;
    QProcess m_process;
};

/// In the words of ScriptProcess::acts().
[[nodiscard]] QString actText(const services::ScriptAct& act);

// What comes to a script, of client `number`.
[[nodiscard]] services::to_script::Opened opened(quint64 number,
                                                 const QList<services::NamedText>& headers = {});
[[nodiscard]] services::to_script::TextCame textCame(quint64 number, const QByteArray& text);
[[nodiscard]] services::to_script::ControllerOpened
controllerOpened(quint64 number, const QList<services::NamedText>& properties = {});
[[nodiscard]] services::to_script::Closed closed(quint64 number);
[[nodiscard]] services::to_script::RequestCame requestCame(const services::ScriptResource& resource,
                                                           const services::ScriptRequest& request);

} // namespace signalbox::tests
