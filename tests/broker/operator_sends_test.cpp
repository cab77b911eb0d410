// SPDX-License-Identifier: GPL-3.0-or-later
// Over a real broker: what the operator sends, as clients get it and as the window shows it.
#include "server/broker/operator_sends.h"

#include "tests/support/running_broker.h"
#include "tests/support/test_registry.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWebSockets/QWebSocket>

using namespace signalbox;
using namespace Qt::StringLiterals;
using tests::RunningBroker;

class OperatorSendsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sendsAPayloadAsItIs_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<bool>("binary");
        QTest::newRow("text") << QByteArray("price 12.50 \xe2\x82\xac") << false;
        QTest::newRow("text that looks like an envelope") << QByteArray(R"({"action":"say"})") << false;
        QTest::newRow("no text at all") << QByteArray() << false;
        QTest::newRow("binary") << QByteArray("\x00\xff\x80 bytes", 9) << true;
    }

    void sendsAPayloadAsItIs()
    {
        QFETCH(QByteArray, payload);
        QFETCH(bool, binary);
        RunningBroker broker;
        const auto ann = connected(broker, u"/ws?userId=ann&groupId=red"_s);
        const auto bob = connected(broker, u"/ws?userId=bob"_s);
        QTRY_COMPARE(broker.clients().size(), 2);
        QSignalSpy texts(ann.get(), &QWebSocket::textFrameReceived);
        QSignalSpy binaries(ann.get(), &QWebSocket::binaryFrameReceived);
        QSignalSpy others(bob.get(), &QWebSocket::textFrameReceived);
        const auto answer = broker.ask(link::SendPayload{{{RecipientType::Group, "red"}}, payload, binary});
        QVERIFY(std::holds_alternative<Receipt>(answer));
        QCOMPARE(std::get<Receipt>(answer).counts, (DeliveryCounts{.recipients = 1, .sent = 1}));
        QSignalSpy& got = binary ? binaries : texts;
        QTRY_COMPARE(got.size(), 1);
        QCOMPARE(got[0][0].toByteArray(), payload);
        QCOMPARE(got[0][1].toBool(), true); // the last frame of its message, and the first
        QCOMPARE(texts.size() + binaries.size(), 1);
        QVERIFY(others.isEmpty());
    }

    void showsARawPayloadAsAPush()
    {
        RunningBroker broker;
        const auto ann = connected(broker, u"/ws?userId=ann"_s);
        QTRY_COMPARE(broker.clients().size(), 1);
        const QByteArray payload = R"({"action":"say","recipients":[{"type":"group","value":"red"}]})";
        std::ignore = broker.ask(link::SendPayload{{{RecipientType::User, "ann"}}, payload, false});
        const auto row = [&] {
            return std::find_if(broker.rows().begin(), broker.rows().end(), [](const link::FrameRow& found) {
                return found.kind == link::RowKind::Push;
            });
        };
        QTRY_VERIFY(row() != broker.rows().end());
        QCOMPARE(row()->sender, link::SenderKind::Operator);
        QCOMPARE(row()->preview, payload);
        QCOMPARE(row()->target, QByteArray("user ann")); // not what the payload happens to say
        QCOMPARE(row()->action, QByteArray());
        QCOMPARE(row()->header.payloadBytes, static_cast<quint64>(payload.size()));
        QCOMPARE(std::get<link::FrameDetail>(broker.ask(link::FetchFrame{row()->number})).payload, payload);
    }

    void refusesWhatCannotBeSent_data()
    {
        QTest::addColumn<link::SendPayload>("command");
        QTest::addColumn<QByteArray>("code");
        const QByteArray half("\xe2\x82", 2);
        QTest::newRow("text that is not UTF-8")
            << link::SendPayload{{}, half, false} << QByteArray("payload.not_utf8");
        QTest::newRow("text over the limit")
            << link::SendPayload{{}, QByteArray(101, 'a'), false} << QByteArray("payload.too_large");
        QTest::newRow("binary over the limit")
            << link::SendPayload{{}, QByteArray(101, 'a'), true} << QByteArray("payload.too_large");
        QTest::newRow("three recipients")
            << link::SendPayload{Recipients(3, {RecipientType::All, {}}), "a", false}
            << QByteArray("envelope.too_many_recipients");
        QTest::newRow("no name of a user")
            << link::SendPayload{{{RecipientType::User, QByteArray(129, 'a')}}, "a", false}
            << QByteArray("envelope.bad_recipient");
        QTest::newRow("no id of a client") << link::SendPayload{{{RecipientType::Client, "3"}}, "a", false}
                                           << QByteArray("envelope.bad_recipient");
    }

    void refusesWhatCannotBeSent()
    {
        QFETCH(link::SendPayload, command);
        Settings settings;
        settings.limits.maxMessageBytes = 100;
        settings.limits.maxRecipients = 2;
        RunningBroker broker(settings);
        const auto answer = broker.ask(command);
        QVERIFY(std::holds_alternative<Error>(answer));
        QTEST(std::get<Error>(answer).code, "code");
    }

    void sendsAsMuchAsTheLimitAllows()
    {
        Settings settings;
        settings.limits.maxMessageBytes = 100;
        RunningBroker broker(settings);
        const auto answer = broker.ask(link::SendPayload{{}, QByteArray(100, 'a'), false});
        QVERIFY(std::holds_alternative<Receipt>(answer));
        QVERIFY(!std::get<Receipt>(answer).hint.isEmpty()); // to nobody, and that is said
    }

    void saysThatAClientHasReadTheMessage()
    {
        RunningBroker broker({}, 2);
        const auto ann = connected(broker, u"/ws?userId=ann"_s);
        const auto bob = connected(broker, u"/ws?userId=bob"_s);
        QTRY_COMPARE(broker.clients().size(), 2);
        const auto envelope = std::get<Receipt>(broker.ask(link::SendMessage{R"({"action":"say"})", true}));
        const auto raw = std::get<Receipt>(broker.ask(link::SendPayload{{}, "raw", false, true}));
        const auto silent = std::get<Receipt>(broker.ask(link::SendMessage{R"({"action":"say"})", false}));
        QTRY_COMPARE(confirmed(broker, envelope.message), 2); // a QWebSocket answers pings
        QTRY_COMPARE(confirmed(broker, raw.message), 2);
        QCOMPARE(confirmed(broker, silent.message), 0);
        QVERIFY(receiptCameFirst(broker, envelope.message));
        QVERIFY(receiptCameFirst(broker, raw.message));
    }

private:
    static int confirmed(const RunningBroker& broker, MessageId message)
    {
        int count = 0;
        for (const link::Event& event : broker.events()) {
            const auto* const progressed = std::get_if<link::DeliveriesProgressed>(&event);
            if (progressed != nullptr && progressed->message == message) {
                count +=
                    static_cast<int>(std::count_if(progressed->progress.begin(), progressed->progress.end(),
                                                   [](const link::DeliveryProgress& one) {
                                                       return one.stage == link::DeliveryStage::Confirmed &&
                                                              one.after.count() > 0;
                                                   }));
            }
        }
        return count;
    }

    static bool receiptCameFirst(const RunningBroker& broker, MessageId message)
    {
        for (const link::Event& event : broker.events()) {
            if (const auto* const answer = std::get_if<link::CommandAnswer>(&event)) {
                const auto* const receipt = std::get_if<Receipt>(&answer->result);
                if (receipt != nullptr && receipt->message == message) {
                    return true;
                }
            }
            const auto* const progressed = std::get_if<link::DeliveriesProgressed>(&event);
            if (progressed != nullptr && progressed->message == message) {
                return false;
            }
        }
        return false;
    }

    static std::unique_ptr<QWebSocket> connected(RunningBroker& broker, const QString& path)
    {
        auto socket = std::make_unique<QWebSocket>();
        socket->open(broker.url(path));
        return socket;
    }
};

SIGNALBOX_TEST(OperatorSendsTest)
#include "operator_sends_test.moc"
