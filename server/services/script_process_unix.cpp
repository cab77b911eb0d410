// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/script_process.h"

#include "server/core/plain_text.h"
#include "server/services/script_wire.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace signalbox::services {

using namespace Qt::StringLiterals;

namespace {

constexpr int childDescriptor = 3;
constexpr qsizetype maxWords = 200; ///< of what it says when it cannot run

/// What the script host inherits: its socket, and where its errors go. All else is closed on exec.
class SpawnActions final {
public:
    SpawnActions(int socket, int errors)
    {
        posix_spawn_file_actions_init(&m_actions);
        posix_spawn_file_actions_addopen(&m_actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_addopen(&m_actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_adddup2(&m_actions, errors, STDERR_FILENO);
        posix_spawn_file_actions_adddup2(&m_actions, socket,
                                         childDescriptor); // where both are 3, it stays open
    }
    ~SpawnActions() { posix_spawn_file_actions_destroy(&m_actions); }
    Q_DISABLE_COPY_MOVE(SpawnActions)

    [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &m_actions; }

private:
    posix_spawn_file_actions_t m_actions{};
};

/// Waits for a process that has ended, or is about to.
int statusOf(pid_t process)
{
    int status = 0;
    while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
}

} // namespace

ScriptProcess::ScriptProcess(const ScriptProgram& program, Listener listener)
    : m_listener(std::move(listener))
{
    QObject::connect(&m_socket, &QLocalSocket::readyRead, &m_socket, [this] { read(); });
    QObject::connect(&m_socket, &QLocalSocket::disconnected, &m_socket, [this] { closed(); });
    std::array<int, 2> sockets{-1, -1};
    std::array<int, 2> errors{-1, -1};
    QString fault;
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets.data()) != 0 ||
        ::pipe2(errors.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
        fault = qt_error_string();
    } else {
        m_socket.setSocketDescriptor(sockets[0]);
        m_errors = errors[0];
        fault = start(program, {sockets[1], errors[1]});
    }
    ::close(sockets[1]);
    ::close(errors[1]);
    if (!fault.isEmpty()) { // told later: whoever makes it does not know it yet
        QMetaObject::invokeMethod(
            &m_socket, [this, fault] { end(u"it cannot be started: %1"_s.arg(fault)); },
            Qt::QueuedConnection);
    }
}

ScriptProcess::~ScriptProcess()
{
    m_socket.disconnect();
    m_socket.abort();
    if (m_process != 0) {
        ::kill(m_process, SIGKILL);
        statusOf(m_process);
    }
    if (m_errors >= 0) {
        ::close(m_errors);
    }
}

/// What is wrong; empty: it runs. posix_spawn, because a fork would copy the page tables of a large broker.
QString ScriptProcess::start(const ScriptProgram& program, const ChildEnds& ends)
{
    const SpawnActions actions(ends.socket, ends.errors);
    const QByteArray executable = program.executable.toLocal8Bit();
    QByteArrayList words{executable, "--script-host",
                         "--memory", QByteArray::number(program.limits.memoryBytes),
                         "--cpu",    QByteArray::number(static_cast<qint64>(program.limits.cpu.count()))};
    std::array<char*, 7> arguments{};
    for (qsizetype at = 0; at < words.size(); ++at) {
        arguments.at(static_cast<size_t>(at)) = words[at].data();
    }
    const int error =
        ::posix_spawn(&m_process, executable.constData(), actions.get(), nullptr, arguments.data(), environ);
    if (error != 0) {
        m_process = 0;
        return qt_error_string(error);
    }
    return {};
}

void ScriptProcess::send(const ToScript& message)
{
    m_socket.write(framed(toCbor(message)));
}

void ScriptProcess::kill(const QString& reason)
{
    m_killedFor = reason;
    if (m_process != 0) {
        ::kill(m_process, SIGKILL); // its socket closes then
    }
}

void ScriptProcess::read()
{
    m_framing.append(m_socket.readAll());
    while (const auto bytes = m_framing.take()) {
        if (m_hasEnded || !m_killedFor.isEmpty()) {
            return;
        }
        if (auto message = fromCbor<FromScript>(*bytes)) {
            m_listener.arrived(std::move(*message));
        } else {
            kill(u"it sent what cannot be understood"_s);
        }
    }
    if (m_framing.isBroken()) {
        kill(u"it sent what cannot be understood"_s);
    }
}

/// The process has closed its socket: it is ending, whatever it says.
void ScriptProcess::closed()
{
    read(); // its last words
    if (m_process == 0) {
        return;
    }
    const int status = statusOf(std::exchange(m_process, 0));
    if (!m_killedFor.isEmpty()) {
        end(m_killedFor);
    } else if (WIFSIGNALED(status)) {
        end(u"it crashed: %1"_s.arg(QString::fromLocal8Bit(::strsignal(WTERMSIG(status)))));
    } else {
        end(u"it ended with status %1%2"_s.arg(WEXITSTATUS(status)).arg(lastWords()));
    }
}

QString ScriptProcess::lastWords() const
{
    QByteArray words(maxWords, Qt::Uninitialized);
    const ssize_t length = ::read(m_errors, words.data(), static_cast<size_t>(words.size()));
    return length <= 0 ? QString() : u": "_s + printable(QByteArrayView(words).first(length).trimmed());
}

void ScriptProcess::end(const QString& reason)
{
    if (!std::exchange(m_hasEnded, true)) {
        m_listener.ended(reason);
    }
}

} // namespace signalbox::services
