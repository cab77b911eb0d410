// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/forwarding.h"

#include "tests/http/make_request.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

namespace {

using namespace signalbox::http;
using signalbox::tests::makeRequest;

const QHostAddress proxy(QStringLiteral("10.0.0.1"));
const QByteArray proxyText = "10.0.0.1:4000";

class ForwardingTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheClient_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("client"); // empty: the connection's own
        QTest::addColumn<int>("malformed");
        const auto row = [](const char* name, const QByteArray& header, const QByteArray& client,
                            int malformed = 0) { QTest::newRow(name) << header << client << malformed; };
        row("one address", "203.0.113.7", "203.0.113.7");
        row("what the client wrote itself", "1.2.3.4, 203.0.113.7", "203.0.113.7");
        row("two proxies", "1.2.3.4, 203.0.113.7, 10.9.9.9", "203.0.113.7");
        row("only proxies", "10.0.0.3, 10.0.0.2", "10.0.0.3");
        row("blanks and tabs", " \t203.0.113.7\t ", "203.0.113.7");
        row("with a port, as IIS writes", "203.0.113.7:4711", "203.0.113.7:4711");
        row("IPv6", "2001:db8::7", "2001:db8::7");
        row("IPv6 in brackets", "[2001:DB8::7]", "2001:db8::7");
        row("IPv6 with a port", "[2001:db8::7]:4711", "[2001:db8::7]:4711");
        row("IPv4 in IPv6", "::ffff:203.0.113.7", "203.0.113.7");
        row("nonsense left of the client", "<script>, 203.0.113.7", "203.0.113.7");
        row("nothing", "", "", 1);
        row("a name", "unknown", "", 1);
        row("an obfuscated one", "_hidden", "", 1);
        row("nonsense at the right", "203.0.113.7, nonsense", "", 1);
        row("nonsense behind a proxy", "nonsense, 10.0.0.2", "", 1);
        row("a comma too many", "203.0.113.7,", "", 1);
        row("half an address", "203.0.113", "", 1);
        row("a number", "3405803783", "", 1);
        row("a bad port", "203.0.113.7:x", "", 1);
        row("an empty port", "203.0.113.7:", "", 1);
        row("an open bracket", "[2001:db8::7", "", 1);
        row("IPv4 in brackets", "[203.0.113.7]", "", 1);
        row("text behind a bracket", "[2001:db8::7]x", "", 1);
        row("a zone", "fe80::1%eth0", "", 1);
    }

    void findsTheClient()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, client);
        QFETCH(int, malformed);
        const Peer peer = behindProxy({"X-Forwarded-For: " + header});
        QCOMPARE(peer.text, client.isEmpty() ? proxyText : client);
        QCOMPARE(peer.proxy, client.isEmpty() ? QByteArray() : proxyText);
        QCOMPARE(peer.malformed, malformed);
    }

    void readsSeveralFieldsAsOneList()
    {
        QCOMPARE(behindProxy({"X-Forwarded-For: 1.2.3.4", "X-Forwarded-For: 203.0.113.7"}).text,
                 QByteArray("203.0.113.7"));
        QCOMPARE(behindProxy({"x-forwarded-for: 203.0.113.7", "X-FORWARDED-FOR: 10.0.0.2"}).text,
                 QByteArray("203.0.113.7"));
    }

    void believesNobodyElse()
    {
        const QList<QByteArray> header{"X-Forwarded-For: 203.0.113.7", "X-Forwarded-Proto: https"};
        for (const Forwarding& forwarding : {Forwarding(), Forwarding({"10.0.0.2/32", "nonsense"})}) {
            const Peer peer = forwarding.peerOf(request(header), proxy, proxyText);
            QCOMPARE(peer.text, proxyText);
            QCOMPARE(peer.address, proxy);
            QVERIFY(peer.proxy.isEmpty() && peer.scheme.isEmpty());
            QCOMPARE(peer.malformed, 0);
        }
    }

    void knowsAProxyUnderItsMappedAddress()
    {
        const Peer peer =
            Forwarding({"10.0.0.0/8"})
                .peerOf(request({"X-Forwarded-For: 203.0.113.7"}),
                        QHostAddress(QStringLiteral("::ffff:10.0.0.1")), "[::ffff:10.0.0.1]:4000");
        QCOMPARE(peer.text, QByteArray("203.0.113.7"));
    }

    void readsTheScheme_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("scheme");
        QTest::addColumn<int>("malformed");
        QTest::newRow("https") << QByteArray("https") << QByteArray("https") << 0;
        QTest::newRow("HTTPS") << QByteArray("HTTPS") << QByteArray("https") << 0;
        QTest::newRow("wss") << QByteArray("wss") << QByteArray("https") << 0;
        QTest::newRow("http") << QByteArray("http") << QByteArray("http") << 0;
        QTest::newRow("the nearest proxy's") << QByteArray("http, https") << QByteArray("https") << 0;
        QTest::newRow("nonsense") << QByteArray("gopher") << QByteArray() << 1;
        QTest::newRow("nothing") << QByteArray("") << QByteArray() << 1;
    }
    void readsTheScheme()
    {
        QFETCH(QByteArray, header);
        const Peer peer = behindProxy({"X-Forwarded-Proto: " + header});
        QTEST(peer.scheme, "scheme");
        QTEST(peer.malformed, "malformed");
    }

private:
    static Request request(const QList<QByteArray>& fields)
    {
        return makeRequest(QList<QByteArray>{"GET / HTTP/1.1", "Host: localhost"} + fields);
    }
    static Peer behindProxy(const QList<QByteArray>& fields)
    {
        return Forwarding({"10.0.0.0/8"}).peerOf(request(fields), proxy, proxyText);
    }
};

} // namespace

SIGNALBOX_TEST(ForwardingTest)
#include "forwarding_test.moc"
