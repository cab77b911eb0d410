// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/header_rules.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

namespace {

using namespace signalbox::http;

int number(std::optional<Fault> fault)
{
    return fault ? int(*fault) : -1;
}

class HeaderRulesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judgesTheBlock_data()
    {
        QTest::addColumn<QByteArray>("block");
        QTest::addColumn<int>("fault");
        const int good = -1;
        const int line = int(Fault::BadRequestLine);
        const int header = int(Fault::BadHeader);
        const int version = int(Fault::UnsupportedHttpVersion);
        const auto row = [](const char* name, const QByteArray& block, int fault) {
            QTest::newRow(name) << block << fault;
        };
        row("good", "GET / HTTP/1.1\r\nHost: a\r\n\r\n", good);
        row("HTTP/1.0", "GET / HTTP/1.0\r\n\r\n", good);
        row("any token is a method", "PROP-FIND / HTTP/1.1\r\n\r\n", good);
        row("empty value", "GET / HTTP/1.1\r\nA:\r\n\r\n", good);
        row("tab in a value", "GET / HTTP/1.1\r\nA: b\tc\r\n\r\n", good);
        row("bytes over 127 in a value", "GET / HTTP/1.1\r\nA: \xC3\xBC\r\n\r\n", good);
        row("HTTP/2.0", "PRI * HTTP/2.0\r\n\r\n", version);
        row("HTTP/1.2", "GET / HTTP/1.2\r\n\r\n", version);
        row("HTTP/0.9", "GET / HTTP/0.9\r\n\r\n", version);
        row("no version", "GET /\r\n\r\n", line);
        row("lower-case version", "GET / http/1.1\r\n\r\n", line);
        row("long version", "GET / HTTP/1.10\r\n\r\n", line);
        row("space after the version", "GET / HTTP/1.1 \r\n\r\n", line);
        row("two spaces before the target", "GET  / HTTP/1.1\r\n\r\n", line);
        row("two spaces after the target", "GET /  HTTP/1.1\r\n\r\n", line);
        row("space in the target", "GET /a b HTTP/1.1\r\n\r\n", line);
        row("tab in the target", "GET /a\tb HTTP/1.1\r\n\r\n", line);
        row("no target", "GET HTTP/1.1\r\n\r\n", line);
        row("bare CR in the request line", "GET /\rX HTTP/1.1\r\n\r\n", line);
        row("NUL in the target", QByteArray("GET /\0 HTTP/1.1\r\n\r\n", 20), line);
        row("bare LF", "GET / HTTP/1.1\r\nA: b\nC: d\r\n\r\n", header);
        row("bare CR in a value", "GET / HTTP/1.1\r\nA: b\rC: d\r\n\r\n", header);
        row("CR CR LF", "GET / HTTP/1.1\r\nA: b\r\r\n\r\n", header);
        row("NUL in a value", QByteArray("GET / HTTP/1.1\r\nA: \0\r\n\r\n", 24), header);
        row("DEL in a value", "GET / HTTP/1.1\r\nA: \x7F\r\n\r\n", header);
        row("escape in a value", "GET / HTTP/1.1\r\nA: \x1B[2J\r\n\r\n", header);
        row("space before the colon", "GET / HTTP/1.1\r\nContent-Length : 5\r\n\r\n", header);
        row("tab before the colon", "GET / HTTP/1.1\r\nContent-Length\t: 5\r\n\r\n", header);
        row("no colon", "GET / HTTP/1.1\r\nHost\r\n\r\n", header);
        row("no name", "GET / HTTP/1.1\r\n: a\r\n\r\n", header);
        row("bytes over 127 in a name", "GET / HTTP/1.1\r\nH\xC3\xB6st: a\r\n\r\n", header);
        row("folded with a space", "GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n", int(Fault::FoldedHeader));
        row("folded with a tab", "GET / HTTP/1.1\r\nA: b\r\n\tc\r\n\r\n", int(Fault::FoldedHeader));
        row("blank before the first field", "GET / HTTP/1.1\r\n Host: a\r\n\r\n", int(Fault::FoldedHeader));
    }
    void judgesTheBlock()
    {
        QFETCH(const QByteArray, block);
        QTEST(number(headerBlockFault(block, {})), "fault");
    }

    void limitsTheNumberOfFields()
    {
        const ParserLimits limits;
        const QByteArray line = "GET / HTTP/1.1\r\n";
        QCOMPARE(headerBlockFault(line + QByteArray("A: b\r\n").repeated(100) + "\r\n", limits),
                 std::nullopt);
        QCOMPARE(headerBlockFault(line + QByteArray("A: b\r\n").repeated(101) + "\r\n", limits),
                 std::optional(Fault::TooManyHeaders));
    }

    void judgesTheFraming_data()
    {
        QTest::addColumn<QByteArray>("length1");
        QTest::addColumn<QByteArray>("length2");
        QTest::addColumn<QByteArray>("coding1");
        QTest::addColumn<QByteArray>("coding2");
        QTest::addColumn<int>("minorVersion");
        QTest::addColumn<int>("fault");
        const QByteArray none;
        const int badLength = int(Fault::BadContentLength);
        const int badCoding = int(Fault::BadTransferEncoding);
        const int unknown = int(Fault::UnsupportedTransferEncoding);
        QTest::newRow("none") << none << none << none << none << 1 << -1;
        QTest::newRow("length") << QByteArray("5") << none << none << none << 1 << -1;
        QTest::newRow("length with zeros") << QByteArray("005") << none << none << none << 1 << -1;
        QTest::newRow("chunked") << none << none << QByteArray("chunked") << none << 1 << -1;
        QTest::newRow("chunked in capitals") << none << none << QByteArray("Chunked") << none << 1 << -1;
        QTest::newRow("equal lengths")
            << QByteArray("5") << QByteArray("5") << none << none << 1 << int(Fault::DuplicateContentLength);
        QTest::newRow("two lengths") << QByteArray("5") << QByteArray("6") << none << none << 1
                                     << int(Fault::DuplicateContentLength);
        QTest::newRow("list of lengths") << QByteArray("5, 5") << none << none << none << 1 << badLength;
        QTest::newRow("signed") << QByteArray("+5") << none << none << none << 1 << badLength;
        QTest::newRow("negative") << QByteArray("-5") << none << none << none << 1 << badLength;
        QTest::newRow("hexadecimal") << QByteArray("0x5") << none << none << none << 1 << badLength;
        QTest::newRow("fraction") << QByteArray("5.0") << none << none << none << 1 << badLength;
        QTest::newRow("length and coding") << QByteArray("5") << none << QByteArray("chunked") << none << 1
                                           << int(Fault::ConflictingLengths);
        QTest::newRow("two codings") << none << none << QByteArray("chunked") << QByteArray("chunked") << 1
                                     << badCoding;
        QTest::newRow("coding in HTTP/1.0")
            << none << none << QByteArray("chunked") << none << 0 << badCoding;
        QTest::newRow("identity") << none << none << QByteArray("identity") << none << 1 << unknown;
        QTest::newRow("xchunked") << none << none << QByteArray("xchunked") << none << 1 << unknown;
        QTest::newRow("gzip, chunked") << none << none << QByteArray("gzip, chunked") << none << 1 << unknown;
        QTest::newRow("chunked, identity")
            << none << none << QByteArray("chunked, identity") << none << 1 << unknown;
        QTest::newRow("chunked;q=1") << none << none << QByteArray("chunked;q=1") << none << 1 << unknown;
        QTest::newRow("quoted") << none << none << QByteArray("\"chunked\"") << none << 1 << unknown;
    }
    void judgesTheFraming()
    {
        QFETCH(const int, minorVersion);
        HeaderList headers;
        for (const char* column : {"length1", "length2", "coding1", "coding2"}) {
            const auto value = *static_cast<QByteArray*>(QTest::qData(column, qMetaTypeId<QByteArray>()));
            if (!value.isEmpty()) {
                headers.add(column[0] == 'l' ? "Content-Length" : "Transfer-Encoding", value);
            }
        }
        QTEST(number(framingFault(headers, minorVersion)), "fault");
    }

    void knowsWhichFieldsDecideTheFraming()
    {
        QVERIFY(decidesFraming("content-LENGTH"));
        QVERIFY(decidesFraming("Transfer-encoding"));
        QVERIFY(!decidesFraming("Content-Type"));
        QVERIFY(!decidesFraming(""));
    }

    void refusesAnEmptyLength()
    {
        QCOMPARE(framingFault({{"Content-Length", ""}}, 1), std::optional(Fault::BadContentLength));
    }

    void asksForOneHost()
    {
        QCOMPARE(fieldFault({{"Host", "a"}}, 1), std::nullopt);
        QCOMPARE(fieldFault({}, 1), std::optional(Fault::MissingHost));
        QCOMPARE(fieldFault({}, 0), std::nullopt);
        QCOMPARE(fieldFault({{"Host", "a"}, {"host", "a"}}, 1), std::optional(Fault::DuplicateHost));
        QCOMPARE(fieldFault({{"Host", "a"}, {"host", "b"}}, 0), std::optional(Fault::DuplicateHost));
    }

    void knowsOneExpectation()
    {
        QCOMPARE(fieldFault({{"Host", "a"}, {"Expect", "100-Continue"}}, 1), std::nullopt);
        QCOMPARE(fieldFault({{"Host", "a"}, {"Expect", "200-ok"}}, 1),
                 std::optional(Fault::UnknownExpectation));
        QCOMPARE(fieldFault({{"Expect", "200-ok"}}, 0), std::nullopt); // RFC 9110 §10.1.1
    }
};

} // namespace

SIGNALBOX_TEST(HeaderRulesTest)
#include "header_rules_test.moc"
