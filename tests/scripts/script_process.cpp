// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scripts/script_process.h"

#include "server/services/script_wire.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QFile>
#include <QtCore/QMetaEnum>

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace signalbox::tests {

namespace from_script = services::from_script;
namespace to_script = services::to_script;
namespace act = services::script_act;

namespace {

QString words(const char* verb, const QList<QByteArray>& parts)
{
    QString text = QString::fromLatin1(verb);
    for (const QByteArray& part : parts) {
        text += u' ' + QString::fromUtf8(part);
    }
    return text;
}

QByteArray content(const QByteArray& payload, bool binary)
{
    return binary ? "0x" + payload.toHex() : payload;
}

struct ActWords {
    QString operator()(const act::Send& a) const
    {
        return words("send", {a.client.text(), content(a.payload, a.binary)});
    }
    QString operator()(const act::Broadcast& a) const
    {
        return a.except.isNull() ? words("broadcast", {a.text})
                                 : words("broadcast", {a.text, "except", a.except.text()});
    }
    QString operator()(const act::Close& a) const
    {
        return words("close", {a.client.text(), QByteArray::number(a.code), a.reason});
    }
    QString operator()(const act::StoreConnection& a) const
    {
        return words("store", {a.name, a.client.text()});
    }
    QString operator()(const act::SendToStored& a) const
    {
        return words("send-to-stored", {a.name, content(a.payload, a.binary)});
    }
    QString operator()(const act::RemoveStored& a) const { return words("remove-stored", {a.name}); }
    QString operator()(const act::CloseStored& a) const { return words("close-stored", {a.name}); }
    QString operator()(const act::AddToGroup& a) const { return words("add", {a.client.text(), a.group}); }
    QString operator()(const act::SendToGroup& a) const
    {
        return words("send-to-group", {a.group, content(a.payload, a.binary)});
    }
    QString operator()(const act::RemoveFromGroup& a) const
    {
        return words("remove", {a.client.text(), a.group});
    }
    QString operator()(const act::RemoveGroup& a) const { return words("remove-group", {a.group}); }
    QString operator()(const act::Invoke& a) const
    {
        QByteArrayList to{a.allBut ? "to all" : "to"};
        if (a.allBut && !a.clients.isEmpty()) {
            to.append("but");
        }
        for (const ClientId client : a.clients) {
            to.append(client.text());
        }
        return words(a.subscribers ? "publish" : "invoke",
                     {a.controller, a.topic, a.data,
                      to.join(' ') + (a.acknowledged ? " acknowledged" : "") +
                          (a.retained ? " retained" : "") + (a.blob ? " " + content(*a.blob, true) : "")});
    }
    QString operator()(const act::SetProperty& a) const
    {
        return words("set", {a.client.text(), a.name, a.value});
    }
    QString operator()(const act::CloseGroup& a) const { return words("close-group", {a.group}); }
};

} // namespace

QString actText(const services::ScriptAct& act)
{
    return std::visit(ActWords(), act);
}

ScriptProcess::ScriptProcess(const QStringList& arguments)
{
    int pair[2] = {-1, -1};
    const int made = ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair);
    Q_ASSERT(made == 0);
    m_descriptor = pair[0];
    const int theirs = pair[1];
    m_process.setChildProcessModifier([theirs] {
        ::dup2(theirs, 3);
        ::dup2(theirs, 9); // a parent that forgets to close something
        if (theirs == 3) {
            ::fcntl(3, F_SETFD, 0);
        }
    });
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(SIGNALBOX_EXECUTABLE), QStringList(u"--script-host"_s) + arguments);
    m_process.waitForStarted();
    ::close(theirs);
}

ScriptProcess::~ScriptProcess()
{
    closeSocket();
    if (!m_process.waitForFinished(10'000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

void ScriptProcess::closeSocket()
{
    if (m_descriptor >= 0) {
        ::close(std::exchange(m_descriptor, -1));
    }
}

void ScriptProcess::post(const services::ToScript& message)
{
    postRaw(services::framed(services::toCbor(message)));
}

void ScriptProcess::postRaw(const QByteArray& bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const ssize_t count = ::send(m_descriptor, bytes.constData() + sent,
                                     static_cast<size_t>(bytes.size() - sent), MSG_NOSIGNAL);
        if (count < 0) {
            return; // it is gone, and next() will tell
        }
        sent += count;
    }
}

std::optional<services::FromScript> ScriptProcess::next(int milliseconds)
{
    const QDeadlineTimer deadline(milliseconds);
    while (true) {
        if (const std::optional<QByteArray> bytes = m_received.take()) {
            return services::fromCbor<services::FromScript>(*bytes);
        }
        pollfd socket{m_descriptor, POLLIN, 0};
        if (::poll(&socket, 1, static_cast<int>(deadline.remainingTime())) != 1) {
            return std::nullopt;
        }
        QByteArray bytes(64 * 1024, Qt::Uninitialized);
        const ssize_t count = ::recv(m_descriptor, bytes.data(), static_cast<size_t>(bytes.size()), 0);
        if (count <= 0) {
            return std::nullopt;
        }
        m_received.append(bytes.first(count));
    }
}

void ScriptProcess::note(const services::FromScript& message)
{
    if (const auto* tell = std::get_if<from_script::Tell>(&message)) {
        m_acts.append(actText(tell->act));
    } else if (const auto* ask = std::get_if<from_script::Ask>(&message)) {
        m_acts.append(u"? "_s + actText(ask->act));
    } else if (const auto* logged = std::get_if<from_script::Logged>(&message)) {
        const auto levels = QMetaEnum::fromType<from_script::LogLevel>();
        m_log.append(QString::fromLatin1(levels.valueToKey(static_cast<int>(logged->level))).toLower() +
                     u' ' + logged->text);
    }
}

std::optional<services::Declaration> ScriptProcess::load(const QByteArray& source, const QString& file,
                                                         const QList<services::ScriptClient>& clients)
{
    m_acts.clear();
    m_log.clear();
    post(to_script::Load{file, source, clients});
    while (const std::optional<services::FromScript> message = next()) {
        note(*message);
        if (const auto* failed = std::get_if<from_script::LoadFailed>(&*message)) {
            m_loadError = failed->error;
            return std::nullopt;
        }
        if (const auto* declared = std::get_if<from_script::Declared>(&*message)) {
            return declared->declaration;
        }
    }
    return std::nullopt;
}

std::optional<services::Declaration> ScriptProcess::loadExample(const QString& name)
{
    QFile file(QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/services/") + name);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    return load(file.readAll(), name);
}

std::optional<from_script::Done> ScriptProcess::call(const to_script::What& what, QStringList answers)
{
    m_acts.clear();
    m_log.clear();
    post(to_script::Call{++m_calls, what});
    while (const std::optional<services::FromScript> message = next()) {
        note(*message);
        if (std::holds_alternative<from_script::Ask>(*message)) {
            post(to_script::Answer{answers.isEmpty() ? QString() : answers.takeFirst()});
        }
        if (const auto* done = std::get_if<from_script::Done>(&*message)) {
            return done->number == m_calls ? std::optional(*done) : std::nullopt;
        }
    }
    return std::nullopt;
}

to_script::Opened opened(quint64 number, const QList<services::NamedText>& headers)
{
    return {{ClientId(number), "ann", "/test/websocket", "127.0.0.1:9"},
            {"GET", "/test/websocket", {{"id", "7"}}, headers, {}, {}}};
}

to_script::TextCame textCame(quint64 number, const QByteArray& text)
{
    return {ClientId(number), text};
}

to_script::ControllerOpened controllerOpened(quint64 number, const QList<services::NamedText>& properties)
{
    services::ScriptClient client{ClientId(number), "ann", "/", "127.0.0.1:9"};
    client.hasController = true;
    client.persistentId = "pi";
    client.properties = properties;
    return {client};
}

to_script::Closed closed(quint64 number)
{
    return {ClientId(number), 1001, "away"};
}

to_script::RequestCame requestCame(const services::ScriptResource& resource,
                                   const services::ScriptRequest& request)
{
    return {request, resource};
}

} // namespace signalbox::tests
