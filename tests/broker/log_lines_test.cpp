// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/log_lines.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;

namespace {

/// What would forge a line, hide one, or colour a terminal: line breaks, an escape, a right-to-left override.
const QByteArray hostile = "a\r\nINFO forged\x1b[31m\xe2\x80\xae\xc2\x9b\xff";

bool isPlain(const QString& line)
{
    return std::none_of(line.begin(), line.end(), [](QChar character) {
        return character.category() == QChar::Other_Control || character.category() == QChar::Other_Format ||
               character == QChar::LineSeparator || character == QChar::ParagraphSeparator;
    });
}

} // namespace

class LogLinesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhoOpened()
    {
        link::ClientInfo client;
        client.client = ClientId(3);
        client.address = "127.0.0.1:4000";
        client.path = "/ws";
        QCOMPARE(openedLine(client), QStringLiteral("c3 opened from 127.0.0.1:4000 at /ws"));
        client.user = UserName::trusted("ann");
        client.groups = {GroupName::trusted("red"), GroupName::trusted("blue")};
        QCOMPARE(openedLine(client),
                 QStringLiteral("c3 opened from 127.0.0.1:4000 at /ws, user \"ann\", groups "
                                "\"red\", \"blue\""));
    }

    void namesTheOneGroupOfAClient()
    {
        link::ClientInfo client;
        client.client = ClientId(4);
        client.address = "127.0.0.1:4000";
        client.path = "/%1\\%2"; // nothing is put in its place
        client.groups = {GroupName::trusted("red \"one\"")};
        QCOMPARE(openedLine(client),
                 QStringLiteral("c4 opened from 127.0.0.1:4000 at /%1\\\\%2, group \"red \\\"one\\\"\""));
    }

    void saysWhyItEnded()
    {
        link::ClientEnd end{ClientId(3), {}, EndReason::PeerClosed, 1000, {}, {}};
        QCOMPARE(endedLine(end), QStringLiteral("c3 ended: peer closed, close code 1000"));
        end.closeReason = "bye";
        end.user = UserName::trusted("ann");
        QCOMPARE(endedLine(end),
                 QStringLiteral("c3 ended: peer closed, close code 1000 \"bye\", user \"ann\""));
    }

    void saysWhatWasRefused()
    {
        QCOMPARE(refusedLine("handshake", "127.0.0.1:4000", http::httpError(http::Fault::NotFound)),
                 QStringLiteral("refused a handshake from 127.0.0.1:4000: 404 http.not_found"));
    }

    void makesHostileNamesPlain()
    {
        link::ClientInfo client;
        client.client = ClientId(1);
        client.path = hostile;
        client.address = hostile;
        client.user = UserName::trusted(hostile);
        client.groups = {GroupName::trusted(hostile)};
        client.userAgent = hostile;
        QVERIFY2(isPlain(openedLine(client)), qPrintable(openedLine(client)));
        const link::ClientEnd end{ClientId(1), client.user, EndReason::PeerClosed, 1000, hostile, {}};
        QVERIFY2(isPlain(endedLine(end)), qPrintable(endedLine(end)));
        QVERIFY(endedLine(end).startsWith(u"c1 ended: "));
    }

    void saysWhatBecameOfAPush()
    {
        Receipt receipt;
        receipt.message = MessageId(7);
        receipt.counts = {.recipients = 6, .sent = 3, .queued = 2, .dropped = 1};
        QCOMPARE(pushLine(receipt, QStringLiteral("x")),
                 QStringLiteral("m7 from x: 6 recipients, 3 sent, 2 queued, 1 dropped"));
        receipt.pendingWorkers = 2;
        receipt.hint = QStringLiteral("why");
        QVERIFY(pushLine(receipt, QStringLiteral("x")).endsWith(u", 2 pending (why)"));
    }

    void sumsTheWebhookWhereThereIsOne()
    {
        link::Statistics sum;
        QVERIFY(webhookSums(sum).isEmpty());
        sum.webhookTaken = 5;
        sum.webhookRefused = 1;
        QCOMPARE(webhookSums(sum),
                 QStringLiteral("webhook: 5 calls taken, 0 failed, 1 refused for want of room"));
    }

    void saysWhichProxyAClientCameThrough()
    {
        link::ClientInfo client;
        client.client = ClientId(3);
        client.address = "203.0.113.7";
        client.path = "/ws";
        client.proxy = "127.0.0.1:4000";
        QCOMPARE(openedLine(client),
                 QStringLiteral("c3 opened from 203.0.113.7 at /ws, through 127.0.0.1:4000"));
        client.secure = true;
        QCOMPARE(openedLine(client),
                 QStringLiteral("c3 opened from 203.0.113.7 at /ws, through 127.0.0.1:4000 with TLS"));
    }

    void saysWhatBecameOfACallWithoutItsContent()
    {
        webhook::CallRecord record;
        record.call.message = MessageId(18);
        record.call.client = ClientId(3);
        record.call.body = "secret";
        record.call.attempts = 2;
        record.answer.status = 200;
        record.took = std::chrono::milliseconds(12);
        QCOMPARE(webhookLine(record),
                 QStringLiteral("m18 of c3 reached the application, status 200, attempt 2, 12 ms"));
        record.answer = {};
        record.error = Error{"webhook.timeout", {}};
        QCOMPARE(
            webhookLine(record),
            QStringLiteral("m18 of c3 did not reach the application: webhook.timeout, attempt 2, 12 ms"));
        record.call.attempts = 0;
        QCOMPARE(webhookLine(record),
                 QStringLiteral("m18 of c3 did not reach the application: webhook.timeout"));
    }
};

SIGNALBOX_TEST(LogLinesTest)
#include "log_lines_test.moc"
