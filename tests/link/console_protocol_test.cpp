// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/link/console_protocol.h"

#include "server/link/wire_fields.h"
#include "tests/support/test_registry.h"

#include <QtCore/QCborValue>
#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::link;

namespace {

template <typename Alternative>
console::Request request(Alternative command)
{
    return console::NumberedCommand{7, std::move(command)};
}

console::Reply batchOf(std::vector<FrameRow> rows)
{
    FrameBatch batch;
    batch.rows = std::move(rows);
    return Event{FramesCaptured{std::move(batch)}};
}

FrameRow fullRow()
{
    FrameRow row;
    row.number = 12'345'678'901;
    row.time = WallTime(std::chrono::microseconds(1'700'000'000'123'456));
    row.kind = RowKind::Closed;
    row.direction = Direction::Sent;
    row.client = ClientId(3);
    row.user = QByteArray("a\0b\xff", 4);
    row.header = {false, 5, websocket::Opcode::Pong, true, {1, 2, 3, 255}, 70'000};
    row.message = MessageId(9);
    row.code = 4008;
    row.end = EndReason::SlowClient;
    row.deliveries = {4, 1, 2, 1};
    row.gapBytes = -5;
    row.gapEnd = WallTime::max();
    return row;
}

template <typename Message>
const Message& understood(const console::Decoded<Message>& decoded)
{
    return std::get<Message>(decoded.message);
}

} // namespace

class ConsoleProtocolTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void carriesEveryRequestAndItsAnswer_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isReply");
        const auto add = [](const char* name, const console::Request& what) {
            QTest::newRow(name) << console::encode(what) << false;
        };
        const auto addReply = [](const char* name, const console::Reply& what) {
            QTest::newRow(name) << console::encode(what) << true;
        };
        add("attach", console::Attach{});
        add("attach with a filter", console::Attach{false, {true, true, QStringLiteral("fin")}});
        add("detach", console::Detach{});
        add("batches", console::BatchesTaken{4});
        add("send", request(SendMessage{R"({"action":"a"})", true}));
        add("payload", request(SendPayload{{{RecipientType::AllButUser, "u"}}, "\x00\x01", true, false}));
        add("preview", request(PreviewRecipients{{{RecipientType::Tag, "t"}}}));
        add("disconnect", request(DisconnectClient{ClientId(4), 1001, "bye"}));
        add("join", request(JoinGroup{ClientId(4), *GroupName::make("red")}));
        add("mute", request(MuteClient{ClientId(4), WallTime::max()}));
        add("close group", request(CloseGroup{{}, 1000, {}}));
        add("origin", request(AllowOrigin{"https://shop.example", true}));
        add("test clients", request(ConnectTestClients{20, "n", "g", TestBehaviour::Chatter,
                                                       std::chrono::milliseconds(100)}));
        add("fetch", request(FetchFrame{8}));
        add("filter", request(FilterFrames{QStringLiteral("opcode == text")}));
        add("search", request(SearchFrames{QStringLiteral("\"x\""), 7, 50}));
        add("disable service", request(SetServiceEnabled{"chat.js", false}));
        add("reload service", request(ReloadService{"chat.js"}));
        add("example", request(AddExampleService{"chat.js"}));
        addReply("greeting", console::Greeting{"Signalbox", "1", "run"});
        addReply("listeners",
                 Event{ListenersChanged{{{"ws://[::1]:1", false, "e", QStringLiteral("no")}}, "u"}});
        addReply("clients", Event{ClientsChanged{{someClient()}}});
        addReply("ends", Event{ClientsEnded{{{ClientId(1), {}, EndReason::Shutdown, 1001, "x", {}}}}});
        addReply("traffic", Event{TrafficMeasured{{{ClientId(1), 1, 2, 3, 4, 5}}}});
        addReply("statistics", Event{Statistics{WallTime{}, 5, 6}});
        addReply("rows", batchOf({fullRow(), FrameRow{}}));
        addReply("progress",
                 Event{DeliveriesProgressed{
                     MessageId(1), {{ClientId(2), DeliveryStage::Lost, std::chrono::microseconds(9)}}}});
        addReply("done", Event{CommandAnswer{3, CommandAnswer::Done{}}});
        addReply("receipt",
                 Event{CommandAnswer{3, Receipt{MessageId(2), {1, 1, 0, 0}, 1, QStringLiteral("ä"), {}}}});
        addReply("error", Event{CommandAnswer{3, Error{"a.b", QStringLiteral("No.")}}});
        addReply("detail", Event{CommandAnswer{3, someDetail()}});
        addReply("found", Event{FramesFound{4, {9, 7}, {fullRow()}, 10, 20, true}});
        addReply("services", Event{ServicesChanged{ServicesAvailability::Available,
                                                   QStringLiteral("/s"),
                                                   true,
                                                   3,
                                                   {"chat.js"},
                                                   {someService()}}});
        addReply("service log", Event{ServicesLogged{true,
                                                     {{"chat.js", 7, WallTime(std::chrono::seconds(5)),
                                                       ServiceLogLevel::Error, true, QStringLiteral("ä")}}}});
        addReply("stopped", Event{BrokerStopped{}});
    }

    void carriesEveryRequestAndItsAnswer()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, isReply);
        if (isReply) {
            const auto decoded = console::decodeReply(bytes);
            QCOMPARE(console::encode(understood<console::Reply>(decoded)), bytes);
        } else {
            const auto decoded = console::decodeRequest(bytes);
            QCOMPARE(console::encode(understood<console::Request>(decoded)), bytes);
        }
    }

    void bringsEveryMemberOfARow()
    {
        const auto decoded = console::decodeReply(console::encode(batchOf({fullRow()})));
        const auto& event = std::get<Event>(understood<console::Reply>(decoded));
        const FrameRow row = std::get<FramesCaptured>(event).batch.rows.at(0);
        const FrameRow sent = fullRow();
        QCOMPARE(row.number, sent.number);
        QVERIFY(row.time == sent.time && row.gapEnd == sent.gapEnd);
        QCOMPARE(row.kind, sent.kind);
        QCOMPARE(row.user, sent.user);
        QVERIFY(row.header == sent.header);
        QCOMPARE(row.end, sent.end);
        QVERIFY(row.deliveries == sent.deliveries);
        QCOMPARE(row.gapBytes, sent.gapBytes);
    }

    /// What is on the wire stays as it is: consoles of other versions read it.
    void writesTheSameBytesInEveryVersion()
    {
        QCOMPARE(console::encode(request(DisconnectClient{ClientId(4), 1001, "bye"})).toHex(),
                 QByteArray("8203bf000701820 3bf000401 1903e90243627965ffff").replace(" ", ""));
    }

    void leavesOutWhatIsAsItWasMade()
    {
        QCOMPARE(console::encode(console::Attach{}).toHex(), QByteArray("8200bfff"));
        QVERIFY(console::encode(batchOf({FrameRow{}})).size() < 16);
    }

    void takesAMemberThatOnlyANewerProgramHas()
    {
        const QCborMap map{{0, 3}, {99, QCborArray{1, QStringLiteral("x"), QCborMap{{1, 2}}}}};
        const auto decoded = console::decodeRequest(QCborValue(QCborArray{2, map}).toCbor());
        QCOMPARE(std::get<console::BatchesTaken>(understood<console::Request>(decoded)).batches, 3);
    }

    void doesNotUnderstandAnAlternativeOfANewerProgram()
    {
        const auto decoded = console::decodeRequest(QCborValue(QCborArray{200, QCborMap{{0, 3}}}).toCbor());
        QVERIFY(std::holds_alternative<console::NotUnderstood>(decoded.message));
    }

    void leavesOutAndCountsARowOfANewerProgram()
    {
        const QCborMap strange{{0, 1}, {2, 999}};
        const QCborMap known{{0, 2}, {2, 1}};
        const QCborMap batch{{0, QCborArray{strange, known}}};
        const QCborArray message{1, QCborArray{5, QCborMap{{0, batch}}}};
        const auto decoded = console::decodeReply(QCborValue(message).toCbor());
        const auto& event = std::get<Event>(understood<console::Reply>(decoded));
        QCOMPARE(std::get<FramesCaptured>(event).batch.rows.size(), size_t(1));
        QCOMPARE(decoded.skipped, 1);
    }

    void refusesWhatHasAnotherShape_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto add = [](const char* name, const QCborValue& value) {
            QTest::newRow(name) << value.toCbor();
        };
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << QByteArray("hello");
        add("a number", 1);
        add("an empty array", QCborArray{});
        add("text for a number", QCborArray{2, QCborMap{{0, QStringLiteral("4")}}});
        add("a negative count of bytes", QCborArray{3, QCborMap{{0, -1}}});
        add("a number that is too large", QCborArray{2, QCborMap{{0, qint64(1) << 40}}});
        add("a name with a control character",
            QCborArray{3, QCborMap{{1, QCborArray{4, QCborMap{{1, QByteArray("a\nb")}}}}}});
        QTest::newRow("more behind it") << console::encode(console::Attach{}) + QByteArray(1, '\0');
        QTest::newRow("a huge list") << QByteArray::fromHex("82 02 bf 00 9b7fffffffffffffff");
        QTest::newRow("deep") << QByteArray(100'000, '\x81');
    }

    void refusesWhatHasAnotherShape()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(std::holds_alternative<console::Malformed>(console::decodeRequest(bytes).message));
    }

    void refusesAMessageThatIsCutAnywhere()
    {
        const QByteArray whole = console::encode(batchOf({fullRow(), fullRow()}));
        for (qsizetype bytes = 0; bytes < whole.size(); ++bytes) {
            QVERIFY(
                std::holds_alternative<console::Malformed>(console::decodeReply(whole.first(bytes)).message));
        }
    }

    void survivesGarbage()
    {
        QRandomGenerator random(42);
        const QByteArray whole = console::encode(batchOf({fullRow()}));
        int understoodOnes = 0;
        for (int round = 0; round < 20'000; ++round) {
            QByteArray bytes = whole;
            for (int change = 0; change < 3; ++change) {
                bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
            }
            const auto decoded = console::decodeReply(bytes);
            understoodOnes += std::holds_alternative<console::Reply>(decoded.message) ? 1 : 0;
        }
        QVERIFY(understoodOnes > 0 && understoodOnes < 20'000);
    }

private:
    static ClientInfo someClient()
    {
        ClientInfo info;
        info.client = ClientId(5);
        info.user = *UserName::make("alice");
        info.groups = {*GroupName::make("red"), *GroupName::make("blue")};
        info.tags = {*TagName::make("t")};
        info.secure = true;
        info.connectedAt = WallTime(std::chrono::seconds(5));
        return info;
    }

    static ServiceInfo someService()
    {
        ServiceInfo info;
        info.file = "chat.js";
        info.state = ServiceState::DisabledByStrikes;
        info.basePath = "/chat";
        info.upgradePath = "/ws";
        info.resources = {{"GET", "/x/{id}"}};
        info.handlers = {"onOpen"};
        info.clients = 4;
        info.calls = 5;
        info.times = {5, std::chrono::microseconds(40), std::chrono::microseconds(900)};
        info.errors = 1;
        info.lastError = ServiceFault{WallTime(std::chrono::seconds(5)), QStringLiteral("chat.js"), 3,
                                      QStringLiteral("no")};
        return info;
    }

    static FrameDetail someDetail()
    {
        FrameDetail detail;
        detail.number = 3;
        detail.kept = true;
        detail.row = fullRow();
        detail.payload = QByteArray(70'000, 'x');
        detail.deliveries = {{ClientId(1), DeliveryState::Queued, 5}};
        detail.encodings = {{{}, "y", {ClientId(1)}}};
        detail.fragments = {1, 2, 3};
        detail.routing = RoutingSnapshot{{}, {{ClientId(1), {}, {}, {}}}, {{}}, QStringLiteral("h")};
        return detail;
    }
};

SIGNALBOX_TEST(ConsoleProtocolTest)
#include "console_protocol_test.moc"
