// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/request_parser.h"

#include "tests/http/feed_in_pieces.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

namespace {

using namespace signalbox::http;
using namespace signalbox::tests;
using State = RequestParser::State;

/// The limits of RequestParser: exactly at each passes, one over is refused, however the bytes are cut.
class RequestParserLimitsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void limitsTheBody_data();
    void limitsTheBody();
    void limitsTheHeader();
    void limitsTheTarget();
    void limitsTheNumberOfFields();
    void limitsWhatIsAroundChunks_data();
    void limitsWhatIsAroundChunks();
};

void RequestParserLimitsTest::limitsTheBody_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("passes");
    QTest::newRow("length at the limit") << post("Content-Length: 10\r\n", "0123456789") << true;
    QTest::newRow("length over the limit") << post("Content-Length: 11\r\n", "") << false;
    QTest::newRow("length far over the limit")
        << post("Content-Length: 9223372036854775807\r\n", "") << false;
    QTest::newRow("chunk at the limit") << chunked("a\r\n0123456789\r\n0\r\n\r\n") << true;
    QTest::newRow("chunk over the limit") << chunked("b\r\n") + "01" << false;
    QTest::newRow("chunks at the limit") << chunked("5\r\n01234\r\n5\r\n56789\r\n0\r\n\r\n") << true;
    QTest::newRow("chunks over the limit") << chunked("5\r\n01234\r\n6\r\n567890\r\n0\r\n\r\n") << false;
}

void RequestParserLimitsTest::limitsTheBody()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, passes);
    ParserLimits limits;
    limits.maxBodyBytes = 10;
    for (const qsizetype piece : pieceSizes(bytes)) {
        const Outcome outcome = feedInPieces(bytes, piece, limits);
        QCOMPARE(outcome.state, passes ? State::Complete : State::Failed);
        QCOMPARE(outcome.error.code, passes ? QByteArray() : QByteArray("http.body_too_large"));
    }
}

void RequestParserLimitsTest::limitsTheHeader()
{
    const ParserLimits limits;
    const QByteArray front = "GET / HTTP/1.1\r\nHost: a\r\nX: ";
    const auto ofSize = [&front](qsizetype size) {
        return QByteArray(front + QByteArray(size - front.size() - 4, 'x') + "\r\n\r\n");
    };
    for (const qsizetype piece : {qsizetype(1), qsizetype(1000), qsizetype(100'000)}) {
        QCOMPARE(feedInPieces(ofSize(limits.maxHeaderBytes), piece).state, State::Complete);
        const Outcome over = feedInPieces(ofSize(limits.maxHeaderBytes + 1), piece);
        QCOMPARE(over.state, State::Failed);
        QCOMPARE(over.error.status, 431);
        QCOMPARE(over.error.code, QByteArray("http.header_too_large"));
    }
}

void RequestParserLimitsTest::limitsTheTarget()
{
    const ParserLimits limits;
    const auto ofSize = [](qsizetype size) {
        return QByteArray("GET /" + QByteArray(size - 1, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n");
    };
    for (const qsizetype piece : {qsizetype(1), qsizetype(1000), qsizetype(100'000)}) {
        QCOMPARE(feedInPieces(ofSize(limits.maxTargetBytes), piece).state, State::Complete);
        const Outcome over = feedInPieces(ofSize(limits.maxTargetBytes + 1), piece);
        QCOMPARE(over.state, State::Failed);
        QCOMPARE(over.error.status, 414);
    }
}

void RequestParserLimitsTest::limitsTheNumberOfFields()
{
    const auto withFields = [](int count) {
        return QByteArray("GET / HTTP/1.1\r\nHost: a\r\n" + QByteArray("A: b\r\n").repeated(count - 1) +
                          "\r\n");
    };
    QCOMPARE(feedInPieces(withFields(100), 7).state, State::Complete);
    const Outcome over = feedInPieces(withFields(101), 7);
    QCOMPARE(over.error.status, 431);
    QCOMPARE(over.error.code, QByteArray("http.too_many_headers"));
}

void RequestParserLimitsTest::limitsWhatIsAroundChunks_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("passes");
    const QByteArray end = "\r\nx\r\n0\r\n\r\n";
    // An extension counts with its semicolon.
    QTest::newRow("extension at the limit") << chunked("1;" + QByteArray(4095, 'a') + end) << true;
    QTest::newRow("extension over the limit") << chunked("1;" + QByteArray(4096, 'a') + end) << false;
    QTest::newRow("many extensions") << chunked(("1;" + QByteArray(99, 'a') + "\r\nx\r\n").repeated(41) +
                                                "0\r\n\r\n")
                                     << false;
    QTest::newRow("endless extension") << chunked("1;" + QByteArray(100'000, 'a')) << false;
    QTest::newRow("endless zeros") << chunked(QByteArray(100'000, '0')) << false;
    QTest::newRow("zeros at the limit") << chunked(QByteArray(16 * 1024 - 3, '0') + "1" + end) << true;
    QTest::newRow("zeros over the limit") << chunked(QByteArray(16 * 1024 - 2, '0') + "1" + end) << false;
    QTest::newRow("trailers at the limit")
        << chunked("0\r\nX: " + QByteArray(16 * 1024 - 10, 'a') + "\r\n\r\n") << true;
    QTest::newRow("trailers over the limit")
        << chunked("0\r\nX: " + QByteArray(16 * 1024 - 9, 'a') + "\r\n\r\n") << false;
    QTest::newRow("endless trailers") << chunked("0\r\n" + QByteArray("A: b\r\n").repeated(20'000)) << false;
}

void RequestParserLimitsTest::limitsWhatIsAroundChunks()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, passes);
    for (const qsizetype piece : {bytes.size(), qsizetype(1), qsizetype(7), qsizetype(1000)}) {
        const Outcome outcome = feedInPieces(bytes, piece);
        QCOMPARE(outcome.state, passes ? State::Complete : State::Failed);
        QCOMPARE(outcome.error.code, passes ? QByteArray() : QByteArray("http.chunk_overhead_too_large"));
    }
}

} // namespace

SIGNALBOX_TEST(RequestParserLimitsTest)
#include "request_parser_limits_test.moc"
