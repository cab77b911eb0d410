// SPDX-License-Identifier: GPL-3.0-or-later
// Every stream does the same: SocketStream, and DescriptorStream where there is one. The main function is
// that of tests/support/dispatched_main.cpp.
#include "server/transport/stream_maker.h"

#include "server/transport/upgrade_socket.h"
#include "tests/support/stream_listener.h"
#include "tests/support/test_registry.h"

#include <QtNetwork/QTcpServer>
#include <QtTest/QTest>
#include <QtWebSockets/QWebSocket>

using namespace signalbox;
using namespace signalbox::transport;
using signalbox::tests::StreamListener;

/// A stream over one end of a connection, and a peer at the other.
class ByteStreamTest final : public QObject {
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
        m_read.clear();
        m_onReadable = nullptr;
        m_readable = m_writable = m_ended = 0;
        QVERIFY(m_server.listen(QHostAddress::LocalHost));
        auto socket = std::make_unique<UpgradeSocket>();
        socket->connectToHost(QHostAddress::LocalHost, m_server.serverPort());
        QTRY_COMPARE(socket->state(), QAbstractSocket::ConnectedState);
        QTRY_VERIFY(m_server.hasPendingConnections());
        m_peer.reset(m_server.nextPendingConnection());
        m_stream = makeStream(std::move(socket), std::make_unique<QWebSocket>(), choice);
        m_owner.readable = [this] { readSome(); };
        m_owner.writable = [this] { ++m_writable; };
        m_owner.ended = [this] { ++m_ended; };
        m_stream->setOwner(m_owner);
    }
    void cleanup()
    {
        m_stream.reset();
        m_peer.reset();
        m_server.close();
    }

    void readsNoMoreThanTheBufferHolds()
    {
        m_roomForReading = 0;
        m_peer->write("12345");
        QTRY_VERIFY(m_readable > 0);
        std::array<char, 3> buffer{};
        QCOMPARE(m_stream->read(buffer), 3);
        QCOMPARE(QByteArray(buffer.data(), 3), QByteArray("123"));
        QCOMPARE(m_stream->read(buffer), 2);
        QCOMPARE(m_stream->read(buffer), 0);
        m_roomForReading = 1024;
        m_peer->write("678");
        QTRY_COMPARE(m_read, QByteArray("678"));
    }

    void readsEverythingThatAPeerWritesBeforeItEnds()
    {
        const QByteArray block(1024 * 1024, 'x');
        m_peer->write(block);
        m_peer->write("the end");
        m_peer->disconnectFromHost();
        QTRY_COMPARE(m_ended, 1);
        QCOMPARE(m_read.size(), block.size() + 7);
        QVERIFY(m_read.endsWith("the end"));
    }

    void endsInsideItsOwnCallback()
    {
        m_onReadable = [this] { m_stream->abort(); };
        m_peer->write("12345");
        m_peer->disconnectFromHost();
        QTRY_COMPARE(m_peer->state(), QAbstractSocket::UnconnectedState);
        QTRY_VERIFY(m_readable > 0);
        QTest::qWait(5);
        QCOMPARE(m_readable, 1);
        QCOMPARE(m_ended, 0);
        const std::vector<QByteArrayView> pieces{"x"};
        QCOMPARE(m_stream->write(pieces), 0);
    }

    void saysWhenThereIsRoomAgain()
    {
        m_peer->setReadBufferSize(1);
        const QByteArray block(1024 * 1024, 'x');
        const std::vector<QByteArrayView> pieces{block};
        qsizetype sent = 0;
        while (const qsizetype accepted = m_stream->write(pieces)) {
            sent += accepted;
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
    void readSome()
    {
        ++m_readable;
        std::array<char, 1024> buffer{};
        while (const qsizetype count = m_stream->read(std::span(buffer).first(m_roomForReading))) {
            m_read.append(buffer.data(), count);
        }
        if (m_onReadable) {
            m_onReadable();
        }
    }

    QTcpServer m_server;
    std::unique_ptr<QTcpSocket> m_peer;
    StreamListener m_owner;
    std::unique_ptr<ByteStream> m_stream;
    QByteArray m_read;
    size_t m_roomForReading = 1024; ///< of each reading in the callback
    std::function<void()> m_onReadable;
    int m_readable = 0;
    int m_writable = 0;
    int m_ended = 0;
};

SIGNALBOX_TEST(ByteStreamTest)
#include "byte_stream_test.moc"
