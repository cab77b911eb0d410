// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/header_scan.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

namespace {

using namespace signalbox::http;
using State = HeaderScan::State;

/// Shows one byte more at a time, as a socket would that is peeked at.
HeaderScan scanByteByByte(const QByteArray& bytes, const ParserLimits& limits)
{
    HeaderScan scan;
    for (qsizetype size = 1; size <= bytes.size() && scan.state == State::NeedMore; ++size) {
        scan = scanHeader(QByteArrayView(bytes).first(size), limits, size - 1);
    }
    return scan;
}

QByteArray headerOfSize(qsizetype size)
{
    const QByteArray front = "GET / HTTP/1.1\r\nHost: a\r\nX: ";
    return front + QByteArray(size - front.size() - 4, 'x') + "\r\n\r\n";
}

class HeaderScanTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheEnd_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("headerBytes");
        QTest::addColumn<int>("leadingBytes");
        QTest::newRow("no fields") << QByteArray("GET / HTTP/1.1\r\n\r\n") << 18 << 0;
        QTest::newRow("one field") << QByteArray("GET / HTTP/1.1\r\nA: b\r\n\r\n") << 24 << 0;
        QTest::newRow("body follows") << QByteArray("GET / HTTP/1.1\r\n\r\nbody\r\n\r\n") << 18 << 0;
        QTest::newRow("frames follow") << QByteArray("GET / HTTP/1.1\r\n\r\n\x81\x80\n\n", 22) << 18 << 0;
        QTest::newRow("empty line before") << QByteArray("\r\nGET / HTTP/1.1\r\n\r\n") << 20 << 2;
        QTest::newRow("preface of HTTP/2") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") << 18 << 0;
    }
    void findsTheEnd()
    {
        QFETCH(const QByteArray, bytes);
        for (const HeaderScan& scan : {scanHeader(bytes, {}), scanByteByByte(bytes, {})}) {
            QCOMPARE(scan.state, State::Complete);
            QTEST(int(scan.headerBytes), "headerBytes");
            QTEST(int(scan.leadingBytes), "leadingBytes");
        }
    }

    void waits_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half a method") << QByteArray("GE");
        QTest::newRow("half an empty line") << QByteArray("\r");
        QTest::newRow("empty line") << QByteArray("\r\n");
        QTest::newRow("request line") << QByteArray("GET / HTTP/1.1\r\n");
        QTest::newRow("half the end") << QByteArray("GET / HTTP/1.1\r\nA: b\r\n\r");
    }
    void waits()
    {
        QFETCH(const QByteArray, bytes);
        QCOMPARE(scanHeader(bytes, {}).state, State::NeedMore);
        QCOMPARE(scanByteByByte(bytes, {}).state, State::NeedMore);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("fault");
        const int line = int(Fault::BadRequestLine);
        const int header = int(Fault::BadHeader);
        QTest::newRow("TLS") << QByteArray("\x16\x03\x01\x02\x00\x01\x00", 7) << line;
        QTest::newRow("space first") << QByteArray(" GET / HTTP/1.1\r\n") << line;
        QTest::newRow("two empty lines") << QByteArray("\r\n\r\nGET / HTTP/1.1\r\n\r\n") << line;
        QTest::newRow("bare LF first") << QByteArray("\nGET / HTTP/1.1\r\n\r\n") << line;
        QTest::newRow("bare CR first") << QByteArray("\rGET / HTTP/1.1\r\n\r\n") << line;
        QTest::newRow("method ends with CR") << QByteArray("GET\r\n") << line;
        QTest::newRow("method ends with tab") << QByteArray("GET\t/ HTTP/1.1\r\n") << line;
        QTest::newRow("33 letters of method") << QByteArray(33, 'A') << line;
        QTest::newRow("bare LF after the request line")
            << QByteArray("GET / HTTP/1.1\nHost: a\n\n") << header;
        QTest::newRow("bare LF after a field") << QByteArray("GET / HTTP/1.1\r\nHost: a\n\r\n") << header;
        QTest::newRow("bare LF in the target") << QByteArray("GET /\n HTTP/1.1\r\n") << header;
    }
    void refuses()
    {
        QFETCH(const QByteArray, bytes);
        for (const HeaderScan& scan : {scanHeader(bytes, {}), scanByteByByte(bytes, {})}) {
            QCOMPARE(scan.state, State::Failed);
            QTEST(int(scan.fault), "fault");
        }
    }

    void limitsTheHeader()
    {
        const ParserLimits limits;
        const QByteArray exact = headerOfSize(limits.maxHeaderBytes);
        QCOMPARE(scanHeader(exact, limits).state, State::Complete);
        QCOMPARE(scanByteByByte(exact, limits).state, State::Complete);
        const QByteArray over = headerOfSize(limits.maxHeaderBytes + 1);
        for (const HeaderScan& scan : {scanHeader(over, limits), scanByteByByte(over, limits)}) {
            QCOMPARE(scan.state, State::Failed);
            QCOMPARE(scan.fault, Fault::HeaderTooLarge);
        }
    }

    void limitsTheTarget()
    {
        const ParserLimits limits;
        const QByteArray end = " HTTP/1.1\r\n\r\n";
        const QByteArray exact = "GET /" + QByteArray(limits.maxTargetBytes - 1, 'a');
        QCOMPARE(scanHeader(QByteArray(exact + end), limits).state, State::Complete);
        QCOMPARE(scanHeader(exact, limits).state, State::NeedMore);
        const QByteArray over = exact + 'a';
        for (const QByteArray& bytes : {over, QByteArray(over + end)}) {
            for (const HeaderScan& scan : {scanHeader(bytes, limits), scanByteByByte(bytes, limits)}) {
                QCOMPARE(scan.state, State::Failed);
                QCOMPARE(scan.fault, Fault::TargetTooLong);
            }
        }
    }
};

} // namespace

SIGNALBOX_TEST(HeaderScanTest)
#include "header_scan_test.moc"
