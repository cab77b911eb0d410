// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/request_parser.h"

#include "tests/http/feed_in_pieces.h"
#include "tests/support/test_registry.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

namespace {

using namespace signalbox::http;
using namespace signalbox::tests;
using State = RequestParser::State;

class RequestParserTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsARequest();
    void readsAnAbsoluteTarget();
    void readsTheBody_data();
    void readsTheBody();
    void refuses_data();
    void refuses();
    void keepsTheConnection_data();
    void keepsTheConnection();
    void knowsUpgrades_data();
    void knowsUpgrades();
    void leavesTheNextRequest();
    void readsPipelinedRequests();
    void passesOverAnEmptyLineBetweenRequests();
    void asksForTheBodyOnce();
    void doesNotAskForABodyThatCame();
    void givesTheHeaderBeforeTheBody();
    void givesOneAnswerHoweverTheBytesAreCut();
    void startsAgainAfterReset();
    void canBeMovedInTheMiddle();
};

void RequestParserTest::readsARequest()
{
    const QByteArray block = "GET /w%73?groupId=a&userId=b HTTP/1.1\r\nhOST: localhost:5210\r\nX-Empty:\r\n"
                             "Accept: \t a, b \t\r\naccept: c\r\n\r\n";
    for (const qsizetype piece : pieceSizes(block)) {
        const Outcome outcome = feedInPieces(block, piece);
        QCOMPARE(outcome.state, State::Complete);
        const Request& request = *outcome.request;
        QCOMPARE(request.method, QByteArray("GET"));
        QCOMPARE(request.target, QByteArray("/w%73?groupId=a&userId=b"));
        QCOMPARE(request.rawPath, QByteArray("/w%73"));
        QCOMPARE(request.path, QByteArray("/ws"));
        QCOMPARE(request.value("userId"), std::optional(QByteArray("b")));
        QCOMPARE(request.minorVersion, 1);
        QCOMPARE(request.authority, QByteArray("localhost:5210"));
        const HeaderList expected{
            {"hOST", "localhost:5210"}, {"X-Empty", ""}, {"Accept", "a, b"}, {"accept", "c"}};
        QCOMPARE(request.headers, expected);
        QCOMPARE(request.headerBlock, block);
        QVERIFY(!request.hasBody);
        QVERIFY(request.body.isEmpty());
    }
}

void RequestParserTest::readsAnAbsoluteTarget()
{
    const QByteArray bytes =
        "POST http://LocalHost:5210/__broadcastWebSocket.wc HTTP/1.1\r\nHost: evil.example\r\n"
        "Content-Length: 2\r\n\r\n{}";
    const Outcome outcome = feedInPieces(bytes, bytes.size());
    QCOMPARE(outcome.state, State::Complete);
    QCOMPARE(outcome.request->authority,
             QByteArray("LocalHost:5210")); // RFC 9112 §3.2.2: Host is passed over
    QCOMPARE(outcome.request->path, QByteArray("/__broadcastWebSocket.wc"));
    QCOMPARE(outcome.request->target, QByteArray("http://LocalHost:5210/__broadcastWebSocket.wc"));
}

void RequestParserTest::readsTheBody_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("hasBody");
    const auto row = [](const char* name, const QByteArray& bytes, const QByteArray& body,
                        bool hasBody = true) { QTest::newRow(name) << bytes << body << hasBody; };
    row("none", getHeader, "", false);
    row("length 0", post("Content-Length: 0\r\n", ""), "", false);
    row("length 5", post("Content-Length: 5\r\n", "hello"), "hello");
    row("length with zeros", post("Content-Length: 0005\r\n", "hello"), "hello");
    row("every byte", post("Content-Length: 4\r\n", QByteArray("\0\r\n\xFF", 4)),
        QByteArray("\0\r\n\xFF", 4));
    row("body like a request", post("Content-Length: 30\r\n", getHeader + "X"), getHeader + "X");
    row("HTTP/1.0 with a length", "POST / HTTP/1.0\r\nContent-Length: 1\r\n\r\nx", "x");
    row("no chunk", chunked("0\r\n\r\n"), "");
    row("one chunk", chunked("5\r\nhello\r\n0\r\n\r\n"), "hello");
    row("three chunks", chunked("1\r\na\r\n2\r\nbc\r\n3\r\ndef\r\n0\r\n\r\n"), "abcdef");
    row("hexadecimal size", chunked("A\r\n0123456789\r\n0\r\n\r\n"), "0123456789");
    row("lower-case size", chunked("a\r\n0123456789\r\n0\r\n\r\n"), "0123456789");
    row("size with zeros", chunked("0005\r\nhello\r\n000\r\n\r\n"), "hello");
    row("line ends in a chunk", chunked("4\r\n\r\n\r\n\r\n0\r\n\r\n"), "\r\n\r\n");
    row("chunk extension", chunked("5;name=value;other=\"a b\"\r\nhello\r\n0;last\r\n\r\n"), "hello");
    row("trailers are dropped", chunked("1\r\na\r\n0\r\nX-Sum: 1\r\nHost: evil\r\n\r\n"), "a");
    row("chunked in capitals", post("Transfer-Encoding: CHUNKED\r\n", "1\r\na\r\n0\r\n\r\n"), "a");
    row("20,000 bytes in one chunk", chunked("4e20\r\n" + QByteArray(20'000, 'x') + "\r\n0\r\n\r\n"),
        QByteArray(20'000, 'x'));
    row("20,000 bytes with a length", post("Content-Length: 20000\r\n", QByteArray(20'000, 'y')),
        QByteArray(20'000, 'y'));
}

void RequestParserTest::readsTheBody()
{
    QFETCH(const QByteArray, bytes);
    for (const qsizetype piece : pieceSizes(bytes)) {
        const Outcome outcome = feedInPieces(bytes, piece);
        QCOMPARE(outcome.state, State::Complete);
        QCOMPARE(outcome.consumed, bytes.size());
        QTEST(outcome.request->body, "body");
        QTEST(outcome.request->hasBody, "hasBody");
        QVERIFY(!outcome.request->header("Host").startsWith("evil"));
    }
    QVERIFY(feedInPieces(bytes.chopped(1), bytes.size()).state == State::NeedMore);
}

void RequestParserTest::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<int>("status");
    const auto row = [](const char* name, const QByteArray& bytes, const char* code, int status) {
        QTest::newRow(name) << bytes << QByteArray(code) << status;
    };
    row("TLS", QByteArray("\x16\x03\x01\x00\xF4", 5), "http.bad_request_line", 400);
    row("preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "http.unsupported_version", 505);
    row("HTTP/3.7", "GET / HTTP/3.7\r\nHost: a\r\n\r\n", "http.unsupported_version", 505);
    row("HTTP/0.9", "GET /\r\n\r\n", "http.bad_request_line", 400);
    row("CONNECT", "CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n", "http.bad_target", 400);
    row("relative target", "GET ws HTTP/1.1\r\nHost: a\r\n\r\n", "http.bad_target", 400);
    row("bad percent encoding", "GET /%g0 HTTP/1.1\r\nHost: a\r\n\r\n", "http.bad_percent_encoding", 400);
    row("encoded NUL", "GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n", "http.bad_percent_encoding", 400);
    row("bare LF", "GET / HTTP/1.1\r\nHost: a\nX: b\r\n\r\n", "http.bad_header", 400);
    row("bare LF everywhere", "GET / HTTP/1.1\nHost: a\n\n", "http.bad_header", 400);
    row("bare CR", "GET / HTTP/1.1\r\nHost: a\rX: b\r\n\r\n", "http.bad_header", 400);
    row("NUL", QByteArray("GET / HTTP/1.1\r\nHost: a\0\r\n\r\n", 29), "http.bad_header", 400);
    row("folded", "GET / HTTP/1.1\r\nHost: a\r\n X: b\r\n\r\n", "http.folded_header", 400);
    row("folded coding", post("Transfer-Encoding:\r\n chunked\r\n", "0\r\n\r\n"), "http.folded_header", 400);
    row("space before the colon", post("Content-Length : 1\r\n", "x"), "http.bad_header", 400);
    row("bad Connection", "GET / HTTP/1.1\r\nHost: a\r\nConnection: a b\r\n\r\n", "http.bad_header", 400);
    row("no Host", "GET / HTTP/1.1\r\n\r\n", "http.missing_host", 400);
    row("no Host, absolute target", "GET http://a/ HTTP/1.1\r\n\r\n", "http.missing_host", 400);
    row("two Hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "http.duplicate_host", 400);
    row("equal lengths", post("Content-Length: 1\r\nContent-Length: 1\r\n", "x"),
        "http.duplicate_content_length", 400);
    row("different lengths", post("Content-Length: 1\r\nContent-Length: 2\r\n", "xy"),
        "http.duplicate_content_length", 400);
    row("list of lengths", post("Content-Length: 1, 1\r\n", "x"), "http.bad_content_length", 400);
    row("empty length", post("Content-Length:\r\n", ""), "http.bad_content_length", 400);
    row("signed length", post("Content-Length: +1\r\n", "x"), "http.bad_content_length", 400);
    row("negative length", post("Content-Length: -1\r\n", "x"), "http.bad_content_length", 400);
    row("hexadecimal length", post("Content-Length: 0x1\r\n", "x"), "http.bad_content_length", 400);
    row("length over 64 bits", post("Content-Length: 18446744073709551617\r\n", "x"),
        "http.bad_content_length", 400);
    row("length, then coding", post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
        "http.conflicting_lengths", 400);
    row("coding, then length", post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n"),
        "http.conflicting_lengths", 400);
    row("two codings", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
        "http.bad_transfer_encoding", 400);
    row("chunked and identity",
        post("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", "0\r\n\r\n"),
        "http.bad_transfer_encoding", 400);
    row("coding in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "http.bad_transfer_encoding", 400);
    row("identity", post("Transfer-Encoding: identity\r\n", ""), "http.unsupported_transfer_encoding", 501);
    row("xchunked", post("Transfer-Encoding: xchunked\r\n", ""), "http.unsupported_transfer_encoding", 501);
    row("gzip, chunked", post("Transfer-Encoding: gzip, chunked\r\n", ""),
        "http.unsupported_transfer_encoding", 501);
    row("chunked, chunked", post("Transfer-Encoding: chunked, chunked\r\n", ""),
        "http.unsupported_transfer_encoding", 501);
    row("unknown expectation", post("Expect: miracle\r\nContent-Length: 1\r\n", "x"),
        "http.unknown_expectation", 417);
    row("size is no number", chunked("x\r\nhello\r\n0\r\n\r\n"), "http.bad_chunk", 400);
    row("size is empty", chunked("\r\nhello\r\n0\r\n\r\n"), "http.bad_chunk", 400);
    row("size is signed", chunked("+5\r\nhello\r\n0\r\n\r\n"), "http.bad_chunk", 400);
    row("size is negative", chunked("-5\r\nhello\r\n0\r\n\r\n"), "http.bad_chunk", 400);
    row("size with 0x", chunked("0x5\r\nhello\r\n0\r\n\r\n"), "http.bad_chunk", 400);
    row("size over 64 bits", chunked("10000000000000005\r\nhello\r\n0\r\n\r\n"), "http.bad_chunk", 400);
    row("bare LF after the size", chunked("5\nhello\r\n0\r\n\r\n"), "http.bad_chunk", 400);
    row("bare CR in the extension", chunked("5;a\rb\r\nhello\r\n0\r\n\r\n"), "http.bad_chunk", 400);
    row("space before the size", chunked(" 5\r\nhello\r\n0\r\n\r\n"), "http.bad_chunk", 400);
    row("chunk longer than said", chunked("4\r\nhello\r\n0\r\n\r\n"), "http.bad_chunk", 400);
    row("no line end after the data", chunked("5\r\nhello0\r\n\r\n"), "http.bad_chunk", 400);
    row("bare LF after the data", chunked("5\r\nhello\n0\r\n\r\n"), "http.bad_chunk", 400);
    row("length among the trailers", chunked("0\r\nContent-Length: 5\r\n\r\n"), "http.bad_chunk", 400);
    row("bad trailer", chunked("0\r\nno colon\r\n\r\n"), "http.bad_chunk", 400);
}

void RequestParserTest::refuses()
{
    QFETCH(const QByteArray, bytes);
    for (const qsizetype piece : pieceSizes(bytes)) {
        const Outcome outcome = feedInPieces(bytes, piece);
        QCOMPARE(outcome.state, State::Failed);
        QTEST(outcome.error.code, "code");
        QTEST(outcome.error.status, "status");
        QVERIFY(outcome.error.closes);
    }
}

void RequestParserTest::keepsTheConnection_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QByteArray>("connection");
    QTest::addColumn<bool>("keepAlive");
    QTest::newRow("HTTP/1.1") << QByteArray("1.1") << QByteArray() << true;
    QTest::newRow("HTTP/1.1, close") << QByteArray("1.1") << QByteArray("close") << false;
    QTest::newRow("HTTP/1.1, Close in a list") << QByteArray("1.1") << QByteArray("foo, Close") << false;
    QTest::newRow("HTTP/1.1, keep-alive") << QByteArray("1.1") << QByteArray("keep-alive") << true;
    QTest::newRow("HTTP/1.0") << QByteArray("1.0") << QByteArray() << false;
    QTest::newRow("HTTP/1.0, keep-alive") << QByteArray("1.0") << QByteArray("Keep-Alive") << true;
}

void RequestParserTest::keepsTheConnection()
{
    QFETCH(const QByteArray, version);
    QFETCH(const QByteArray, connection);
    const QByteArray bytes = "GET / HTTP/" + version + "\r\nHost: a\r\n" +
                             (connection.isEmpty() ? QByteArray() : "Connection: " + connection + "\r\n") +
                             "\r\n";
    const Outcome outcome = feedInPieces(bytes, bytes.size());
    QCOMPARE(outcome.state, State::Complete);
    QTEST(outcome.request->keepAlive, "keepAlive");
}

void RequestParserTest::knowsUpgrades_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<bool>("wantsUpgrade");
    QTest::newRow("plain") << QByteArray("X: y\r\n") << false;
    QTest::newRow("websocket") << QByteArray("Upgrade: websocket\r\nConnection: Upgrade\r\n") << true;
    QTest::newRow("in capitals, in a list") << QByteArray("Upgrade: h2c, WebSocket\r\n") << true;
    QTest::newRow("curl's h2c") << QByteArray("Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\n")
                                << false;
    QTest::newRow("key without upgrade") << QByteArray("Sec-WebSocket-Key: x\r\n") << true;
}

void RequestParserTest::knowsUpgrades()
{
    QFETCH(const QByteArray, fields);
    const QByteArray bytes = "GET /ws HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n";
    const Outcome outcome = feedInPieces(bytes, bytes.size());
    QCOMPARE(outcome.state, State::Complete);
    QTEST(outcome.request->wantsUpgrade, "wantsUpgrade");
}

void RequestParserTest::leavesTheNextRequest()
{
    const QByteArray first = post("Content-Length: 2\r\n", "{}");
    const QByteArray second = chunked("1\r\nx\r\n0\r\n\r\n");
    for (const QByteArray& request : {getHeader, first, second}) {
        RequestParser parser{ParserLimits()};
        const auto progress = parser.feed(QByteArray(request + getHeader));
        QCOMPARE(progress.state, State::Complete);
        QCOMPARE(progress.consumed, request.size());
        // The same when the end comes together with the next request, after some bytes had to wait.
        RequestParser waiting{ParserLimits()};
        QCOMPARE(waiting.feed(request.chopped(3)).state, State::NeedMore);
        const auto rest = waiting.feed(QByteArray(request.last(3) + getHeader));
        QCOMPARE(rest.state, State::Complete);
        QCOMPARE(rest.consumed, qsizetype(3));
    }
}

void RequestParserTest::readsPipelinedRequests()
{
    const QByteArray bytes = post("Content-Length: 1\r\n", "1") + chunked("1\r\n2\r\n0\r\n\r\n") +
                             post("Content-Length: 1\r\n", "3") + getHeader;
    for (const qsizetype piece : pieceSizes(bytes)) {
        RequestParser parser{ParserLimits()};
        QByteArray bodies;
        int requests = 0;
        qsizetype position = 0;
        while (position < bytes.size()) {
            const qsizetype size = std::min(piece, bytes.size() - position);
            const auto progress = parser.feed(QByteArrayView(bytes).sliced(position, size));
            QVERIFY(progress.state != State::Failed);
            QVERIFY(progress.consumed > 0);
            position += progress.consumed;
            if (progress.state == State::Complete) {
                bodies += parser.takeRequest().body;
                QVERIFY(!parser.hasBegun());
                ++requests;
            }
        }
        QCOMPARE(requests, 4);
        QCOMPARE(bodies, QByteArray("123"));
    }
}

void RequestParserTest::passesOverAnEmptyLineBetweenRequests()
{
    const QByteArray bytes = "\r\n" + getHeader;
    for (const qsizetype piece : pieceSizes(bytes)) {
        const Outcome outcome = feedInPieces(bytes, piece);
        QCOMPARE(outcome.state, State::Complete);
        QCOMPARE(outcome.request->headerBlock, getHeader);
    }
}

void RequestParserTest::asksForTheBodyOnce()
{
    for (const QByteArray& framing :
         {QByteArray("Content-Length: 2\r\n"), QByteArray("Transfer-Encoding: chunked\r\n")}) {
        RequestParser parser{ParserLimits()};
        const auto header = parser.feed(post("Expect: 100-continue\r\n" + framing, ""));
        QCOMPARE(header.state, State::NeedMore);
        QVERIFY(header.sendContinue);
        QVERIFY(!parser.feed("").sendContinue);
        QVERIFY(!parser.feed("2").sendContinue);
    }
}

void RequestParserTest::doesNotAskForABodyThatCame()
{
    RequestParser begun{ParserLimits()};
    QVERIFY(!begun.feed(post("Expect: 100-continue\r\nContent-Length: 2\r\n", "x")).sendContinue);
    RequestParser none{ParserLimits()};
    QVERIFY(!none.feed(post("Expect: 100-continue\r\nContent-Length: 0\r\n", "")).sendContinue);
    RequestParser old{ParserLimits()};
    QVERIFY(!old.feed("POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n").sendContinue);
    ParserLimits limits;
    limits.maxBodyBytes = 1;
    RequestParser tooLarge(limits);
    const auto refused = tooLarge.feed(post("Expect: 100-continue\r\nContent-Length: 2\r\n", ""));
    QCOMPARE(refused.state, State::Failed);
    QVERIFY(!refused.sendContinue);
}

void RequestParserTest::givesTheHeaderBeforeTheBody()
{
    RequestParser parser{ParserLimits()};
    QVERIFY(!parser.hasBegun());
    QCOMPARE(parser.feed("POST /p HTTP/1.1\r\nHost: a\r\n").state, State::NeedMore);
    QVERIFY(parser.hasBegun());
    QVERIFY(!parser.header());
    QCOMPARE(parser.feed("Content-Length: 2\r\n\r\n").state, State::NeedMore);
    QVERIFY(parser.header());
    QCOMPARE(parser.header()->path, QByteArray("/p"));
    QVERIFY(parser.header()->hasBody);
    QCOMPARE(parser.feed("{}").state, State::Complete);
    QCOMPARE(parser.takeRequest().body, QByteArray("{}"));
    QVERIFY(!parser.header());
}

void RequestParserTest::givesOneAnswerHoweverTheBytesAreCut()
{
    // Good requests with a few bytes changed, inserted or taken out: most are refused, and always for one
    // reason.
    const QList<QByteArray> seeds{
        getHeader + getHeader,
        post("Content-Length: 5\r\nConnection: close\r\n", "hello") + getHeader,
        chunked("5;a=\"b\"\r\nhello\r\nA\r\n0123456789\r\n0;c\r\nX: y\r\n\r\n") + getHeader,
        "GET http://a/b?c=%20 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    };
    const QByteArray alphabet("\r\n\t :;,\"0159aAfF%/GHTP.\0\xFF", 25);
    QRandomGenerator random(20'240'511);
    const auto below = [&random](qsizetype limit) { return qsizetype(random.bounded(quint32(limit))); };
    int completed = 0;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes = seeds[below(seeds.size())];
        for (qsizetype change = below(3); change >= 0; --change) {
            const qsizetype at = below(bytes.size());
            bytes.replace(at, below(2), QByteArray(below(2), alphabet[below(alphabet.size())]));
        }
        const Outcome whole = feedInPieces(bytes, bytes.size());
        const Outcome pieces = feedInPieces(bytes, 1 + below(9));
        completed += whole.state == State::Complete ? 1 : 0;
        QVERIFY2(whole.state == pieces.state, bytes.toPercentEncoding());
        QVERIFY2(whole.error == pieces.error, bytes.toPercentEncoding());
        QVERIFY2(whole.request == pieces.request, bytes.toPercentEncoding());
        if (whole.state == State::Complete) {
            // In pieces, the last one may hold bytes of the next request, which are not consumed either.
            QCOMPARE(whole.consumed, pieces.consumed);
        }
    }
    QVERIFY(completed > 1000 && completed < 19'000);
}

void RequestParserTest::startsAgainAfterReset()
{
    RequestParser parser{ParserLimits()};
    QCOMPARE(parser.feed("\x16").state, State::Failed);
    parser.reset();
    QCOMPARE(parser.feed(getHeader).state, State::Complete);
    QCOMPARE(parser.takeRequest().path, QByteArray("/ws"));
}

void RequestParserTest::canBeMovedInTheMiddle()
{
    RequestParser first{ParserLimits()};
    QCOMPARE(first.feed(chunked("5\r\nhel")).state, State::NeedMore);
    RequestParser second = std::move(first);
    QCOMPARE(second.feed("lo\r\n0\r\n\r\n").state, State::Complete);
    QCOMPARE(second.takeRequest().body, QByteArray("hello"));
}

} // namespace

SIGNALBOX_TEST(RequestParserTest)
#include "request_parser_test.moc"
