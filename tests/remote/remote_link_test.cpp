// SPDX-License-Identifier: GPL-3.0-or-later
// The remote end of the link, with a real broker that comes and goes.
#include "server/remote/remote_link.h"

#include "tests/support/link_recorder.h"
#include "tests/support/running_broker.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>
#include <QtWebSockets/QWebSocket>
#include <QtWebSockets/QWebSocketServer>

using namespace signalbox;
using namespace Qt::StringLiterals;
using tests::LinkRecorder;
using tests::RunningBroker;

namespace {

remote::RemoteLink::Options optionsFor(const QUrl& url, const QByteArray& token = "secret")
{
    remote::RemoteLink::Options options;
    options.url = url;
    options.token = [token] { return Result<QByteArray>(token); };
    return options;
}

std::unique_ptr<RunningBroker> brokerWithToken(quint16 port = 0)
{
    auto broker = std::make_unique<RunningBroker>(Settings{}, 1, RunningBroker::Attach::No, QString(), port);
    broker->broker().setOperatorToken(OperatorToken("secret"));
    return broker;
}

QByteArray code(const link::CommandAnswer::Result& answer)
{
    const auto* const error = std::get_if<Error>(&answer);
    return error != nullptr ? error->code : QByteArray();
}

} // namespace

namespace {

/// Until capture has the rows.
void pushBoth(RunningBroker& broker)
{
    LinkRecorder local(broker.link());
    (void)local.ask(link::SendMessage{R"({"action":"no"})"});
    (void)local.ask(link::SendMessage{R"({"action":"yes"})"});
}

} // namespace

class RemoteLinkTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhenItIsThere()
    {
        const auto broker = brokerWithToken();
        remote::RemoteLink remote(optionsFor(broker->url({})));
        LinkRecorder heard(remote);
        remote.open();
        QTRY_VERIFY(heard.last<link::LinkOpened>() != nullptr);
        QVERIFY(!heard.last<link::LinkOpened>()->run.isEmpty());
        QVERIFY(!heard.last<link::LinkOpened>()->version.isEmpty());
    }

    void givesUpWhenTheFirstAttemptFails_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<bool>("isThere");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("a wrong token") << QByteArray("other") << true << QByteArray("link.token_refused");
        QTest::newRow("nobody there") << QByteArray("secret") << false << QByteArray("link.not_connected");
    }

    void givesUpWhenTheFirstAttemptFails()
    {
        QFETCH(QByteArray, token);
        QFETCH(bool, isThere);
        const auto broker = brokerWithToken();
        remote::RemoteLink remote(optionsFor(isThere ? broker->url({}) : QUrl(u"ws://127.0.0.1:1"_s), token));
        LinkRecorder heard(remote);
        remote.open();
        QTRY_VERIFY(heard.last<link::LinkLost>() != nullptr);
        QTEST(heard.last<link::LinkLost>()->error.code, "code");
        QVERIFY(heard.last<link::LinkLost>()->retryIn.count() < 0);
    }

    void saysWhatIsWrongWithTheToken()
    {
        remote::RemoteLink::Options options = optionsFor(QUrl(u"ws://127.0.0.1:1"_s));
        options.token = [] { return Result<QByteArray>(Error{"token.not_found", u"No token."_s}); };
        remote::RemoteLink remote(options);
        LinkRecorder heard(remote);
        remote.open();
        QTRY_VERIFY(heard.last<link::LinkLost>() != nullptr);
        QCOMPARE(heard.last<link::LinkLost>()->error.code, QByteArray("token.not_found"));
    }

    void comesBackAndBeginsAnew()
    {
        auto broker = brokerWithToken();
        const QUrl url = broker->url({});
        remote::RemoteLink remote(optionsFor(url));
        LinkRecorder heard(remote);
        remote.attach(); // before it is there
        remote.open();
        QTRY_VERIFY(heard.last<link::Statistics>() != nullptr);
        const QByteArray run = heard.last<link::LinkOpened>()->run;
        broker.reset();
        QTRY_VERIFY(heard.last<link::LinkLost>() != nullptr);
        QVERIFY(heard.last<link::LinkLost>()->retryIn.count() > 0);
        QCOMPARE(code(heard.ask(link::StopListening{})), QByteArray("link.not_connected"));
        broker = brokerWithToken(static_cast<quint16>(url.port()));
        QTRY_VERIFY_WITH_TIMEOUT(heard.last<link::LinkOpened>()->run != run, 20'000);
        const size_t events = heard.events().size();
        QTRY_VERIFY(heard.events().size() > events); // it is attached again
    }

    void itsFilterHoldsFromTheFirstRowOnAndAfterTheBrokerCameBack()
    {
        auto broker = brokerWithToken();
        const QUrl url = broker->url({});
        remote::RemoteLink remote(optionsFor(url));
        LinkRecorder heard(remote);
        remote.attach({false, {true, true, u"action == \"yes\""_s}});
        remote.open();
        QTRY_VERIFY(remote.isOpen());
        pushBoth(*broker);
        QTRY_VERIFY(!heard.rows().empty());
        broker.reset();
        QTRY_VERIFY(heard.last<link::LinkLost>() != nullptr);
        const size_t before = heard.rows().size();
        broker = brokerWithToken(static_cast<quint16>(url.port()));
        broker->link().attach(); // somebody looks at frames before the link is there again
        pushBoth(*broker);
        QVERIFY(!remote.isOpen());
        QTRY_VERIFY_WITH_TIMEOUT(heard.rows().size() > before, 20'000); // those that were kept come first
        pushBoth(*broker);
        QTRY_VERIFY(heard.rows().size() > before + 1);
        for (const link::FrameRow& row : heard.rows()) {
            QCOMPARE(row.action, QByteArray("yes"));
            QVERIFY(row.payload.contains("yes"));
        }
    }

    void givesUpWhenItsFilterIsNotUnderstood()
    {
        const auto broker = brokerWithToken();
        remote::RemoteLink remote(optionsFor(broker->url({})));
        LinkRecorder heard(remote);
        remote.attach({false, {true, false, u"opcod == text"_s}});
        remote.open();
        QTRY_VERIFY(heard.last<link::LinkLost>() != nullptr);
        QVERIFY(heard.last<link::LinkLost>()->retryIn.count() < 0);
        QVERIFY(heard.last<link::LinkLost>()->error.message.contains(u"filter.unknown_field"_s));
    }

    void answersWhatTheBrokerDidNotAnswer()
    {
        auto broker = brokerWithToken();
        remote::RemoteLink remote(optionsFor(broker->url({})));
        LinkRecorder heard(remote);
        remote.open();
        QTRY_VERIFY(remote.isOpen());
        broker.reset(); // this end has not noticed
        QCOMPARE(code(heard.ask(link::StopListening{})), QByteArray("link.lost"));
    }

    void changesNothingWhenItOnlyLooks()
    {
        const auto broker = brokerWithToken();
        remote::RemoteLink::Options options = optionsFor(broker->url({}));
        options.readOnly = true;
        remote::RemoteLink remote(options);
        LinkRecorder heard(remote);
        remote.open();
        QTRY_VERIFY(remote.isOpen());
        QCOMPARE(code(heard.ask(link::SendMessage{R"({"action":"a"})"})), QByteArray("link.read_only"));
        QCOMPARE(code(heard.ask(link::StopListening{})), QByteArray("link.read_only"));
        QVERIFY(std::holds_alternative<link::Preview>(heard.ask(link::PreviewRecipients{})));
    }

    void endsWithSomethingThatIsNoBroker_data()
    {
        QTest::addColumn<bool>("speaks");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("without the subprotocol") << false << QByteArray("link.version");
        QTest::newRow("with garbage in it") << true << QByteArray("link.version");
    }

    void endsWithSomethingThatIsNoBroker()
    {
        QFETCH(bool, speaks);
        QWebSocketServer server(u"other"_s, QWebSocketServer::NonSecureMode);
        if (speaks) {
            server.setSupportedSubprotocols({QLatin1String(link::console::subprotocol)});
        }
        QVERIFY(server.listen(QHostAddress::LocalHost));
        std::unique_ptr<QWebSocket> accepted;
        connect(&server, &QWebSocketServer::newConnection, &server, [&] {
            accepted.reset(server.nextPendingConnection());
            accepted->sendBinaryMessage("garbage");
        });
        remote::RemoteLink remote(optionsFor(server.serverUrl()));
        LinkRecorder heard(remote);
        remote.open();
        QTRY_VERIFY(heard.last<link::LinkLost>() != nullptr);
        QTEST(heard.last<link::LinkLost>()->error.code, "code");
    }
};

SIGNALBOX_TEST(RemoteLinkTest)
#include "remote_link_test.moc"
