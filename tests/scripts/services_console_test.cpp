// SPDX-License-Identifier: GPL-3.0-or-later
// What the window sees of real services, and does to them: a whole broker, scripts in processes of their own.
#include "server/broker/services_actor.h"

#include "server/broker/broker.h"
#include "tests/support/link_recorder.h"
#include "tests/support/test_registry.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWebSockets/QWebSocket>

#include <algorithm>

using namespace signalbox;
using namespace signalbox::tests;
using namespace Qt::StringLiterals;
using link::ServiceState;

namespace {

constexpr int patience = 30'000;
const QByteArray echo = "console.log('hello'); service({ basePath: 'a', upgradePath: 'ws',\n"
                        "onTextMessage(client, text) {\n"
                        "if (text === 'throw') throw new Error('on purpose');\n"
                        "if (text === 'hang') for (;;) {}\n"
                        "client.sendText(text); }, resources: { 'GET /x/{id}': () => 'x' } })";

} // namespace

class ServicesConsoleTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        write(u"a.js"_s, echo);
        write(u"bad.js"_s, "\n\nlet x = ;");
        start();
    }
    void cleanup()
    {
        m_recorder.reset();
        m_broker.reset();
    }

    void tellsWhatThereIs()
    {
        await("a.js", ServiceState::Running);
        await("bad.js", ServiceState::Broken);
        const link::ServiceInfo service = *info("a.js");
        QCOMPARE(service.basePath + service.upgradePath, QByteArray("/a/ws"));
        QCOMPARE(service.resources, (QList<link::ServiceResource>{{"GET", "/x/{id}"}}));
        QCOMPARE(info("bad.js")->lastError->line, 3);
        const auto* const changed = m_recorder->last<link::ServicesChanged>();
        QCOMPARE(changed->folder, QDir(m_folder->path()).absolutePath());
        QVERIFY(changed->folderExists);
        QVERIFY(changed->examples.contains("chat.js"));
        QTRY_VERIFY_WITH_TIMEOUT(hasLogged(u"hello"_s), patience);
    }

    void countsClientsCallsAndErrors()
    {
        await("a.js", ServiceState::Running);
        QWebSocket client;
        connectTo(client);
        client.sendTextMessage(u"one"_s);
        client.sendTextMessage(u"throw"_s);
        QTRY_VERIFY_WITH_TIMEOUT(info("a.js")->errors == 1, patience);
        const link::ServiceInfo service = *info("a.js");
        QCOMPARE(service.clients, qint64(1));
        QVERIFY(service.calls >= 2);
        QVERIFY(service.times.calls >= 2 && service.times.longest >= service.times.median);
        QCOMPARE(service.lastError->file, u"a.js"_s);
        QCOMPARE(service.lastError->line, 3);
        QVERIFY(service.lastError->message.contains(u"on purpose"_s));
    }

    void disablesAServiceUntilItIsEnabledAgain()
    {
        await("a.js", ServiceState::Running);
        QVERIFY(isDone(link::SetServiceEnabled{"a.js", false}));
        await("a.js", ServiceState::DisabledByOperator);
        write(u"a.js"_s, echo + " // another text");
        write(u"new.js"_s, "service({ basePath: 'b', upgradePath: 'ws' })");
        await("new.js", ServiceState::Running); // the folder was read
        QCOMPARE(info("a.js")->state, ServiceState::DisabledByOperator);
        QCOMPARE(refusal(link::ReloadService{"a.js"}), QByteArray("service.disabled"));
        QVERIFY(isDone(link::SetServiceEnabled{"a.js", true}));
        await("a.js", ServiceState::Running);
        QVERIFY(isDone(link::ReloadService{"a.js"}));
        const auto hasRow = [this](const QByteArray& text) {
            return std::ranges::any_of(m_recorder->rows(),
                                       [&](const link::FrameRow& row) { return row.text == text; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(hasRow("disable service a.js") && hasRow("enable service a.js"), patience);
    }

    void showsThatStrikesHaveDisabledIt()
    {
        await("a.js", ServiceState::Running);
        for (int strike = 0; strike < 3; ++strike) {
            QWebSocket client;
            connectTo(client);
            const quint64 before = info("a.js")->errors;
            client.sendTextMessage(u"hang"_s);
            QTRY_VERIFY_WITH_TIMEOUT(info("a.js")->errors > before, patience);
            QTRY_VERIFY_WITH_TIMEOUT(info("a.js")->state == ServiceState::Running ||
                                         info("a.js")->state == ServiceState::DisabledByStrikes,
                                     patience);
        }
        await("a.js", ServiceState::DisabledByStrikes);
        QVERIFY(info("a.js")->lastError->message.contains(u"200 ms"_s));
        QTRY_VERIFY_WITH_TIMEOUT(hasLogged(u"is disabled"_s), patience);
        QVERIFY(isDone(link::SetServiceEnabled{"a.js", true}));
        await("a.js", ServiceState::Running);
    }

    void addsAnExample()
    {
        QVERIFY(isDone(link::AddExampleService{"echo_server.js"}));
        await("echo_server.js", ServiceState::Running);
        QCOMPARE(refusal(link::AddExampleService{"echo_server.js"}), QByteArray("service.exists"));
    }

    void refusesWhatIsNotThere()
    {
        QCOMPARE(refusal(link::SetServiceEnabled{"no.js", true}), QByteArray("service.not_found"));
        QCOMPARE(refusal(link::ReloadService{"no.js"}), QByteArray("service.not_found"));
        QCOMPARE(refusal(link::AddExampleService{"no.js"}), QByteArray("service.no_example"));
    }

    void tellsTheWholeStoryToAWindowThatComesLater()
    {
        await("a.js", ServiceState::Running);
        m_broker->link().detach();
        LinkRecorder later(m_broker->link());
        m_broker->link().attach();
        QTRY_VERIFY_WITH_TIMEOUT(later.last<link::ServicesLogged>() != nullptr, patience);
        const auto* const logged = later.last<link::ServicesLogged>();
        QVERIFY(logged->whole);
        QVERIFY(std::ranges::any_of(logged->lines, [](const link::ServiceLogLine& line) {
            return line.text == u"hello"_s && !line.ofBroker;
        }));
    }

private:
    void start()
    {
        Settings settings;
        settings.listener.addresses = {{QHostAddress(QHostAddress::LocalHost), 0}};
        settings.threads.workers = 1;
        settings.services.callTimeout = std::chrono::milliseconds(200);
        m_broker = std::make_unique<broker::Broker>(
            settings, QString(),
            broker::ServicePlace{m_folder->path(), QStringLiteral(SIGNALBOX_EXECUTABLE)});
        m_recorder = std::make_unique<LinkRecorder>(m_broker->link());
        m_broker->link().attach();
        m_broker->start();
    }
    void write(const QString& name, const QByteArray& source)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(source);
    }
    [[nodiscard]] const link::ServiceInfo* info(const QByteArray& file) const
    {
        const auto* const changed = m_recorder->last<link::ServicesChanged>();
        if (changed == nullptr) {
            return nullptr;
        }
        const auto found = std::ranges::find(changed->services, file, &link::ServiceInfo::file);
        return found == changed->services.end() ? nullptr : &*found;
    }
    void await(const QByteArray& file, ServiceState state)
    {
        QTRY_VERIFY_WITH_TIMEOUT(info(file) != nullptr && info(file)->state == state, patience);
    }
    [[nodiscard]] bool hasLogged(const QString& part) const
    {
        return std::ranges::any_of(m_recorder->events(), [&part](const link::Event& event) {
            const auto* const logged = std::get_if<link::ServicesLogged>(&event);
            return logged != nullptr &&
                   std::ranges::any_of(logged->lines, [&part](const link::ServiceLogLine& line) {
                       return line.text.contains(part);
                   });
        });
    }
    void connectTo(QWebSocket& client)
    {
        QTRY_VERIFY_WITH_TIMEOUT(!m_recorder->url().isEmpty(), patience);
        QSignalSpy connected(&client, &QWebSocket::connected);
        client.open(QUrl(QString::fromLatin1(m_recorder->url()) + u"/a/ws"_s));
        QVERIFY(connected.wait(patience));
    }
    [[nodiscard]] bool isDone(const link::Command& command)
    {
        return std::holds_alternative<link::CommandAnswer::Done>(m_recorder->ask(command));
    }
    [[nodiscard]] QByteArray refusal(const link::Command& command)
    {
        const auto answer = m_recorder->ask(command);
        const auto* const error = std::get_if<Error>(&answer);
        return error != nullptr ? error->code : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<broker::Broker> m_broker;
    std::unique_ptr<LinkRecorder> m_recorder;
};

SIGNALBOX_TEST(ServicesConsoleTest)
#include "services_console_test.moc"
