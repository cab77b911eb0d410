// SPDX-License-Identifier: GPL-3.0-or-later
// Consoles that are attached from elsewhere, by a peer that says what it likes.
#include "server/broker/console_desk.h"

#include "server/remote/remote_link.h"
#include "tests/support/raw_peer.h"
#include "tests/support/running_broker.h"
#include "tests/support/test_registry.h"

#include <QtCore/QCborArray>
#include <QtCore/QCborMap>
#include <QtCore/QCborValue>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWebSockets/QWebSocket>
#include <QtWebSockets/QWebSocketHandshakeOptions>

using namespace signalbox;
using namespace Qt::StringLiterals;
namespace console = link::console;
using tests::RunningBroker;

namespace {

constexpr auto path = "/api/v1/console";

/// A WebSocket client that has the token.
class Console {
public:
    explicit Console(RunningBroker& broker)
    {
        QNetworkRequest request(broker.url(QLatin1String(path)));
        request.setRawHeader("Authorization", "Bearer secret");
        QWebSocketHandshakeOptions options;
        options.setSubprotocols({QLatin1String(console::subprotocol)});
        QObject::connect(&m_socket, &QWebSocket::binaryMessageReceived, &m_socket,
                         [this](const QByteArray& message) {
                             auto decoded = console::decodeReply(message);
                             m_replies.push_back(std::get<console::Reply>(decoded.message));
                         });
        m_socket.open(request, options);
    }

    void send(const QByteArray& bytes) { m_socket.sendBinaryMessage(bytes); }
    QWebSocket& socket() { return m_socket; }
    const std::vector<console::Reply>& replies() const { return m_replies; }

    /// The answer to the command with this number.
    std::optional<link::CommandAnswer::Result> answer(quint64 number) const
    {
        for (const console::Reply& reply : m_replies) {
            const auto* const event = std::get_if<link::Event>(&reply);
            const auto* const answer = event != nullptr ? std::get_if<link::CommandAnswer>(event) : nullptr;
            if (answer != nullptr && answer->command == number) {
                return answer->result;
            }
        }
        return std::nullopt;
    }

private:
    QWebSocket m_socket;
    std::vector<console::Reply> m_replies;
};

} // namespace

class ConsoleDeskTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_broker = std::make_unique<RunningBroker>(Settings{}, 2);
        m_broker->broker().setOperatorToken(OperatorToken("secret"));
    }
    void cleanup() { m_broker.reset(); }

    void greetsFirst()
    {
        Console one(*m_broker);
        QTRY_COMPARE(one.replies().size(), size_t(1));
        const auto greeting = std::get<console::Greeting>(one.replies()[0]);
        QCOMPARE(greeting.program, QByteArray("Signalbox"));
        QVERIFY(!greeting.run.isEmpty());
        Console other(*m_broker);
        QTRY_COMPARE(other.replies().size(), size_t(1));
        QCOMPARE(std::get<console::Greeting>(other.replies()[0]).run, greeting.run);
    }

    void refusesWhoMayNot_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<int>("status");
        const QByteArray upgrade =
            "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
        const QByteArray version = "Sec-WebSocket-Protocol: signalbox.console.v1\r\n";
        const QByteArray token = "Authorization: Bearer secret\r\n";
        QTest::newRow("no token") << upgrade + version << 401;
        QTest::newRow("a wrong token") << upgrade + version + "Authorization: Bearer other\r\n" << 401;
        QTest::newRow("no subprotocol") << upgrade + token << 400;
        QTest::newRow("another version")
            << upgrade + token + "Sec-WebSocket-Protocol: signalbox.console.v9\r\n"
            << 400;
        QTest::newRow("a foreign page") << upgrade + version + token + "Origin: https://shop.example\r\n"
                                        << 403;
        QTest::newRow("no handshake") << token << 426;
        QTest::newRow("in order") << upgrade + version + token << 101;
    }

    void refusesWhoMayNot()
    {
        QFETCH(QByteArray, headers);
        tests::RawPeer peer(m_broker->url({}));
        peer.request("GET", path, headers);
        QTRY_VERIFY(peer.status() != 0);
        QTEST(peer.status(), "status");
    }

    void closesOneThatDoesNotSpeakTheProtocol_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        QTest::newRow("text") << QByteArray("hello") << QByteArray() << 1003;
        QTest::newRow("garbage") << QByteArray() << QByteArray("\xff\x00garbage", 9) << 1007;
        QTest::newRow("half a message")
            << QByteArray() << console::encode(console::BatchesTaken{7}).chopped(1) << 1007;
    }

    void closesOneThatDoesNotSpeakTheProtocol()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, bytes);
        Console one(*m_broker);
        QTRY_COMPARE(one.replies().size(), size_t(1));
        text.isEmpty() ? one.socket().sendBinaryMessage(bytes)
                       : one.socket().sendTextMessage(QString::fromUtf8(text));
        QTRY_COMPARE(one.socket().state(), QAbstractSocket::UnconnectedState);
        QTEST(int(one.socket().closeCode()), "code");
    }

    void answersACommandOfANewerConsole()
    {
        Console one(*m_broker);
        QTRY_COMPARE(one.replies().size(), size_t(1));
        const QCborMap command{{0, 41}, {1, QCborArray{999, QCborMap{}}}};
        one.send(QCborValue(QCborArray{3, command}).toCbor());
        QTRY_VERIFY(one.answer(41).has_value());
        QCOMPARE(std::get<Error>(*one.answer(41)).code, QByteArray("command.not_supported"));
        one.send(QCborValue(QCborArray{77, QCborMap{}}).toCbor()); // no command: nothing to answer
        one.send(console::encode(console::NumberedCommand{42, link::SendMessage{R"({"action":"a"})"}}));
        QTRY_VERIFY(one.answer(42).has_value());
        QVERIFY(std::holds_alternative<Receipt>(*one.answer(42)));
    }

    void leavesTestClientsToTheWindowOfTheBroker()
    {
        Console one(*m_broker);
        QTRY_COMPARE(one.replies().size(), size_t(1));
        one.send(console::encode(console::NumberedCommand{1, link::ConnectTestClients{}}));
        QTRY_VERIFY(one.answer(1).has_value());
        QCOMPARE(std::get<Error>(*one.answer(1)).code, QByteArray("command.not_supported"));
    }

    void closesOneWhoseFilterHasAFault()
    {
        Console one(*m_broker);
        QTRY_COMPARE(one.replies().size(), size_t(1));
        one.send(console::encode(console::Attach{false, {true, false, u"opcod == text"_s}}));
        QTRY_COMPARE(one.socket().state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(int(one.socket().closeCode()), 1008);
        QCOMPARE(one.socket().closeReason(), u"filter.unknown_field"_s);
    }

    void isNoClientAndMakesNoFrames()
    {
        Console one(*m_broker);
        QTRY_COMPARE(one.replies().size(), size_t(1));
        one.send(console::encode(console::Attach{}));
        QTRY_VERIFY(one.replies().size() > 2);
        const auto everyone =
            std::get<link::Preview>(m_broker->ask(link::PreviewRecipients{{{RecipientType::All, {}}}}));
        QCOMPARE(everyone.clients, 0);
        QTRY_VERIFY(!m_broker->rows().empty());
        for (const link::FrameRow& row : m_broker->rows()) {
            QCOMPARE(row.kind, link::RowKind::OperatorAct);
            QVERIFY(row.text.startsWith("attach a console from 127.0.0.1:"));
        }
    }

    void answersOnlyTheOneThatAsked()
    {
        Console one(*m_broker);
        Console other(*m_broker);
        QTRY_COMPARE(one.replies().size(), size_t(1));
        QTRY_COMPARE(other.replies().size(), size_t(1));
        one.send(console::encode(console::NumberedCommand{5, link::SendMessage{R"({"action":"a"})"}}));
        QTRY_VERIFY(one.answer(5).has_value());
        other.send(console::encode(console::NumberedCommand{6, link::SendMessage{R"({"action":"a"})"}}));
        QTRY_VERIFY(other.answer(6).has_value());
        QVERIFY(!other.answer(5).has_value() && !one.answer(6).has_value());
    }

    void getsNoMoreBatchesThanItTakes()
    {
        Console one(*m_broker);
        QTRY_COMPARE(one.replies().size(), size_t(1));
        one.send(console::encode(console::Attach{false, {}}));
        QWebSocket echo;
        echo.open(m_broker->url(u"/echo"_s));
        QTRY_COMPARE(echo.state(), QAbstractSocket::ConnectedState);
        QSignalSpy back(&echo, &QWebSocket::textMessageReceived);
        for (int i = 0; i < 20; ++i) { // each in a batch of its own
            echo.sendTextMessage(QString::number(i));
            QTRY_COMPARE(back.count(), i + 1);
            QTest::qWait(40);
        }
        QCOMPARE(batches(one), 4);
        one.send(console::encode(console::BatchesTaken{4}));
        QTRY_COMPARE(rowsOf(one), 42); // handshake, act, and 20 messages there and back
    }

    void endsWithTheBroker()
    {
        Console one(*m_broker);
        QTRY_COMPARE(one.replies().size(), size_t(1));
        m_broker->broker().stop();
        QTRY_COMPARE(one.socket().state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(int(one.socket().closeCode()), 1001);
        QTRY_VERIFY(m_broker->hasStopped());
    }

private:
    static const link::FrameBatch* batchIn(const console::Reply& reply)
    {
        const auto* const event = std::get_if<link::Event>(&reply);
        const auto* const captured = event != nullptr ? std::get_if<link::FramesCaptured>(event) : nullptr;
        return captured != nullptr ? &captured->batch : nullptr;
    }
    static int batches(const Console& from)
    {
        return int(std::count_if(from.replies().begin(), from.replies().end(),
                                 [](const console::Reply& reply) { return batchIn(reply) != nullptr; }));
    }
    static int rowsOf(const Console& from)
    {
        size_t rows = 0;
        for (const console::Reply& reply : from.replies()) {
            if (const link::FrameBatch* const batch = batchIn(reply)) {
                rows += batch->rows.size();
            }
        }
        return int(rows);
    }

    std::unique_ptr<RunningBroker> m_broker;
};

SIGNALBOX_TEST(ConsoleDeskTest)
#include "console_desk_test.moc"
