// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/socket_stream.h"

#include "tests/support/test_registry.h"

#include <QtNetwork/QTcpServer>
#include <QtTest/QTest>
#include <QtWebSockets/QWebSocket>

using namespace signalbox::transport;

/// A stream over one end of a connection, and a peer at the other.
class SocketStreamTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_readable = m_writable = m_ended = 0;
        QVERIFY(m_server.listen(QHostAddress::LocalHost));
        auto socket = std::make_unique<UpgradeSocket>();
        socket->connectToHost(QHostAddress::LocalHost, m_server.serverPort());
        QTRY_COMPARE(socket->state(), QAbstractSocket::ConnectedState);
        QTRY_VERIFY(m_server.hasPendingConnections());
        m_peer.reset(m_server.nextPendingConnection());
        m_stream = std::make_unique<SocketStream>(std::move(socket), std::make_unique<QWebSocket>());
        m_stream->setCallbacks({[this] { ++m_readable; }, [this] { ++m_writable; }, [this] { ++m_ended; }});
    }
    void cleanup()
    {
        m_stream.reset();
        m_peer.reset();
        m_server.close();
    }

    void readsNoMoreThanTheBufferHolds()
    {
        m_peer->write("12345");
        QTRY_VERIFY(m_readable > 0);
        std::array<char, 3> buffer{};
        QCOMPARE(m_stream->read(buffer), 3);
        QCOMPARE(QByteArray(buffer.data(), 3), QByteArray("123"));
        QCOMPARE(m_stream->read(buffer), 2);
        QCOMPARE(m_stream->read(buffer), 0);
    }

    void saysWhenThereIsRoomAgain()
    {
        m_peer->setReadBufferSize(1);
        const QByteArray block(1024 * 1024, 'x');
        const std::vector<QByteArrayView> pieces{block};
        qsizetype sent = 0;
        while (m_stream->unsentBytes() == 0) {
            sent += m_stream->write(pieces);
        }
        QCOMPARE(m_stream->write(pieces), 0); // what waits is enough
        m_peer->setReadBufferSize(0);
        qsizetype received = 0;
        const auto readOn = [&] {
            received += m_peer->readAll().size();
            return received == sent;
        };
        QTRY_VERIFY(readOn());
        QVERIFY(m_writable > 0);
        QCOMPARE(m_stream->unsentBytes(), 0);
    }

    void sendsWhatWaitsBeforeItsEnd()
    {
        const std::vector<QByteArrayView> pieces{"the ", "last words"};
        QCOMPARE(m_stream->write(pieces), 14);
        m_stream->finishWriting();
        QCOMPARE(m_stream->write(pieces), 0);
        QByteArray received;
        const auto hasEnded = [&] {
            received += m_peer->readAll();
            return m_peer->state() == QAbstractSocket::UnconnectedState;
        };
        QTRY_VERIFY(hasEnded());
        QCOMPARE(received, QByteArray("the last words"));
    }

    void saysThatThePeerHasEnded()
    {
        m_peer->abort();
        QTRY_COMPARE(m_ended, 1);
        std::array<char, 1> buffer{};
        QCOMPARE(m_stream->read(buffer), 0);
    }

    void endsAtOnceAndWithoutACloseFrameOfQts()
    {
        m_stream->abort();
        QByteArray received;
        const auto hasEnded = [&] {
            received += m_peer->readAll();
            return m_peer->state() == QAbstractSocket::UnconnectedState;
        };
        QTRY_VERIFY(hasEnded());
        QVERIFY(received.isEmpty());
        QCOMPARE(m_ended, 0); // no callback follows
        QCOMPARE(m_stream->unsentBytes(), 0);
        m_stream->abort(); // a second time changes nothing
    }

private:
    QTcpServer m_server;
    std::unique_ptr<QTcpSocket> m_peer;
    std::unique_ptr<SocketStream> m_stream;
    int m_readable = 0;
    int m_writable = 0;
    int m_ended = 0;
};

SIGNALBOX_TEST(SocketStreamTest)
#include "socket_stream_test.moc"
