// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/upgrader.h"

#include "server/transport/listener.h"
#include "server/transport/upgrade_socket.h"
#include "tests/support/stream_listener.h"
#include "tests/support/test_registry.h"

#include <QtCore/QRegularExpression>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::transport;
using signalbox::tests::StreamListener;

namespace {

/// The handshake of the talk on RFC 6455, and the answer that it shows.
const QByteArray handshake = "GET /mychat HTTP/1.1\r\n"
                             "Host: server.example.com\r\n"
                             "Upgrade: websocket\r\n"
                             "Connection: Upgrade\r\n"
                             "Sec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==\r\n"
                             "Sec-WebSocket-Protocol: chat\r\n"
                             "Sec-WebSocket-Version: 13\r\n"
                             "Origin: http://example.com\r\n\r\n";
const QByteArray accept = "Sec-WebSocket-Accept: HSmrc0sMlYUkAGmm5OPpG2HaGWk=";

} // namespace

/// A listener and an upgrader over real sockets: every connection is upgraded to subprotocol `chat`.
class UpgraderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<StreamChoice>("choice");
        QTest::newRow("directly") << StreamChoice::Auto;
        QTest::newRow("through Qt") << StreamChoice::Qt;
    }

    void init()
    {
        QFETCH_GLOBAL(StreamChoice, choice);
        m_upgraded.clear();
        m_atUpgrade = nullptr;
        m_owner = {};
        m_upgrader = std::make_unique<Upgrader>(choice);
        m_listener = std::make_unique<Listener>([this](qintptr descriptor) { upgradeWhenReady(descriptor); });
        QVERIFY(m_listener->open(QHostAddress::LocalHost, 0).ok());
        m_client = std::make_unique<QTcpSocket>();
        m_client->connectToHost(QHostAddress::LocalHost, m_listener->serverPort());
        QTRY_COMPARE(m_client->state(), QAbstractSocket::ConnectedState);
    }

    void answersTheHandshakeOfTheTalk()
    {
        m_client->write(handshake);
        const QByteArray answer = readAnswer();
        QVERIFY2(answer.startsWith("HTTP/1.1 101 "), answer);
        QVERIFY2(answer.contains(accept), answer);
        QVERIFY2(answer.contains("Sec-WebSocket-Protocol: chat\r\n"), answer);
        QCOMPARE(m_upgraded.front().answer, answer);
    }

    void takesTheAccessControlHeaderOut()
    {
        m_client->write(handshake);
        const QByteArray answer = readAnswer();
        QVERIFY2(!answer.toLower().contains("access-control"), answer);
        QVERIFY2(!answer.contains("example.com"), answer);
        QVERIFY2(answer.startsWith("HTTP/1.1 101 ") && answer.endsWith("\r\n\r\n"), answer);
        QVERIFY2(answer.contains("\r\nServer: ") && answer.contains("\r\nDate: "), answer); // round them
        QCOMPARE(answer.count("\r\n\r\n"), 1);
    }

    void keepsBytesThatCameInTheSegmentOfTheHandshake()
    {
        m_client->write(handshake + "first frame");
        readAnswer();
        QTRY_COMPARE(m_upgraded.size(), size_t(1));
        QCOMPARE(readAll(*m_upgraded.front().stream), QByteArray("first frame"));
    }

    void readsWhatComesLater()
    {
        m_client->write(handshake);
        readAnswer();
        ByteStream& stream = *m_upgraded.front().stream;
        QByteArray read;
        m_owner.readable = [&] { read += readAll(stream); };
        stream.setOwner(m_owner);
        m_client->write("later");
        QTRY_COMPARE(read, QByteArray("later"));
    }

    void writesPiecesInOrderAndCountsWhatWaits()
    {
        m_client->write(handshake);
        readAnswer();
        ByteStream& stream = *m_upgraded.front().stream;
        stream.setOwner(m_owner);
        const std::vector<QByteArrayView> pieces{"one ", "two ", "three"};
        QCOMPARE(stream.write(pieces), 13);
        QCOMPARE(stream.unsentBytes(), 0);
        QTRY_COMPARE(m_client->bytesAvailable(), 13);
        QCOMPARE(m_client->readAll(), QByteArray("one two three"));
    }

    void acceptsNoMoreThanItsShareForAPeerThatDoesNotRead()
    {
        m_client->setReadBufferSize(1);
        m_client->write(handshake);
        QTRY_COMPARE(m_upgraded.size(), size_t(1));
        ByteStream& stream = *m_upgraded.front().stream;
        stream.setOwner(m_owner);
        const QByteArray block(1024 * 1024, 'x');
        qsizetype accepted = 0;
        const std::vector<QByteArrayView> pieces{block};
        for (int i = 0; i < 64; ++i) {
            accepted += stream.write(pieces);
        }
        QVERIFY(accepted < 64 * block.size());
        QCOMPARE(stream.write(pieces), 0);
        QVERIFY(stream.unsentBytes() <= 64 * 1024 + block.size());
    }

    void finishesWritingAndGoesOnReading()
    {
        m_client->write(handshake);
        readAnswer();
        ByteStream& stream = *m_upgraded.front().stream;
        bool ended = false;
        m_owner.readable = [&] { std::ignore = readAll(stream); };
        m_owner.ended = [&] { ended = true; };
        stream.setOwner(m_owner);
        const std::vector<QByteArrayView> pieces{"bye"};
        QCOMPARE(stream.write(pieces), 3);
        stream.finishWriting();
        QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(m_client->readAll(), QByteArray("bye"));
        QTRY_VERIFY(ended);
    }

    void abortsWithoutACloseFrameOfQts()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_client->write(handshake);
        readAnswer();
        m_owner.ended = [] { QFAIL("nothing follows abort()"); };
        m_upgraded.front().stream->setOwner(m_owner);
        m_upgraded.front().stream->abort();
        m_upgraded.clear();
        QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(m_client->readAll(), QByteArray());
    }

    void saysSoWhenTheConnectionBreaksBefore()
    {
        m_client->write("GET / HTTP/1.1\r\n\r\n"); // the upgrade begins, and QWebSocketServer refuses it
        QTRY_COMPARE(m_upgraded.size(), size_t(1));
        QVERIFY(m_upgraded.front().stream == nullptr);
    }

    void saysOnceThatTheConnectionBrokeBeforeQtLooked()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_atUpgrade = [](UpgradeSocket& socket) {
            socket.disconnectFromHost();
        }; // its request stays readable
        m_client->write(handshake);
        QTRY_COMPARE(m_upgraded.size(), size_t(1));
        QVERIFY(m_upgraded.front().stream == nullptr);
        QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(m_upgraded.size(), size_t(1));
    }

private:
    void upgradeWhenReady(qintptr descriptor)
    {
        auto socket = std::make_unique<UpgradeSocket>();
        socket->setSocketDescriptor(descriptor);
        UpgradeSocket* const raw = socket.release();
        connect(raw, &QIODevice::readyRead, m_upgrader.get(), [this, raw] {
            const qsizetype end = raw->peek(4096).indexOf("\r\n\r\n");
            if (end >= 0) {
                raw->disconnect(m_upgrader.get());
                m_upgrader->upgrade(
                    std::unique_ptr<UpgradeSocket>(raw), end + 4, "chat",
                    [this](Upgrader::Upgraded upgraded) { m_upgraded.push_back(std::move(upgraded)); });
                if (m_atUpgrade) {
                    m_atUpgrade(*raw);
                }
            }
        });
    }

    QByteArray readAnswer()
    {
        QByteArray answer;
        [&] {
            QTRY_VERIFY((answer += m_client->readAll()).contains("\r\n\r\n"));
            QTRY_COMPARE(m_upgraded.size(), size_t(1));
        }();
        return answer;
    }

    static QByteArray readAll(ByteStream& stream)
    {
        std::array<char, 1024> buffer{};
        QByteArray all;
        while (const qsizetype count = stream.read(buffer)) {
            all.append(buffer.data(), count);
        }
        return all;
    }

    std::function<void(UpgradeSocket&)> m_atUpgrade; ///< right after upgrade()
    std::unique_ptr<Upgrader> m_upgrader;
    std::unique_ptr<Listener> m_listener;
    std::unique_ptr<QTcpSocket> m_client;
    StreamListener m_owner; // of a stream, and outlives it
    std::vector<Upgrader::Upgraded> m_upgraded;
};

SIGNALBOX_TEST(UpgraderTest)
#include "upgrader_test.moc"
