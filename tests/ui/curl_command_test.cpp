// SPDX-License-Identifier: GPL-3.0-or-later
// The command that is copied, run by bash against a real broker: it makes the same request again.
#include "ui/format/curl_command.h"

#include "tests/support/raw_peer.h"
#include "tests/support/running_broker.h"
#include "tests/support/test_registry.h"
#include "tests/webhook/small_application.h"
#include "ui/format/http_message.h"

#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtTest/QtTest>
#include <QtWebSockets/QWebSocket>

#include <algorithm>

using namespace signalbox;
using namespace Qt::StringLiterals;
using link::RowKind;
using tests::RawPeer;
using tests::RunningBroker;

namespace {

QByteArray post(const QByteArray& target, const QByteArray& body, const QByteArray& fields = {})
{
    return "POST " + target +
           " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" +
           fields + "\r\n" + body;
}

QByteArray get(const QByteArray& target, const QByteArray& fields = {})
{
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n";
}

/// What of a request a server goes by: its line, its fields in any order, its body.
QByteArrayList told(const QByteArray& request)
{
    const ui::HttpMessage message = ui::readHttpMessage(request);
    QByteArrayList fields;
    for (const ui::HttpField& field : message.fields) {
        if (field.name.toLower() != "connection") { // curl keeps it open by default
            fields += field.name.toLower() + ": " + field.value;
        }
    }
    std::ranges::sort(fields);
    return QByteArrayList{message.startLine, message.body} + fields;
}

} // namespace

class CurlCommandTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"curl"_s).isEmpty()) {
            QSKIP("curl is not installed");
        }
    }
    void init() { m_broker = std::make_unique<RunningBroker>(); }
    void cleanup() { m_broker.reset(); }

    void makesTheSameRequestAgain_data();
    void makesTheSameRequestAgain();
    void makesTheSameHandshakeAgain();
    void makesTheSameCallAgain();
    void asksForTheTokenInsteadOfTellingIt();
    void goesToTheBrokerWhateverNameItWasCalledBy();
    void saysThatABodyWasNotRead();
    void makesNothingOfWhatIsNoRequest_data();
    void makesNothingOfWhatIsNoRequest();

private:
    /// The detail of the row number `count` of those of HTTP, once it is there.
    link::FrameDetail httpRow(size_t count)
    {
        const auto numbers = [this] {
            std::vector<quint64> found;
            for (const link::FrameRow& row : m_broker->rows()) {
                if (row.kind == RowKind::Answered || row.kind == RowKind::Refused ||
                    row.kind == RowKind::Opened) {
                    found.push_back(row.number);
                }
            }
            return found;
        };
        [&] { QTRY_VERIFY(numbers().size() >= count); }();
        return std::get<link::FrameDetail>(m_broker->ask(link::FetchFrame{numbers().at(count - 1)}));
    }
    [[nodiscard]] ui::CurlCommand curl(const link::FrameDetail& detail)
    {
        return ui::curlCommand(detail, m_broker->url({}).toEncoded());
    }
    /// As somebody who pastes it; what it wrote.
    static QByteArray pasted(const QString& command, const QByteArray& token = {})
    {
        QProcess bash;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"SIGNALBOX_TOKEN"_s, QString::fromLatin1(token));
        bash.setProcessEnvironment(environment);
        bash.start(u"bash"_s, {u"--norc"_s});
        bash.write(command.toUtf8() + "\n");
        bash.closeWriteChannel();
        [&] { QTRY_COMPARE_WITH_TIMEOUT(bash.state(), QProcess::NotRunning, 30'000); }();
        return bash.readAllStandardOutput();
    }

    std::unique_ptr<RunningBroker> m_broker;
};

void CurlCommandTest::makesTheSameRequestAgain_data()
{
    const QByteArray json = "Content-Type: application/json\r\n";
    QByteArray bytes;
    for (int byte = 0; byte < 256; ++byte) {
        bytes += static_cast<char>(byte);
    }
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("a message") << post("/__broadcastWebSocket.wc", R"({"action":"say"})", json);
    QTest::newRow("without a type") << post("/__broadcastWebSocket.wc", R"({"action":"say"})");
    QTest::newRow("quotes and lines") << post(
        "/__broadcastWebSocket.wc", "{\"action\":\"it's\",\n\t\"message\":\"$HOME `id` \\\\ !\"}\r\n", json);
    QTest::newRow("a file's name") << post("/__broadcastWebSocket.wc", "@/etc/hostname", json);
    QTest::newRow("no JSON") << post("/__broadcastWebSocket.wc", "-d no json", json);
    QTest::newRow("bytes") << post("/__broadcastWebSocket.wc", bytes, json);
    QTest::newRow("no UTF-8") << post("/__broadcastWebSocket.wc", "\xff\xc3(", json);
    QTest::newRow("large") << post("/__broadcastWebSocket.wc",
                                   R"({"action":"say","message":")" + QByteArray(300'000, 'x') + "\"}", json);
    QTest::newRow("an empty body") << post("/__broadcastWebSocket.wc", {}, json);
    QTest::newRow("managed") << post("/v1/messages",
                                     R"({"receivers":{"sockets":["*"],"tags":null},"data":"hi"})", json);
    QTest::newRow("a page") << get("/", "Accept: text/html\r\nUser-Agent: Mozilla/5.0 (X11; Linux)\r\n");
    QTest::newRow("as curl asks") << get("/healthz", "Accept: */*\r\n");
    QTest::newRow("a query") << get("/healthz?a=%20b&c=[1]{2}&d='e'");
    QTest::newRow("dots") << get("/a/../healthz");
    QTest::newRow("a proxy's form") << get("http://localhost/healthz");
    QTest::newRow("no name") << get("/", "X-Empty:\r\nX-Twice: 1\r\nX-Twice: 2\r\n");
    QTest::newRow("head") << QByteArray("HEAD /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTest::newRow("preflight") << QByteArray(
        "OPTIONS /__broadcastWebSocket.wc HTTP/1.1\r\nHost: localhost\r\n"
        "Origin: http://localhost:8080\r\n"
        "Access-Control-Request-Method: POST\r\n\r\n");
    QTest::newRow("another method") << QByteArray("DELETE /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTest::newRow("not found") << get("/nowhere");
    QTest::newRow("HTTP/1.0") << QByteArray("GET /healthz HTTP/1.0\r\nHost: localhost\r\n\r\n");
}

void CurlCommandTest::makesTheSameRequestAgain()
{
    QFETCH(QByteArray, request);
    RawPeer peer(m_broker->url({}));
    peer.send(request);
    const link::FrameDetail first = httpRow(1);
    pasted(curl(first).text);
    const link::FrameDetail again = httpRow(2);
    QCOMPARE(told(again.handshakeRequest), told(first.handshakeRequest));
    QCOMPARE(again.row.kind, first.row.kind);
    QCOMPARE(again.row.code, first.row.code);
    QCOMPARE(again.row.text, first.row.text);
}

void CurlCommandTest::makesTheSameHandshakeAgain()
{
    RawPeer peer(m_broker->url({}));
    peer.handshake("/ws?userId=ann&groupId=red");
    const link::FrameDetail first = httpRow(1);
    QCOMPARE(first.row.kind, RowKind::Opened);
    const QByteArray answer = pasted(curl(first).text + u" --max-time 1"_s); // it stays open
    QVERIFY2(answer.startsWith("HTTP/1.1 101 "), answer);
    const link::FrameDetail again = httpRow(2);
    QCOMPARE(told(again.handshakeRequest), told(first.handshakeRequest));
    QCOMPARE(again.row.kind, RowKind::Opened);
}

void CurlCommandTest::makesTheSameCallAgain()
{
    tests::SmallApplication application;
    Settings settings;
    settings.webhook.url = application.url();
    m_broker = std::make_unique<RunningBroker>(settings);
    QWebSocket ann;
    ann.open(m_broker->url(u"/ws?userId=änn&groupId=red"_s));
    QTRY_COMPARE(ann.state(), QAbstractSocket::ConnectedState);
    ann.sendTextMessage(u"{\"action\":\"say\",\n\"message\":\"it's\"}"_s);
    const auto isCall = [](const link::FrameRow& row) { return row.kind == RowKind::Called; };
    QTRY_VERIFY(std::ranges::any_of(m_broker->rows(), isCall));
    const quint64 number = std::ranges::find_if(m_broker->rows(), isCall)->number;
    const auto detail = std::get<link::FrameDetail>(m_broker->ask(link::FetchFrame{number}));
    const QByteArray answer = pasted(curl(detail).text);
    QCOMPARE(answer, QByteArray("ok"));
    QCOMPARE(application.requests.size(), 2);
    QCOMPARE(told(application.requests[1]), told(detail.handshakeRequest));
}

void CurlCommandTest::asksForTheTokenInsteadOfTellingIt()
{
    RawPeer peer(m_broker->url({}));
    peer.send(get("/healthz", "Authorization: Bearer 0123456789\r\n"));
    const link::FrameDetail detail = httpRow(1);
    const QString command = curl(detail).text;
    QVERIFY(command.contains(u"-H \"Authorization: Bearer $SIGNALBOX_TOKEN\""_s));
    QVERIFY(!command.contains(u"0123456789"_s));
    QVERIFY(!command.contains(u"**"_s));
    pasted(command, "9876543210");
    QCOMPARE(told(httpRow(2).handshakeRequest), told(detail.handshakeRequest)); // stars, as many
}

void CurlCommandTest::goesToTheBrokerWhateverNameItWasCalledBy()
{
    RawPeer peer(m_broker->url({}));
    peer.send("GET /healthz HTTP/1.1\r\nHost: shop.example:81\r\n\r\n");
    const link::FrameDetail first = httpRow(1);
    QCOMPARE(first.row.text, QByteArray("http.host_refused"));
    const QString command = curl(first).text;
    QVERIFY(command.startsWith(u"curl http://127.0.0.1:"_s));
    pasted(command);
    QCOMPARE(httpRow(2).row.text, QByteArray("http.host_refused"));
}

void CurlCommandTest::saysThatABodyWasNotRead()
{
    RawPeer peer(m_broker->url({}));
    peer.send(post("/__broadcastWebSocket.wc", "{}", "Origin: https://shop.example\r\n"));
    const link::FrameDetail refused = httpRow(1);
    QCOMPARE(refused.row.code, quint16(403));
    QVERIFY(curl(refused).lacksBody);
    pasted(curl(refused).text); // refused for its header again
    QCOMPARE(told(httpRow(2).handshakeRequest), told(refused.handshakeRequest));
    RawPeer other(m_broker->url({}));
    other.send(post("/__broadcastWebSocket.wc", "{}"));
    QVERIFY(!curl(httpRow(3)).lacksBody);
}

void CurlCommandTest::makesNothingOfWhatIsNoRequest_data()
{
    QTest::addColumn<QByteArray>("received");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("TLS") << QByteArray("\x16\x03\x01\x02\x00\x01");
    QTest::newRow("one word") << QByteArray("HELO\r\n\r\n");
    QTest::newRow("an answer's line") << QByteArray("HTTP/1.1\r\n\r\n");
}

void CurlCommandTest::makesNothingOfWhatIsNoRequest()
{
    QFETCH(QByteArray, received);
    link::FrameDetail detail;
    detail.row.kind = RowKind::Refused;
    detail.handshakeRequest = received;
    QCOMPARE(curl(detail).text, QString());
}

SIGNALBOX_TEST(CurlCommandTest)
#include "curl_command_test.moc"
