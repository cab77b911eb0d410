// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filter/evaluation.h"

#include "tests/filter/sample_rows.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

#include <map>

using namespace signalbox;
using namespace signalbox::tests;
using link::RowKind;
using websocket::Opcode;

namespace {

const QByteArray envelope = "{\"action\":\"say\",\"message\":\"{\\\"price\\\":12.5,\\\"items\\\":[{"
                            "\\\"id\\\":\\\"x1\\\"}],\\\"ok\\\":true,\\\"none\\\":null}\","
                            "\"userId\":\"rstrahl\",\"recipients\":[{\"type\":\"group\",\"value\":\"red\"}]}";

/// The samples by name, each with its payload.
void setSample(SampleSubject& subject, const QByteArray& name)
{
    if (name == "received") {
        subject.set(receivedRow(), envelope);
        subject.setRecipients({ClientId(7), ClientId(9)});
    } else if (name == "ping") {
        subject.set(sentFrame(Opcode::Ping), "p1");
    } else if (name == "close") {
        subject.set(sentFrame(Opcode::Close), QByteArray("\x03\xE9going away", 12));
    } else if (name == "raw") {
        link::FrameRow row = sentFrame(Opcode::Text);
        subject.set(row, "{\"price\":3,\"name\":\"Grüße\",\"text\":\"12.5\"}");
    } else if (name == "binary") {
        link::FrameRow row = sentFrame(Opcode::Binary);
        row.header.fin = false;
        row.header.reservedBits = 4;
        row.fragment = 2;
        subject.set(row, QByteArray("\x00\xFFSTART\x00", 8));
    } else if (name == "push") {
        link::FrameRow row = rowOfKind(RowKind::Push);
        row.sender = link::SenderKind::Http;
        row.message = MessageId(19);
        row.target = "2 recipients";
        row.deliveries = {3, 2, 0, 1};
        subject.set(row,
                    "{\"action\":\"a\",\"message\":7,\"recipients\":[{\"type\":\"user\",\"value\":\"x\"},"
                    "{\"Type\":\"Group\",\"Value\":\"no\"},{\"type\":\"Group\",\"value\":\"blue\"}]}");
    } else if (name == "ended") {
        link::FrameRow row = rowOfKind(RowKind::Closed);
        row.client = ClientId(3);
        row.user = "ann";
        row.code = 1006;
        row.text = "gone";
        row.end = EndReason::Vanished;
        subject.set(row);
    } else if (name == "refused") {
        link::FrameRow row = rowOfKind(RowKind::Refused);
        row.code = 403;
        row.text = "origin.not_allowed";
        row.origin = "https://shop.example";
        row.address = "10.0.0.9:1234";
        subject.set(row);
    } else if (name == "request") {
        link::FrameRow row = rowOfKind(RowKind::Answered);
        row.code = 200;
        row.text = "POST /__broadcastWebSocket.wc";
        row.address = "10.0.0.9:1234";
        row.about = MessageId(19);
        subject.set(row);
    } else if (name == "call") {
        link::FrameRow row = rowOfKind(RowKind::Called);
        row.client = ClientId(3);
        row.user = "ann";
        row.code = 503;
        row.text = "webhook.failed";
        row.target = "http://app/hook";
        row.about = MessageId(18);
        subject.set(row);
    } else if (name == "opened") {
        link::FrameRow row = rowOfKind(RowKind::Opened);
        row.client = ClientId(3);
        row.user = "ann";
        row.text = "/ws?userId=ann";
        subject.set(row);
    } else if (name == "joined") {
        link::FrameRow row = rowOfKind(RowKind::Joined);
        row.client = ClientId(3);
        row.target = "red";
        subject.set(row);
    } else {
        link::FrameRow row = rowOfKind(RowKind::OperatorAct);
        row.text = "mute c3";
        subject.set(row);
    }
}

bool matches(const char* text, const QByteArray& sample)
{
    const auto filter = filter::compile(QString::fromUtf8(text));
    if (!filter) {
        qWarning("%s: %s", text, qPrintable(filter.error().message));
        return false;
    }
    SampleSubject subject;
    setSample(subject, sample);
    return filter->matches(subject);
}

} // namespace

class EvaluationTest final : public QObject {
    Q_OBJECT

    struct Case {
        const char* sample;
        std::vector<const char*> holds;
        std::vector<const char*> fails;
    };

    static void addCases(const std::vector<Case>& cases)
    {
        for (const Case& one : cases) {
            for (const char* text : one.holds) {
                QTest::addRow("%s: %s", one.sample, text)
                    << QByteArray(text) << QByteArray(one.sample) << true;
            }
            for (const char* text : one.fails) {
                QTest::addRow("%s, not: %s", one.sample, text)
                    << QByteArray(text) << QByteArray(one.sample) << false;
            }
        }
    }

private Q_SLOTS:
    void asksAFieldOfARow_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("sample");
        QTest::addColumn<bool>("found");
        addCases({
            {"received",
             {"number == 812",
              "number in {1..5, 800..900}",
              "frame.number > 811",
              "time > 2023-11-14T22:13:19Z",
              "time in {\"2023-11-14T22:13:20Z\"..\"2023-11-14T22:13:20Z\"}",
              "kind == frame",
              "type == text",
              "direction == received",
              "direction == in",
              "opcode == text",
              "opcode == 1",
              "fin",
              "mask",
              "mask == true",
              "rsv == 0",
              "length > 100",
              "not fragment",
              "from == ann",
              "from == \"c3\"",
              "from.user == \"ann\"",
              "from.client == c3",
              "to == \"group red\"",
              "to == c7",
              "to == bob",
              "to.user == bob",
              "to.client in {c9}",
              "with == bob",
              "with == ann",
              "user == ann",
              "client == C3",
              "claims == rstrahl",
              "sender == client",
              "group == red",
              "target matches \"^group\"",
              "action == say",
              "id == m18",
              "recipients == 2",
              "sent == 1",
              "queued > 0",
              "dropped == 0",
              "not code",
              "not reason",
              "not end"},
             {"number != 812",
              "number in {1..5}",
              "time < 2023-11-14T22:13:20Z",
              "kind == push",
              "from == Ann",
              "from != ann",
              "from.client == c4",
              "to == ann",
              "to.client == c3",
              "to.user == ann",
              "group == \"group red\"",
              "rsv > 0",
              "fragment",
              "mask == false",
              "not fin",
              "code",
              "origin",
              "address",
              "path",
              "act",
              "error",
              "direction == sent",
              "id != m18",
              "length < 1"}},
            {"ping",
             {"opcode == ping", "type == ping", "direction == sent", "from == broker", "to == bob",
              "to.client == c7", "payload == p1", "not message", "not from.client", "not id", "not dropped"},
             {"opcode == text", "from == bob", "from.user", "message", "message contains p",
              "recipients == 0", "recipients != 5"}},
            {"close",
             {"code == 1001", "code in {1000..1001}", "reason == \"going away\"", "reason contains AWAY",
              "opcode == close"},
             {"code == 1000", "end", "reason == away"}},
            {"binary",
             {"opcode == binary", "rsv == 4", "fragment == 2", "not fin", "payload contains start"},
             {"fin", "mask", "message.x", "payload.x"}},
            {"push",
             {"kind == push", "sender == http", "from == http", "direction == received", "group == blue",
              "dropped >= 1", "message == 7", "not mask", "not opcode"},
             {"group == x", "sender == client", "opcode == text", "group == no"}},
            {"ended",
             {"kind == ended", "kind == closed", "end == vanished", "code == 1006", "reason == gone",
              "from.user == ann", "to == broker"},
             {"end == slow", "direction", "sender", "error"}},
            {"refused",
             {"kind == refused", "code == 403", "error == origin.not_allowed", "origin contains shop",
              "address matches \"^10[.]\"", "from == https://shop.example"},
             {"reason", "client", "user", "from.user"}},
            {"request",
             {"type == request", "kind == request", "code == 200", "path == /__broadcastWebSocket.wc",
              "id == m19", "from == \"10.0.0.9:1234\"", "to == broker"},
             {"error", "kind == push", "recipients == 0", "client", "direction"}},
            {"call",
             {"type:called", "error == webhook.failed", "code >= 500", "from == ann", "client == c3",
              "to contains hook", "id == m18"},
             {"path", "type == refused", "to == broker", "dropped"}},
            {"opened", {"path contains userId=ann", "from == ann", "type:opened"}, {"error", "code"}},
            {"joined", {"group == red", "to == red", "kind == joined"}, {"action"}},
            {"act", {"act contains mute", "from == operator", "type == act"}, {"path", "reason"}},
        });
    }

    void asksAFieldOfARow()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, sample);
        QFETCH(bool, found);
        QCOMPARE(matches(text, sample), found);
    }

    void looksIntoJson_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("sample");
        QTest::addColumn<bool>("found");
        addCases({
            {"received",
             {"message.price > 10", "message.price == 12.5", "message.price in {12..13}", "message",
              "message.items[0].id == \"x1\"", "message.items.0.id contains X", "message.ok",
              "message.ok == true", "message.none == null", "message.none", "message contains price",
              "message matches \"ok.*true\"", "payload.action == \"say\"", "payload.recipients[0].value:RED",
              "message.items contains x1", "not message.gone", "message.price != 3"},
             {"message.price > 12.5", "message.price == \"12\"", "message.gone", "message.gone != 3",
              "message.ok == false", "message.items[1]", "message.ok > 0", "message.price > x",
              "message.action", "message.none == 0"}},
            {"raw",
             {"message.price == 3", "payload.price >= 3", "message.text > 12", "message.text in {12..13}",
              "message.text == 12.5", "message.text == \"12.5\"", "message.name == \"Grüße\"",
              "message.name:GRüßE"},
             {"message.name == \"grüße\"", "message.text == 12"}},
        });
    }

    void looksIntoJson() { asksAFieldOfARow(); }

    void joinsConditions_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("sample");
        QTest::addColumn<bool>("found");
        addCases(
            {{"received",
              {"direction == received && opcode == text && from.user == \"ann\" && message.price > 10 && "
               "payload contains \"x\"",
               "opcode == ping or opcode == text", "not opcode == ping", "!(opcode == ping)",
               "opcode == ping or opcode == text and fin", "from:ANN -opcode:ping", "price say",
               "price and not nothing", "\"PRICE\"", "from not in {\"bob\", \"cat\"}", "RSTRAHL", "c3",
               "group", "action:say to:\"group red\"", ""},
              {"opcode == text and opcode == ping", "(opcode == ping or opcode == text) and not fin",
               "-from:ann", "price nothing", "\"rstrahls\"", "from not in {\"ann\"}", "\"c3\"",
               "not not -fin"}}});
    }

    void joinsConditions() { asksAFieldOfARow(); }

    void aGapIsNeverHidden()
    {
        SampleSubject subject;
        subject.set(rowOfKind(RowKind::Gap));
        QVERIFY(filter::compile(u"opcode == ping")->matches(subject));
    }

    void theNextRowIsReadAnew()
    {
        SampleSubject subject;
        const auto filter = filter::compile(u"message.price == 3");
        setSample(subject, "received");
        QVERIFY(!filter->matches(subject));
        setSample(subject, "raw");
        QVERIFY(filter->matches(subject));
    }

    void aPreviewStandsForThePayload()
    {
        link::FrameRow row = receivedRow();
        row.preview = "{\"action\":\"say\",\"message\":{\"price\":9}}";
        filter::RowSubject subject;
        subject.set(row);
        QVERIFY(filter::compile(u"message.price == 9")->matches(subject));
        const QByteArray payload = "{\"action\":\"say\",\"message\":{\"price\":10}}";
        const std::array recipients{ClientId(8)};
        subject.set(row, payload, recipients);
        QVERIFY(filter::compile(u"message.price == 10 and to.client == c8")->matches(subject));
    }

    void aPatternThatGoesWrongGivesUp()
    {
        SampleSubject subject;
        subject.set(receivedRow(), QByteArray(5'000, 'a') + "!");
        QVERIFY(!filter::compile(u"payload matches \"^(a+)+$\"")->matches(subject));
    }
};

SIGNALBOX_TEST(EvaluationTest)
#include "evaluation_test.moc"
